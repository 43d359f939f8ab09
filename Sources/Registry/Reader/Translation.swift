import RegistryCatalog

/// The text of one code in one language, as it is edited; the source language's text is one too.
public struct Translation: Sendable, Hashable {
  /// How far a text has come; the values and their meaning are those of XLIFF 2.1, attribute `state`.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A first text that nobody has worked on.
    case initial
    /// Written by a translator.
    case translated
    /// Read and accepted by someone else.
    case reviewed
    /// Settled.
    case final

    /// Whether somebody else has accepted the text.
    var isReviewed: Bool { self == .reviewed || self == .final }

    /// How far the text has come, from 0.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The code's number.
  public let code: Int
  /// The language.
  public let language: LanguageTag
  /// The text: a `MessagePattern`, at most 4,000 characters.
  public let text: String
  /// How far it has come.
  public let state: State
  /// How much the source text has changed in meaning since this text was made from it: `minor` or `major`, which is not
  /// fit for release; nil where it has not.
  public let staleness: SourceImpact?
  /// Whether the source text has changed in meaning since this text was made from it.
  public var isStale: Bool { staleness != nil }
  /// The operation that last changed the row; give it back with an edit, so that nobody's work is overwritten.
  public let revision: Int
}

/// A place for a text: a code and a language, with the text where there is one.
public struct TranslationSlot: Sendable, Hashable {
  /// The code's number.
  public let code: Int
  /// The language.
  public let language: LanguageTag
  /// The text; nil where it is missing.
  public let translation: Translation?

  init(code: Int, language: LanguageTag, translation: Translation?) {
    self.code = code
    self.language = language
    self.translation = translation
  }

  /// The place of a text that is there.
  public init(_ translation: Translation) {
    self.init(code: translation.code, language: translation.language, translation: translation)
  }
}
