/// Identifies a row of the registry in its history.
@nonexhaustive
public enum RegistryRow: Sendable, Hashable {
  /// A language.
  case language(LanguageTag)
  /// A category with its position and ranges, by its key.
  case category(String)
  /// The name of a category in one language.
  case categoryName(String, LanguageTag)
  /// A status code, by its number.
  case statusCode(Int)
  /// The text of a code in one language.
  case translation(Int, LanguageTag)
  /// A term of the glossary, by its source.
  case term(String)
  /// The rendering of a term in one language.
  case termRendering(String, LanguageTag)
  /// The silence of a check, by its name, for the text of a code in one language.
  case silence(Int, LanguageTag, check: String)

  /// The kind of row in the history: `language`, `category`, `status_code`, `translation`, `term`, `term_rendering` or
  /// `silence`. The kind of a category's name is `category`.
  public var entity: String {
    switch self {
    case .language: "language"
    case .category, .categoryName: "category"
    case .statusCode: "status_code"
    case .translation: "translation"
    case .term: "term"
    case .termRendering: "term_rendering"
    case .silence: "silence"
    }
  }

  /// The number of the code; nil for a language, category or term.
  public var code: Int? {
    switch self {
    case .statusCode(let code), .translation(let code, _), .silence(let code, _, _): code
    default: nil
    }
  }

  /// The key of the category; nil for every other row.
  public var category: String? {
    switch self {
    case .category(let key), .categoryName(let key, _): key
    default: nil
    }
  }

  /// The language; nil for a code, for a category itself and for a term itself.
  public var language: LanguageTag? {
    switch self {
    case .language(let tag), .categoryName(_, let tag), .translation(_, let tag), .termRendering(_, let tag),
      .silence(_, let tag, _):
      tag
    default: nil
    }
  }

  /// The source of the term; nil for every other row.
  public var term: String? {
    switch self {
    case .term(let source), .termRendering(let source, _): source
    default: nil
    }
  }

  /// The name of the check that is silenced; nil for every other row.
  public var check: String? {
    if case .silence(_, _, let check) = self { check } else { nil }
  }
}

extension RegistryRow: CustomStringConvertible {
  /// A description for people, such as `1402 in ar`.
  public var description: String {
    switch self {
    case .language(let tag): "The language \(tag)"
    case .category(let key): "The category \(key)"
    case .categoryName(let key, let tag): "The name of \(key) in \(tag)"
    case .statusCode(let code): "\(code)"
    case .translation(let code, let tag): "\(code) in \(tag)"
    case .term(let source): "The term \(source)"
    case .termRendering(let source, let tag): "The term \(source) in \(tag)"
    case .silence(let code, let tag, let check): "The silence of \(check) for \(code) in \(tag)"
    }
  }
}
