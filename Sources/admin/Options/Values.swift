import ArgumentParser
import Registry

/// A path with the exact bytes that were typed.
struct PathArgument: ExpressibleByArgument {
  let path: RegistryPath

  init(argument: String) { path = RegistryPath(bytes: ProcessBytes.bytes(of: argument)) }

  static var defaultCompletionKind: CompletionKind { .file() }
}

/// A text with the exact bytes that were typed. Reading it fails when they are not UTF-8.
struct TextArgument: ExpressibleByArgument {
  private let bytes: [UInt8]

  init(argument: String) { bytes = ProcessBytes.bytes(of: argument) }

  func text() throws(RegistryError) -> String { try TextRules.decode(bytes) }
}

/// A name or text in one language, such as `ar=الدفع`.
struct LocalizedArgument: SpelledArgument {
  static let form = "Write LANGUAGE=TEXT, such as ar=الدفع."
  let language: String
  private let text: TextArgument

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    language = String(parts[0])
    text = TextArgument(argument: String(parts[1]))
  }

  func name() throws(RegistryError) -> String { try text.text() }
}

/// A range of numbers such as `1700-1799`, or a single number, in the digits of any script.
struct RangeArgument: SpelledArgument {
  static let form = "Write FIRST-LAST, such as 1700-1799, or one number."
  let range: ClosedRange<Int>

  init?(argument: String) {
    let ends = DecimalDigits.ascii(in: argument)
    let parts = ends.split(omittingEmptySubsequences: false, whereSeparator: DecimalDigits.isDash).map { Int($0) }
    guard parts.count == 1 || parts.count == 2, let first = parts[0], let last = parts[parts.count - 1], first <= last
    else { return nil }
    range = first...last
  }
}

/// The answer `yes`, `no` or `unknown`.
enum Ternary: String, ExpressibleByArgument, CaseIterable {
  case yes, no, unknown

  init?(argument: String) {
    if let isYes = Answer.isYes(argument) {
      self = isYes ? .yes : .no
    } else {
      self.init(rawValue: argument)
    }
  }

  var value: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }
}

/// An HTTP status, or `none`.
struct HTTPStatusArgument: SpelledArgument {
  static let form = "Write a number, such as 402, or none."
  let status: Int?

  init?(argument: String) {
    if argument.lowercased() == "none" {
      status = nil
    } else {
      guard let number = Int(DecimalDigits.ascii(in: argument)) else { return nil }
      status = number
    }
  }
}

extension StatusCode.State: ExpressibleByArgument {}
extension Translation.State: ExpressibleByArgument {}
extension SourceImpact: ExpressibleByArgument {}
extension ConflictPolicy: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
