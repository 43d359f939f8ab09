import RegistrySQLite

/// What reviewing one text came to.
public struct ReviewEdit: Sendable {
  /// The code's number.
  public let code: Int
  /// The language.
  public let language: LanguageTag
  /// The row's revision now.
  public let revision: Int
  /// The state now.
  public let state: Translation.State
  /// False where the text was reviewed already.
  public let isChanged: Bool
  /// Whether it was stale, and counts now as made from the source text as it is.
  public let wasStale: Bool
}

extension Editor {
  /// Moves the text of a code to `reviewed`, or to `final`, which it never leaves by a review. A stale text that is
  /// accepted counts as made from the source text as it is now.
  ///
  /// - Parameters:
  ///   - revision: the revision of the text that was read; nil accepts whatever is there.
  ///   - allowsSelf: whether the actor may have written the text. The seed's texts are nobody's.
  ///
  /// Throws: `code-not-found`, `language-not-found`, `invalid-language-tag`; `translation-not-found` where there is no
  /// text; `reviews-own-text`; `changed-since` where the row is at another revision.
  public func reviewTranslation(
    code: String, language: String, isFinal: Bool = false, allowsSelf: Bool = false, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> ReviewEdit {
    let number = try connection.code(named: code).code.code
    let language = try connection.language(named: language)
    guard let current = try connection.translationRow(code: number, language: language.tag) else {
      throw RegistryError(.translationNotFound, "\(number) has no text in \(language.tag).")
    }
    var row = current
    row.revision = operation
    row.state = isFinal || current.state == .final ? .final : .reviewed
    if language.fallback != nil {
      (row.sourceRevision, row.sourceMajorRevision) = try sourceMeaning(ofCode: number)
    }
    let wasStale =
      (row.sourceRevision, row.sourceMajorRevision) != (current.sourceRevision, current.sourceMajorRevision)
    let isUnchanged = row.state == current.state && !wasStale
    if let revision, revision != current.revision {
      guard isUnchanged, try wasRepeated(.translation(number, language.tag), from: revision, at: current.revision)
      else { throw try conflict(number, language.tag, base: revision, current: current, mine: nil) }
    }
    guard !isUnchanged else {
      return ReviewEdit(
        code: number, language: language.tag, revision: current.revision, state: current.state, isChanged: false,
        wasStale: false)
    }
    if !allowsSelf, try connection.author(of: number, language.tag) == intent.actor {
      throw RegistryError(
        .reviewsOwnText, "\(number) in \(language.tag) was written by \(intent.actor), who cannot review it too.",
        hint: "Ask a colleague, or say --allow-self.")
    }
    try write(row, number, language.tag, replacing: current)
    return ReviewEdit(
      code: number, language: language.tag, revision: operation, state: row.state, isChanged: true,
      wasStale: wasStale)
  }
}
