import RegistryCatalog

/// What reviewing one text came to.
public struct ReviewResult: Sendable {
  /// The code's number.
  public let code: Int
  /// The language.
  public let language: LanguageTag
  /// The revision of the row now.
  public let revision: Int
  /// The state now.
  public let state: Translation.State
  /// Whether the state was changed; false when the text was reviewed already.
  public let isChanged: Bool
  /// Whether the text was stale, and counts now as made from the source text as it is.
  public let wasStale: Bool
}

extension Editor {
  /// Moves the text of a code to ``Translation/State/reviewed``, or to ``Translation/State/final``, which it never leaves
  /// by a review. A stale text that is accepted counts as made from the source text as it is now.
  ///
  /// - Parameters:
  ///   - code: a number, or a symbol in any case.
  ///   - language: any BCP 47 form of a known language.
  ///   - isFinal: whether to move the text to `final`.
  ///   - allowsSelf: whether the actor may have written the text. The seed's texts have no author.
  ///   - revision: the revision of the text that was read; nil accepts whatever is there.
  /// - Returns: what the review came to.
  /// - Throws: `RegistryError.Code.codeNotFound`, `RegistryError.Code.languageNotFound`,
  ///   `RegistryError.Code.invalidLanguageTag`; `RegistryError.Code.translationNotFound` when there is no text;
  ///   `RegistryError.Code.reviewsOwnText`; `RegistryError.Code.changedSince` when the row is at another revision.
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
    if language.fallback != nil { row.source = try sourceMeaning(ofCode: number) }
    let wasStale = row.source != current.value.source
    let isUnchanged = row.state == current.value.state && !wasStale
    try requireText(number, language.tag, current, base: revision, changesNothing: isUnchanged, mine: nil)
    guard !isUnchanged else {
      return ReviewResult(
        code: number, language: language.tag, revision: current.revision, state: row.state, isChanged: false,
        wasStale: false)
    }
    if !allowsSelf, try registry.author(of: number, language.tag) == intent.actor {
      throw RegistryError(
        .reviewsOwnText, "\(number) in \(language.tag) was written by \(intent.actor), who cannot review it too.",
        .askColleague)
    }
    try write(row, number, language.tag, replacing: current)
    return ReviewResult(
      code: number, language: language.tag, revision: operation, state: row.state, isChanged: true,
      wasStale: wasStale)
  }
}
