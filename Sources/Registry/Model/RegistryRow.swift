/// A row of the registry, as the history names it.
public enum RegistryRow: Sendable, Hashable {
  /// A language.
  case language(LanguageTag)
  /// A category, by its key: its position and ranges.
  case category(String)
  /// The name of a category in a language.
  case categoryName(String, LanguageTag)
  /// A status code, by its number.
  case statusCode(Int)
  /// The text of a code in a language.
  case translation(Int, LanguageTag)

  /// What kind of row it is, as the history has it: `language`, `category`, `status_code` or `translation`. The names of
  /// a category are part of it.
  public var entity: String {
    switch self {
    case .language: "language"
    case .category, .categoryName: "category"
    case .statusCode: "status_code"
    case .translation: "translation"
    }
  }

  /// The number of the code; nil for languages and categories.
  public var code: Int? {
    switch self {
    case .statusCode(let code), .translation(let code, _): code
    default: nil
    }
  }

  /// The key of the category; nil for everything else.
  public var category: String? {
    switch self {
    case .category(let key), .categoryName(let key, _): key
    default: nil
    }
  }

  /// The language; nil for codes, and for what a category has but its names.
  public var language: LanguageTag? {
    switch self {
    case .language(let tag), .categoryName(_, let tag), .translation(_, let tag): tag
    default: nil
    }
  }
}

extension RegistryRow: CustomStringConvertible {
  /// The row for people: `1402 in ar`.
  public var description: String {
    switch self {
    case .language(let tag): "The language \(tag)"
    case .category(let key): "The category \(key)"
    case .categoryName(let key, let tag): "The name of \(key) in \(tag)"
    case .statusCode(let code): "\(code)"
    case .translation(let code, let tag): "\(code) in \(tag)"
    }
  }
}
