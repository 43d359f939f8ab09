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

  /// The kind of row in the history: `language`, `category`, `status_code` or `translation`. The kind of a category's
  /// name is `category`.
  public var entity: String {
    switch self {
    case .language: "language"
    case .category, .categoryName: "category"
    case .statusCode: "status_code"
    case .translation: "translation"
    }
  }

  /// The number of the code; nil for a language or category.
  public var code: Int? {
    switch self {
    case .statusCode(let code), .translation(let code, _): code
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

  /// The language; nil for a code, and for a category itself.
  public var language: LanguageTag? {
    switch self {
    case .language(let tag), .categoryName(_, let tag), .translation(_, let tag): tag
    default: nil
    }
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
    }
  }
}
