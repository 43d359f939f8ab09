import RegistryCatalog

/// One text as a reader sees it: a whole message without plurals and selects, or one form of one.
struct TextLeaf: Sendable {
  /// The scalars of the text with its quoting resolved. Each argument is one U+FFFC (OBJECT REPLACEMENT CHARACTER).
  let scalars: [Unicode.Scalar]
  /// The language of the text.
  let language: LanguageTag
  /// The direction of the language.
  let direction: Direction
}

/// A place in a leaf where a check has found something.
struct Occurrence: Sendable, Equatable {
  /// The place, as offsets in the scalars of the leaf.
  let range: Range<Int>
  /// What is wrong, as a sentence.
  let message: String
  /// What to write instead; nil when that is for a person to say.
  let suggestion: String?
  /// The values of the message besides the place and the suggestion.
  var values: [Finding.ValueName: String] = [:]
}

/// A check that looks at one leaf at a time, and not at its source text.
struct LeafCheck: Sendable {
  /// The name of the fault in kebab case, such as `tatweel`.
  let id: String
  let severity: Finding.Severity
  /// What the check finds, as a phrase such as `a stretched letter`.
  var summary = ""
  /// Returns whether the check looks at texts of a language.
  let applies: @Sendable (LanguageTag) -> Bool
  let find: @Sendable (TextLeaf) -> [Occurrence]
}
