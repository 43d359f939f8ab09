import Registry

/// The edited texts of a code, which are stored as one operation. A text in conflict does not hold the others back.
struct TextEdits {
  private let code: Int
  private let edits: [(change: TranslationDocument.Change, impact: SourceImpact?)]
  private let shownSource: (revision: Int?, text: String?)

  /// What was stored, and what was not.
  struct Outcome: Sendable {
    fileprivate(set) var results: [SetTextResult] = []
    fileprivate(set) var conflicts: [EditConflict] = []
    /// The languages of texts that the user confirmed, although they were not stale.
    fileprivate(set) var currentAlready: [LanguageTag] = []
    /// The languages whose texts are stale after the edits.
    fileprivate(set) var stale: [LanguageTag] = []
  }

  /// Prepares the edits, and asks for the impact of a changed source text.
  init(
    _ changes: [TranslationDocument.Change], of document: TranslationDocument, impact: ImpactOption
  ) throws {
    code = document.details.code.number
    shownSource = (document.sourceRevision, document.sourceText)
    // The source text is stored first, so that translations that were changed together with it are based on the new
    // one.
    let sorted = changes.filter(\.section.isSource) + changes.filter { !$0.section.isSource }
    let code = code
    edits = try sorted.map { change in
      guard change.section.isSource, let stored = change.section.translation else { return (change, nil) }
      return (change, try impact.impact(of: stored.text, to: TextRules.cleaned(change.text).text, in: "\(code)"))
    }
  }

  /// Makes the edits, each based on the revision that was shown.
  func make(with editor: Editor, isDryRun: Bool) throws(RegistryError) -> Outcome {
    var outcome = Outcome()
    let source = try editor.registry.sourceText(ofCode: code)
    var isSourceHeld = false
    for (change, impact) in edits {
      let section = change.section
      if change.isConfirmation, source.revision != shownSource.revision {
        outcome.conflicts.append(EditConflict(section, movedSource(to: source)))
        continue
      }
      do throws(RegistryError) {
        let result = try editor.setTranslation(
          code: "\(code)", language: section.language.tag.description, text: change.text,
          ifRevision: section.translation?.revision ?? 0, impact: impact)
        outcome.results.append(result)
        if change.isConfirmation, !result.isChanged { outcome.currentAlready.append(section.language.tag) }
      } catch {
        // A translation with the arguments of a source text that was not stored waits for it.
        guard error.code == .changedSince || isSourceHeld && error.code == .argumentsDiffer else { throw error }
        outcome.conflicts.append(EditConflict(section, error))
        if section.isSource { isSourceHeld = true }
      }
    }
    // The stale languages are determined after all edits, because a translation that was changed too is not stale.
    outcome.stale = try editor.staleLanguages(of: code, isDryRun: isDryRun)
    return outcome
  }

  private func movedSource(to source: (revision: Int?, text: String?)) -> RegistryError {
    RegistryError(
      .changedSince,
      "The source text of \(code) has changed since revision \(shownSource.revision ?? 0): it is at "
        + "\(source.revision ?? 0).", nil,
      details: .conflict(RegistryError.TextConflict(base: shownSource.text, theirs: source.text, mine: nil)))
  }
}

extension TranslationDocument.Section {
  var isSource: Bool { language.fallback == nil }
}

extension RegistryReader {
  /// Returns the source text of a code with its revision.
  fileprivate func sourceText(ofCode code: Int) throws(RegistryError) -> (revision: Int?, text: String?) {
    let source = try languages().map(\.value).first { $0.fallback == nil }?.tag
    let slot = try translations(TranslationFilter(language: source?.description), ofCode: code).first
    return (slot?.translation?.revision, slot?.translation?.text)
  }
}
