import RegistryCatalog

/// A code that a search has found, and why.
public struct SearchHit: Sendable, Equatable {
  /// The number of the code.
  public let code: Int

  /// Creates a hit from its parts.
  public init(code: Int) { self.code = code }
}
