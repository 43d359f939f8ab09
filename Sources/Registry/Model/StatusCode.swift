/// A status code: a number that means one thing for ever.
public struct StatusCode: Sendable, Hashable {
  /// Where a code is in its life.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// In use.
    case active
    /// Still answered, no longer to be sent by new code.
    case deprecated
    /// No longer sent; its row stays so that the number is never used again.
    case retired
  }

  /// The number, from 1 to 999,999,999.
  public let code: Int
  /// The name in programs: upper-case ASCII letters, digits and `_`, at most 64, unique.
  public var symbol: String
  /// The key of the category whose ranges hold the number.
  public var category: String
  /// Where it is in its life.
  public var state: State
  /// The code to use instead.
  public var replacedBy: Int?
  /// The HTTP status that carries it, from 100 to 599; nil where that is not said.
  public var httpStatus: Int?
  /// Whether sending the same request again can succeed; nil where that is not said.
  public var isRetryable: Bool?
  /// Context for translators and developers, not for callers.
  public var description: String?

  /// A code from its parts.
  public init(
    code: Int, symbol: String, category: String, state: State = .active, replacedBy: Int? = nil,
    httpStatus: Int? = nil, isRetryable: Bool? = nil, description: String? = nil
  ) {
    self.code = code
    self.symbol = symbol
    self.category = category
    self.state = state
    self.replacedBy = replacedBy
    self.httpStatus = httpStatus
    self.isRetryable = isRetryable
    self.description = description
  }

  /// Whether `text` can be a symbol.
  static func isSymbol(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (0x41...0x5A).contains(first), bytes.count <= 64 else { return false }
    return bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
  }
}
