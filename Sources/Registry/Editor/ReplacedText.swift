import RegistryCatalog

/// A text that an edit replaced.
public struct ReplacedText: Sendable, Equatable {
  /// The text.
  public let text: String
  /// The state that the text had.
  public let state: Translation.State
  /// The revision that the text had.
  public let revision: Int
  /// Who wrote the text; nil for a text of the seed.
  public let written: TextEvent?
  /// Who made the text reviewed or final; nil when nobody did.
  public let accepted: TextEvent?
  /// Whether the text was the actor's own: they wrote it, or they accepted a text of the seed.
  public let isOwn: Bool

  /// Whether somebody else wrote the text, or accepted a text of the seed.
  public var isOfSomebodyElse: Bool { !isOwn && (written ?? accepted) != nil }

  /// Whether somebody else's work was finished: their text was reviewed or final.
  var isAcceptedOfSomebodyElse: Bool { state.isReviewed && !isOwn }
}

extension RegistryReader {
  /// Returns a text that an actor is about to replace, with its author.
  func replacedText(
    _ code: Int, _ language: LanguageTag, _ current: Revised<TranslationRow>, by actor: String
  ) throws(RegistryError) -> ReplacedText {
    // The first operation is the seed, which has no author.
    let authorship = try current.revision <= 1 ? TextAuthorship() : authorship(of: code, language)
    return ReplacedText(
      text: current.value.text, state: current.value.state, revision: current.revision, written: authorship.written,
      accepted: current.value.state.isReviewed ? authorship.accepted : nil,
      isOwn: (authorship.written ?? authorship.accepted).map { ActorName.isSame($0.actor, actor) } ?? false)
  }

  /// Returns the reviewed or final text of somebody else that an edit would replace, so that a program can ask before
  /// it calls ``Editor/setTranslation(code:language:text:ifRevision:impact:)`` with the revision of this text.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - text: The new text.
  ///   - actor: The actor of the edit.
  /// - Returns: The text; nil when there is none, it is not reviewed, or it is the actor's own or the same text.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag.
  public func acceptedText(
    code: String, language: String, replacedBy text: String, as actor: String
  ) throws(RegistryError) -> ReplacedText? {
    let number = try self.code(named: code).value.number
    let tag = try self.language(named: language).value.tag
    guard let current = try translationRow(code: number, language: tag),
      !current.value.text.hasSameBytes(as: text),
      !current.value.text.hasSameBytes(as: TextRules.cleaned(text).text)
    else { return nil }
    let replaced = try replacedText(number, tag, current, by: actor)
    return replaced.isAcceptedOfSomebodyElse ? replaced : nil
  }
}

extension Editor {
  /// Requires that a text which an edit replaces without naming its revision is not the finished work of somebody else.
  ///
  /// - Throws: `RegistryError.Code.replacesAcceptedText`, with both texts, when it is.
  func requireReplaceable(
    _ replaced: ReplacedText, by mine: String, _ code: Int, _ language: LanguageTag
  ) throws(RegistryError) {
    guard replaced.isAcceptedOfSomebodyElse else { return }
    throw RegistryError(
      .replacesAcceptedText, "\(code) in \(language) is \(replaced.state.rawValue): \(replaced.origin).",
      .decide(revision: replaced.revision),
      details: .conflict(RegistryError.TextConflict(base: nil, theirs: replaced.text, mine: mine)))
  }
}

extension ReplacedText {
  /// Who wrote the text and who accepted it, in words.
  public var origin: String {
    let author = written.map { "\($0.actor) wrote it (\($0.phrase))" } ?? "it is a text of the seed"
    return ([author] + [accepted].compactMap(\.self).map { "\($0.actor) accepted it (\($0.phrase))" })
      .joined(separator: ", and ")
  }
}
