import ArgumentParser
import Registry

/// `admin translation …`
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation", abstract: "List, preview, set, edit, export, import, review and unset texts.",
    subcommands: [
      TranslationList.self, TranslationPreview.self, TranslationSet.self, TranslationEdit.self, TranslationExport.self,
      TranslationImport.self,
      TranslationReview.self, TranslationUnset.self,
    ])
}

extension Console {
  /// Prints a note about a text that was replaced.
  ///
  /// - Parameters:
  ///   - edit: The result of the edit.
  ///   - stale: The languages whose texts are now stale.
  func remark(on edit: SetTextResult, stale: [LanguageTag]) {
    guard edit.isChanged else { return }
    if edit.isRetired { note("\(edit.code) is retired: services find no message for it, in any language.") }
    if let state = edit.replacedState, state == .reviewed || state == .final {
      note("The old text of \(edit.code) in \(edit.language) was \(state.rawValue); the new one is only translated.")
    }
    guard let impact = edit.impact else { return }
    note("The source text of \(edit.code) changed: \(impact.rawValue), which \(impact.consequence).")
    guard impact != .typo, !stale.isEmpty else { return }
    let languages = stale.map(\.description)
    note(
      "Look at \(languages.joined(separator: ", ")): "
        + "admin translation edit \(edit.code) \(languages.joined(separator: " "))")
  }
}

extension Editor {
  /// Returns the languages whose texts of a code are stale after the edits of this operation so far; none in a dry run.
  func staleLanguages(of code: Int, isDryRun: Bool) throws(RegistryError) -> [LanguageTag] {
    isDryRun ? [] : try registry.staleTranslations(code: "\(code)").map(\.translation.language)
  }
}

extension Translation {
  /// The state and the staleness of the text, such as `translated, stale (major)`.
  var stateForPeople: String { state.rawValue + (staleness.map { ", stale (\($0.rawValue))" } ?? "") }
}
