import RegistryCatalog

/// A text that waits for somebody's work.
public struct InboxItem: Sendable, Equatable {
  /// What a text waits for, the most urgent first.
  @nonexhaustive
  public enum Need: String, Sendable, Hashable, CaseIterable {
    /// The text is missing, so a fallback answers.
    case missing
    /// The meaning of the source text has changed so much that the text must not be released.
    case unfit
    /// The source text has changed, and the text must be looked at.
    case stale
    /// The text was written by somebody else, or came with the registry, and nobody has reviewed it.
    case review
    /// Checks have found errors or warnings in the text.
    case finding
  }

  /// What the text waits for.
  public let need: Need
  /// The code.
  public let code: StatusCode
  /// The language of the text.
  public let language: LanguageTag
  /// The text; nil when it is missing.
  public let text: String?
  /// The text of the code in the source language; nil when this is the text itself.
  public let source: String?
  /// Who wrote the text, and when; nil when it is missing.
  public let origin: TextOrigin?
  /// The errors and warnings that checks have found in the text; empty unless the need is ``Need/finding``.
  public let findings: [Finding]
}

extension RegistryReader {
  /// Returns the texts that wait for the work of a person: missing, unfit, stale, and to be reviewed. A text that the
  /// person wrote waits for the review of somebody else. A text with findings is listed once more, whoever wrote it.
  /// Texts of retired codes wait for nothing.
  ///
  /// ```swift
  /// let items = try store.read { registry in try registry.inbox(of: "layla", languages: ["ar"]) }
  /// ```
  ///
  /// - Parameters:
  ///   - actor: The person's name. ASCII letters are the same in any case.
  ///   - names: Languages of the registry, in any BCP 47 form; empty for all of them.
  /// - Returns: The items, ordered by the position of the language, by need and by number.
  /// - Throws: `RegistryError.Code.languageNotFound` when a language does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when a language is not a language tag.
  public func inbox(of actor: String, languages names: [String] = []) throws(RegistryError) -> [InboxItem] {
    let chosen = try names.map { (name) throws(RegistryError) in try language(named: name).value.tag }
    return try inboxTexts(languages: Set(chosen)).items(of: actor, findings: try textFindings())
  }

  /// Reads what every person's inbox needs, to be listed when the registry is not read any more.
  ///
  /// - Returns: The texts, with their source texts and authors.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func inboxTexts() throws(RegistryError) -> InboxTexts { try inboxTexts(languages: []) }

  private func inboxTexts(languages chosen: Set<LanguageTag>) throws(RegistryError) -> InboxTexts {
    let languages = try self.languages().map(\.value)
    let source = languages.first { $0.fallback == nil }?.tag
    let codes = Dictionary(
      try self.codes().map { ($0.value.number, $0.value) }, uniquingKeysWith: { first, _ in first })
    let slots = try translations()
    let sources = Dictionary(
      slots.filter { $0.language == source }.compactMap { slot in slot.translation.map { (slot.code, $0.text) } },
      uniquingKeysWith: { first, _ in first })
    return InboxTexts(
      languages: languages.map(\.tag), source: source, codes: codes,
      slots: chosen.isEmpty ? slots : slots.filter { chosen.contains($0.language) }, sources: sources,
      origins: try textOrigins(language: chosen.count == 1 ? chosen.first : nil))
  }
}

/// The texts of a registry, from which the inbox of every person can be listed when the registry is not read any more.
///
/// ```swift
/// let (texts, examination) = try store.read { registry in
///   (try registry.inboxTexts(), try registry.textExamination())
/// }
/// let items = texts.items(of: "layla", findings: examination.findings())
/// ```
public struct InboxTexts: Sendable {
  fileprivate let languages: [LanguageTag]
  fileprivate let source: LanguageTag?
  fileprivate let codes: [Int: StatusCode]
  fileprivate let slots: [TranslationSlot]
  fileprivate let sources: [Int: String]
  fileprivate let origins: [RegistryRow: TextOrigin]

  /// Returns the texts that wait for the work of a person, as `RegistryReader.inbox(of:languages:)` does.
  ///
  /// - Parameters:
  ///   - actor: The person's name; nil for somebody who has written nothing.
  ///   - findings: What checks find in the same texts.
  /// - Returns: The items, ordered by the position of the language, by need and by number.
  public func items(of actor: String?, findings: TextFindings) -> [InboxItem] {
    let found = Dictionary(grouping: findings.open.filter { $0.severity != .note }, by: \.row)
    var items: [LanguageTag: [InboxItem.Need: [InboxItem]]] = [:]
    for slot in slots {
      guard let code = codes[slot.code], code.state != .retired else { continue }
      let row = RegistryRow.translation(slot.code, slot.language)
      let isOwn = actor.map { origins[row]?.isWritten(by: $0) == true } ?? false
      let found = found[row] ?? []
      let needs = [InboxItem.Need(slot.translation, isOwn: isOwn), found.isEmpty ? nil : .finding]
      for need in needs.compactMap(\.self) {
        items[slot.language, default: [:]][need, default: []].append(
          InboxItem(
            need: need, code: code, language: slot.language, text: slot.translation?.text,
            source: slot.language == source ? nil : sources[slot.code], origin: origins[row],
            findings: need == .finding ? found : []))
      }
    }
    return languages.flatMap { language in
      InboxItem.Need.allCases.flatMap { items[language]?[$0] ?? [] }
    }
  }
}

extension InboxItem.Need {
  /// Returns what a text waits for; nil when it waits for nothing, or only for the review of somebody else.
  fileprivate init?(_ translation: Translation?, isOwn: Bool) {
    guard let translation else {
      self = .missing
      return
    }
    switch translation.staleness {
    case .major: self = .unfit
    case .minor: self = .stale
    case _ where !isOwn && !translation.state.isReviewed: self = .review
    default: return nil
    }
  }
}
