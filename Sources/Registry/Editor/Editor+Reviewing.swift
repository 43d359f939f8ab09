import RegistryCatalog

/// The result of a review.
public struct ReviewResult: Sendable {
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The revision of the row after the review.
  public let revision: Int
  /// The state of the text after the review.
  public let state: Translation.State
  /// Whether anything was changed; false when the text was already reviewed and not stale.
  public let isChanged: Bool
  /// Whether the text was stale. After the review it counts as made from the current source text.
  public let wasStale: Bool
  /// How the arguments of the text differ from those of its source text, as a sentence; nil when they are the same.
  public let argumentProblem: String?
  /// The warnings and notes of the checks; none when nothing was changed.
  public internal(set) var findings: [Finding] = []
}

extension Editor {
  /// Changes the state of a text to ``Translation/State/reviewed`` or ``Translation/State/final``.
  ///
  /// A final text remains final. A stale text counts as made from the current source text after the review.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - isFinal: Whether the new state is ``Translation/State/final``.
  ///   - allowsSelf: Whether the actor may review their own text. The texts of the seed have no author.
  ///   - revision: The revision of the text that was read; nil accepts every revision.
  /// - Returns: The result of the review.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.translationNotFound` when there is no text; `RegistryError.Code.reviewsOwnText` when the
  ///   actor wrote the text and `allowsSelf` is false; `RegistryError.Code.checkFailed`, with what was found, when a
  ///   check finds an error in the text; `RegistryError.Code.changedSince` when the text is at another
  ///   revision.
  public func reviewTranslation(
    code: String, language: String, isFinal: Bool = false, allowsSelf: Bool = false, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> ReviewResult {
    let number = try registry.code(named: code).value.number
    let language = try registry.language(named: language).value
    guard let current = try registry.translationRow(code: number, language: language.tag) else {
      throw RegistryError(.translationNotFound, "\(number) has no text in \(language.tag).")
    }
    var row = current.value
    row.state = isFinal || row.state == .final ? .final : .reviewed
    let source = language.fallback == nil ? nil : try source(ofCode: number)
    if let source { row.source = source.meaning }
    let difference = source.flatMap { TextRules.argumentDifference(row.text, from: $0.text) }
    let argumentProblem = difference.map { "It has \($0.found); its source text has \($0.expected)." }
    let wasStale = row.source != current.value.source
    let isUnchanged = row.state == current.value.state && !wasStale
    try requireText(number, language.tag, current, base: revision, changesNothing: isUnchanged, mine: nil)
    guard !isUnchanged else {
      return ReviewResult(
        code: number, language: language.tag, revision: current.revision, state: row.state, isChanged: false,
        wasStale: false, argumentProblem: argumentProblem)
    }
    if !allowsSelf, isOwn(try registry.author(of: number, language.tag)) {
      throw RegistryError(
        .reviewsOwnText, "\(number) in \(language.tag) was written by \(intent.actor), who cannot review it too.",
        .askColleague)
    }
    let findings = try requireNoErrors(in: row.text, number, language, source: source?.text)
    try write(row, number, language.tag, replacing: current)
    return ReviewResult(
      code: number, language: language.tag, revision: operation, state: row.state, isChanged: true,
      wasStale: wasStale, argumentProblem: argumentProblem, findings: findings)
  }
}
