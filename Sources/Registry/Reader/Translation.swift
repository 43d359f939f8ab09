import RegistryCatalog

/// The text of one code in one language, with its state. The text of the source language is a translation as well.
public struct Translation: Sendable, Hashable {
  /// The state of a text. The values and their meaning are those of the attribute `state` of XLIFF 2.1.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// A first text that nobody has edited.
    case initial
    /// A text that a translator has written.
    case translated
    /// A text that another person has accepted.
    case reviewed
    /// A text that is finished.
    case final

    /// Whether another person has accepted the text.
    var isReviewed: Bool { self == .reviewed || self == .final }

    /// The position of the state in the order of states, counted from 0.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The text: a `MessagePattern` of at most 4,000 characters.
  public let text: String
  /// The state of the text.
  public let state: State
  /// The effect of changes of the source text since this text was written: ``SourceImpact/minor``, or
  /// ``SourceImpact/major`` when the text cannot be released. Nil when the meaning of the source text has not changed.
  public let staleness: SourceImpact?
  /// Whether the meaning of the source text has changed since this text was written.
  public var isStale: Bool { staleness != nil }
  /// The number of the operation that last changed the row. Pass it to an edit, so that the edit fails when another
  /// user has changed the row since.
  public let revision: Int
}

/// A code and a language, with the text if there is one.
public struct TranslationSlot: Sendable, Hashable {
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The text; nil when it is missing.
  public let translation: Translation?

  init(code: Int, language: LanguageTag, translation: Translation?) {
    self.code = code
    self.language = language
    self.translation = translation
  }

  /// Creates the slot of an existing text.
  public init(_ translation: Translation) {
    self.init(code: translation.code, language: translation.language, translation: translation)
  }
}
