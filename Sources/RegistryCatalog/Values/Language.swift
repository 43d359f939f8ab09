/// A writing direction.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  /// Left to right, stored as `ltr`.
  case leftToRight = "ltr"
  /// Right to left, stored as `rtl`.
  case rightToLeft = "rtl"
}

/// A language in which messages can be written.
///
/// ```swift
/// let arabic = Language(
///   tag: .arabic, englishName: "Arabic", ownName: "العربية", direction: .rightToLeft, fallback: .english,
///   isRequired: true, position: 2)
/// ```
///
/// Languages are rows of the registry: a new one needs no change of the program.
public struct Language: Sendable {
  /// The tag. It never changes.
  public let tag: LanguageTag
  /// The English name, such as `Arabic`.
  public var englishName: String
  /// The name in the language itself, such as `العربية`.
  public var ownName: String
  /// The writing direction.
  public var direction: Direction
  /// The language to use when a message is missing in this one; nil only for the source language.
  public var fallback: LanguageTag?
  /// Whether a release requires all messages in this language.
  public var isRequired: Bool
  /// The position in lists; lower positions come first.
  public var position: Int

  /// Creates a language from its parts.
  public init(
    tag: LanguageTag, englishName: String, ownName: String, direction: Direction, fallback: LanguageTag?,
    isRequired: Bool, position: Int
  ) {
    self.tag = tag
    self.englishName = englishName
    self.ownName = ownName
    self.direction = direction
    self.fallback = fallback
    self.isRequired = isRequired
    self.position = position
  }
}

extension Language: FieldListed {
  /// The fields of a language other than its tag.
  package static let fields: [Field<Language>] = [
    .text("english_name", .prose, \.englishName), .text("own_name", .prose, \.ownName),
    .word("direction", \.direction), .tag("fallback", \.fallback), .flag("required", \.isRequired),
    .number("position", \.position),
  ]
}

extension Language {
  /// Returns a language with default values, into which fields can be read.
  package static func blank(_ tag: LanguageTag) -> Language {
    Language(
      tag: tag, englishName: "", ownName: "", direction: .leftToRight, fallback: nil, isRequired: false, position: 0)
  }
}

extension Language: Hashable {
  /// Returns whether two languages are equal, comparing texts by bytes.
  public static func == (left: Language, right: Language) -> Bool {
    left.tag == right.tag && left.hasSameFields(as: right)
  }

  /// Hashes the tag.
  public func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}

extension Language {
  /// English, the source language of a new registry.
  package static let english = Language(
    tag: .english, englishName: "English", ownName: "English", direction: .leftToRight, fallback: nil,
    isRequired: true, position: 1)
}
