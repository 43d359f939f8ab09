/// The content of a release as plain values, for checks, diffs, exporters and generators.
///
/// ```swift
/// let file = try SnapshotFile(verifying: "dist/registry-1.0.db")  // of the module Registry
/// let retired = file.snapshot.codes.filter { $0.state == .retired }
/// let catalog = try Catalog(file.snapshot)
/// ```
///
/// A snapshot has one revision. It does not contain the registry's workflow, such as translation states and history,
/// because callers do not see it.
public struct Snapshot: Sendable, Equatable {
  /// The message of a code in one language.
  public struct Message: Sendable {
    /// The number of the code.
    public let code: Int
    /// The language of the text.
    public let language: LanguageTag
    /// The text: a pattern of the type `MessagePattern`.
    public var text: String

    /// Creates a message from its parts.
    public init(code: Int, language: LanguageTag, text: String) {
      self.code = code
      self.language = language
      self.text = text
    }
  }

  /// The revision of the registry that the snapshot was made from.
  public let revision: Int
  /// The languages, ordered by tag.
  public let languages: [Language]
  /// The categories, ordered by key.
  public let categories: [StatusCategory]
  /// The codes, ordered by number, including retired ones.
  public let codes: [StatusCode]
  /// The messages, ordered by language and number.
  public let messages: [Message]

  /// Creates a snapshot from its parts, which can be in any order.
  public init(
    revision: Int, languages: [Language], categories: [StatusCategory], codes: [StatusCode], messages: [Message]
  ) {
    self.revision = revision
    self.languages = languages.map(\.released).sorted { $0.tag < $1.tag }
    self.categories = categories.map(\.released).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    self.codes = codes.map(\.released).sorted { $0.number < $1.number }
    // The messages of a registry are already in order. Checking that first avoids comparing the tags of 300,000
    // messages in a sort.
    self.messages = messages.sortedByLanguageAndCode
  }
}

extension Snapshot.Message: Hashable {
  /// Returns whether two messages are equal, comparing texts by bytes.
  public static func == (left: Snapshot.Message, right: Snapshot.Message) -> Bool {
    left.code == right.code && left.language == right.language && left.text.hasSameBytes(as: right.text)
  }

  /// Hashes the code and the language.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(language)
  }
}

extension Snapshot.Message: FieldListed {
  /// The field of a message other than its code and language.
  package static let fields: [Field<Snapshot.Message>] = [.text("text", .prose, \.text)]
}

extension [Language] {
  /// The fallback chain of each language, in the order of the languages. Each chain starts with the language itself and
  /// has at most 36 languages, as in the view `language_fallback` of a registry.
  package var fallbackChains: [(language: LanguageTag, chain: [LanguageTag])] {
    let fallbacks = Dictionary(map { ($0.tag, $0.fallback) }, uniquingKeysWith: { first, _ in first })
    return map { language in
      var chain = [language.tag]
      while chain.count < 36, let last = chain.last, let next = fallbacks[last] ?? nil, !chain.contains(next) {
        chain.append(next)
      }
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
