/// Everything that a release contains at one revision, as plain values: what checks, diffs, exporters and generators
/// work on. Workflow (states, staleness, history) stays in the registry: it is not what callers see.
public struct Snapshot: Sendable, Equatable {
  /// One message: what people see for a code in a language.
  public struct Message: Sendable, Hashable {
    /// The code's number.
    public let code: Int
    /// The language of the text.
    public let language: LanguageTag
    /// The text: a `MessagePattern`.
    public let text: String

    /// A message from its parts.
    public init(code: Int, language: LanguageTag, text: String) {
      self.code = code
      self.language = language
      self.text = text
    }
  }

  /// The registry's revision that it was taken at.
  public let revision: Int
  /// The languages, by tag.
  public let languages: [Language]
  /// The categories, by key.
  public let categories: [StatusCategory]
  /// The codes, by number, retired ones too.
  public let codes: [StatusCode]
  /// The messages, by language and number.
  public let messages: [Message]

  /// A snapshot from its parts, in any order.
  public init(
    revision: Int, languages: [Language], categories: [StatusCategory], codes: [StatusCode], messages: [Message]
  ) {
    self.revision = revision
    self.languages = languages.sorted { $0.tag < $1.tag }
    self.categories = categories.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.codes = codes.sorted { $0.code < $1.code }
    // Already in order when they come from a registry; sorting 300,000 in order is cheap, comparing their tags is not.
    self.messages = messages.sortedByLanguageAndCode
  }
}

extension [Language] {
  /// Each language's own chain of fallbacks, itself first, in this order.
  var fallbackChains: [(language: LanguageTag, chain: [LanguageTag])] {
    let fallbacks = Dictionary(map { ($0.tag, $0.fallback) }, uniquingKeysWith: { first, _ in first })
    return map { language in
      var chain = [language.tag]
      while let last = chain.last, let next = fallbacks[last] ?? nil, !chain.contains(next) { chain.append(next) }
      return (language.tag, chain)
    }
  }
}

extension [Snapshot.Message] {
  fileprivate var sortedByLanguageAndCode: [Snapshot.Message] {
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.isBefore($1) }
    return isSorted ? self : sorted { $0.isBefore($1) }
  }
}

extension Snapshot.Message {
  fileprivate func isBefore(_ other: Snapshot.Message) -> Bool {
    language == other.language ? code < other.code : language < other.language
  }
}
