/// A term of the glossary: an expression of the source language, and how each language renders it.
///
/// ```swift
/// let otp = Term(
///   "OTP", note: "The one-time code.",
///   renderings: [
///     .english: TermRendering("OTP", otherForms: ["OTP code"]),
///     .simplifiedChinese: TermRendering("验证码", synonyms: ["动态密码"], forbidden: ["一次性密码"]),
///   ])
/// ```
///
/// Terms are not part of a release. Checks and the search use them.
public struct Term: Sendable {
  /// The term in the source language, such as `bank account`. No two terms are equal without regard to case. Words in
  /// parentheses at its end, as in `error (account)`, tell terms with the same words apart and are not searched for.
  public let source: String
  /// What a translator should know about the term; nil when there is nothing.
  public var note: String?
  /// How each language renders the term. The rendering of the source language lists its other forms and synonyms.
  public var renderings: [LanguageTag: TermRendering]

  /// Creates a term from its parts.
  public init(_ source: String, note: String? = nil, renderings: [LanguageTag: TermRendering]) {
    self.source = source
    self.note = note
    self.renderings = renderings
  }

  /// The words of the term, without words in parentheses at its end: `error` of `error (account)`.
  public var words: String {
    guard source.hasSuffix(")"), let start = source.lastIndex(of: "(") else { return source }
    var words = source[..<start]
    while words.last?.isWhitespace == true { words.removeLast() }
    return words.isEmpty ? source : String(words)
  }

  /// Returns whether the term, or one of its words in any language, contains a text, in any case.
  ///
  /// - Parameter text: The text; every term contains the empty one.
  public func hasWord(containing text: String) -> Bool {
    let text = text.lowercased()
    let words = [source] + renderings.values.flatMap(\.allWords)
    return text.isEmpty || words.contains { $0.lowercased().contains(text) }
  }
}

extension Term: Hashable {
  /// Returns whether two terms are equal, including their renderings, comparing texts by bytes.
  public static func == (left: Term, right: Term) -> Bool {
    left.source.hasSameBytes(as: right.source) && FieldValue(left.note) == FieldValue(right.note)
      && left.renderings == right.renderings
  }

  /// Hashes the source.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// How one language renders a term.
public struct TermRendering: Sendable {
  /// The rendering that every text uses.
  public var text: String
  /// Other forms of the same words, such as a plural or a form with an article, which texts may use too.
  public var otherForms: [String]
  /// Other words with the same meaning. They find the term in a search, and texts should not use them.
  public var synonyms: [String]
  /// Words that texts must not use for the term.
  public var forbidden: [String]

  /// Creates a rendering from its parts.
  public init(_ text: String, otherForms: [String] = [], synonyms: [String] = [], forbidden: [String] = []) {
    self.text = text
    self.otherForms = otherForms
    self.synonyms = synonyms
    self.forbidden = forbidden
  }

  /// All words: the text, then the other forms, the synonyms and the forbidden words.
  package var allWords: [String] { [text] + otherForms + synonyms + forbidden }
}

extension TermRendering: FieldListed {
  /// The text and the three lists. The key is the term and the language.
  package static let fields: [Field<TermRendering>] = [
    .text("text", .prose, \.text), .list("other_forms", \.otherForms), .list("synonyms", \.synonyms),
    .list("forbidden", \.forbidden),
  ]
}

extension TermRendering: Hashable {
  /// Returns whether two renderings are equal, comparing texts by bytes.
  public static func == (left: TermRendering, right: TermRendering) -> Bool { left.hasSameFields(as: right) }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(FieldValue.text(text)) }
}
