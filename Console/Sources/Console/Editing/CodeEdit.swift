import Registry
import Synchronization

/// Stores the texts of a form as one operation. A text in conflict does not hold the others back.
final class CodeEdit: Sendable {
  /// A text that somebody else has changed.
  struct Conflict: Sendable {
    let field: CodeForm.Field
    let language: Language
    /// The stored text; nil when it was removed.
    let stored: Translation?
    /// The newest operation that changed the text: who did it, when and why.
    let change: RegistryOperation?
  }

  /// A text that cannot be stored.
  struct Refusal: Sendable {
    let language: String
    let error: RegistryError
  }

  /// What was stored, and what was not.
  struct Outcome: Sendable {
    var results: [SetTextResult] = []
    var conflicts: [Conflict] = []
  }

  private let code: Int
  private let form: CodeForm
  private let refused = Mutex<Refusal?>(nil)

  init(_ form: CodeForm, of code: Int) { (self.form, self.code) = (form, code) }

  /// The text for which `make(with:)` has failed.
  var refusal: Refusal? { refused.withLock { $0 } }

  /// Returns whether the source text was changed without a word about its effect.
  static func needsImpact(_ form: CodeForm, _ languages: [Language]) -> Bool {
    guard form.impact == nil, let source = languages.first(where: { $0.fallback == nil }),
      let field = form[source.tag]
    else { return false }
    return !field.base.isEmpty && field.isEdit
      && SourceImpact.inferred(from: field.base, to: field.typed) == nil
  }

  /// Makes the edits.
  ///
  /// - Throws: `RegistryError` for the first text that cannot be stored, which `refusal` then has. Nothing is stored.
  func make(with editor: Editor) throws(RegistryError) -> Outcome {
    var outcome = Outcome()
    // A language can have been removed since the form was shown. Its text is then refused, and not left out.
    let edits = try form.fields.filter(\.isEdit).map { (field) throws(RegistryError) in
      (field: field, language: try editor.registry.language(named: field.language).value)
    }
    // The source text comes first, so that translations that were changed with it are made from the new one.
    for (field, language) in edits.filter({ $0.language.fallback == nil })
      + edits.filter({ $0.language.fallback != nil })
    {
      guard try !field.isReplaced(by: stored(field, editor.registry)) else {
        outcome.conflicts.append(try conflict(field, language, editor.registry))
        continue
      }
      do throws(RegistryError) {
        outcome.results.append(
          try editor.setTranslation(
            code: "\(code)", language: field.language, text: field.typed, ifRevision: field.revision,
            impact: language.fallback == nil && !field.base.isEmpty ? form.impact : nil))
      } catch {
        guard error.code == .changedSince else {
          if error.code.kind == .invalid { refused.withLock { $0 = Refusal(language: field.language, error: error) } }
          throw error
        }
        outcome.conflicts.append(try conflict(field, language, editor.registry))
      }
    }
    return outcome
  }

  private func conflict(
    _ field: CodeForm.Field, _ language: Language, _ registry: RegistryReader
  ) throws(RegistryError) -> Conflict {
    let change = try registry.history(
      HistoryFilter(code: "\(code)", language: field.language, limit: 1, shownChanges: 0)
    ).first
    return Conflict(field: field, language: language, stored: try stored(field, registry), change: change)
  }

  private func stored(_ field: CodeForm.Field, _ registry: RegistryReader) throws(RegistryError) -> Translation? {
    try registry.translations(TranslationFilter(language: field.language), ofCode: code).first?.translation
  }
}
