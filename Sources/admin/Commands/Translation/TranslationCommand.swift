import ArgumentParser
import Registry

/// `admin translation …`
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation", abstract: "List, preview, set, edit, export, import, review and unset texts.",
    subcommands: [
      TranslationList.self, TranslationPreview.self, TranslationFrame.self, TranslationSet.self, TranslationEdit.self,
      TranslationExport.self, TranslationImport.self, TranslationReview.self, TranslationUnset.self,
    ])
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
