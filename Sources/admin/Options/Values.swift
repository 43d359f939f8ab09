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
struct LocalizedArgument: ExpressibleByArgument {
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

/// A range of numbers such as `1700-1799`, or a single number.
struct RangeArgument: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 1 || parts.count == 2, let first = parts[0], let last = parts[parts.count - 1], first <= last
    else { return nil }
    range = first...last
  }
}

/// The answer `yes`, `no` or `unknown`.
enum Ternary: String, ExpressibleByArgument, CaseIterable {
  case yes, no, unknown

  var value: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }
}

/// A date such as `2026-01-31`, which means the start of that day in UTC, or a time with its offset.
struct SinceArgument: ExpressibleByArgument {
  let time: Timestamp

  init?(argument: String) {
    guard let time = Timestamp(argument) ?? Timestamp(argument + "T00:00:00Z") else { return nil }
    self.time = time
  }
}

/// A time as ``SinceArgument`` has it. A day means its last second.
struct UntilArgument: ExpressibleByArgument {
  let time: Timestamp

  init?(argument: String) {
    if let end = Timestamp(argument + "T23:59:59Z") {
      time = end
    } else {
      guard let given = SinceArgument(argument: argument) else { return nil }
      time = given.time
    }
  }
}

/// An HTTP status, or `none`.
struct HTTPStatusArgument: ExpressibleByArgument {
  let status: Int?

  init?(argument: String) {
    if argument.lowercased() == "none" {
      status = nil
    } else {
      guard let number = Int(argument) else { return nil }
      status = number
    }
  }
}

extension StatusCode.State: ExpressibleByArgument {}
extension Translation.State: ExpressibleByArgument {}
extension SourceImpact: ExpressibleByArgument {}
extension ConflictPolicy: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
