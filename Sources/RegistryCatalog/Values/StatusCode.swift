/// A status code: a number whose meaning never changes.
///
/// ```swift
/// var code = StatusCode(number: 1402, symbol: "INSUFFICIENT_BALANCE", category: "payment")
/// code.httpStatus = 402
/// ```
public struct StatusCode: Sendable {
  /// The stage in the life of a code.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The code is in use.
    case active
    /// The code is still answered, but new programs must not send it.
    case deprecated
    /// The code is no longer sent or answered. Its row stays, so that the number is never used again.
    case retired
  }

  /// The number, from 0 to 999,999,999. It never changes.
  public let number: Int
  /// The name in programs, unique in the registry: at most 128 upper-case ASCII letters, digits and `_`, starting with
  /// a letter.
  public var symbol: String
  /// The key of the category whose ranges contain the number.
  public var category: String
  /// The stage in the life of the code.
  public var state: State
  /// The number of the code to use instead; nil when there is none.
  public var replacedBy: Int?
  /// The HTTP status of a response with this code, from 100 to 599; nil when it is not specified.
  public var httpStatus: Int?
  /// Whether sending the same request again can succeed; nil when it is not specified.
  public var isRetryable: Bool?
  /// An explanation for translators and developers. Callers do not see it.
  public var description: String?

  /// Creates a code from its parts.
  public init(
    number: Int, symbol: String, category: String, state: State = .active, replacedBy: Int? = nil,
    httpStatus: Int? = nil, isRetryable: Bool? = nil, description: String? = nil
  ) {
    self.number = number
    self.symbol = symbol
    self.category = category
    self.state = state
    self.replacedBy = replacedBy
    self.httpStatus = httpStatus
    self.isRetryable = isRetryable
    self.description = description
  }

  /// The numbers that a code can have.
  package static let numbers = 0...999_999_999

  /// The largest length of a symbol, in characters.
  package static let maximumSymbolLength = 128

  /// The HTTP statuses that a code can have.
  package static let httpStatuses = 100...599

  /// Returns whether a text is a valid symbol.
  package static func isSymbol(_ text: String) -> Bool { isSymbol(text.utf8) }

  /// Returns whether UTF-8 bytes are a valid symbol.
  package static func isSymbol(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count <= maximumSymbolLength else {
      return false
    }
    return bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}

extension StatusCode: FieldListed {
  /// The fields of a code other than its number.
  package static let fields: [Field<StatusCode>] = [
    .text("symbol", .word, \.symbol, if: { isSymbol($0) }),
    .text("category", .word, \.category, if: StatusCategory.isKey), .word("state", \.state),
    .number("replaced_by", \.replacedBy, in: numbers), .number("http_status", \.httpStatus, in: httpStatuses),
    .flag("retryable", \.isRetryable), .text("description", .prose, \.description),
  ]
}

extension StatusCode {
  /// Returns a code with default values, into which fields can be read.
  package static func blank(_ number: Int) -> StatusCode { StatusCode(number: number, symbol: "", category: "") }
}

extension StatusCode: Hashable {
  /// Returns whether two codes are equal, comparing texts by bytes.
  public static func == (left: StatusCode, right: StatusCode) -> Bool {
    left.number == right.number && left.hasSameFields(as: right)
  }

  /// Hashes the number.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
