/// The direction that a language is written in.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  /// `ltr`.
  case leftToRight = "ltr"
  /// `rtl`.
  case rightToLeft = "rtl"
}

/// A language that messages can be in: a row of the registry, never known to the code.
public struct Language: Sendable, Hashable {
  /// The tag, which never changes.
  public let tag: LanguageTag
  /// The name in English: `Arabic`.
  public var englishName: String
  /// The language's name for itself: `العربية`.
  public var ownName: String
  /// The direction that it is written in.
  public var direction: Direction
  /// The language that answers where this one has no text; nil for the source language alone.
  public var fallback: LanguageTag?
  /// Whether a release must be complete in it.
  public var isRequired: Bool
  /// The place in lists, lowest first.
  public var position: Int

  /// A language from its parts.
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
