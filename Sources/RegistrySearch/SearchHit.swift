import RegistryCatalog

/// A code that a search has found, and why.
public struct SearchHit: Sendable, Hashable {
  /// Why a code was found.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// The query contains the number of the code.
    case number
    /// The query is the symbol of the code, a symbol that it had before, or some words of one.
    case symbol
    /// The query is a text of the code, or contains one.
    case text
    /// The query is a text of the code with values in the places of its arguments.
    case pattern
    /// The query is a part of a text of the code.
    case part
    /// The query is similar to a text or symbol of the code.
    case near
  }

  /// The value that the query has in the place of an argument.
  public struct Argument: Sendable, Hashable {
    /// The names of the arguments. There are several when nothing in the text separates their values.
    public let names: [String]
    /// The value as it stands in the query, without the isolates U+2066 to U+2069.
    public let value: String
  }

  /// The number of the code.
  public let code: Int
  /// The symbol of the code, which may not be the symbol that was found.
  public let symbol: String
  /// The stage in the life of the code.
  public let state: StatusCode.State
  /// The language of ``text``; nil when the code has no text.
  public let language: LanguageTag?
  /// The text that was found. When the number or symbol of the code was found and none of its texts, it is the text in
  /// the language whose tag comes first among those that were asked for, or in the source language when none were. Nil
  /// when the code has no such text.
  public let text: String?
  /// How well the query fits, from 0 to 1. Scores of one search can be compared with each other.
  public let score: Double
  /// Why the code was found.
  public let reason: Reason
  /// The values of the arguments, in the order of the text; empty unless the reason is ``Reason/pattern``.
  public let arguments: [Argument]
  /// The numbers of other codes that the query fits equally well, in ascending order. The one whose text is completed
  /// with the fewest letters comes first in the result, but the query does not tell which of them is meant.
  public internal(set) var tiedWith: [Int] = []

  /// Whether the query fits so badly that the code is probably another one.
  public var isWeak: Bool { score < Self.strength }

  /// The score from which on a hit is not weak.
  static let strength = 0.5
}
