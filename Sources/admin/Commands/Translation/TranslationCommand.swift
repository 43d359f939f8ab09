import ArgumentParser
import Registry

/// `admin translation …`
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation", abstract: "List, set, edit, review and unset the texts of codes.",
    subcommands: [
      TranslationList.self, TranslationSet.self, TranslationEdit.self, TranslationReview.self, TranslationUnset.self,
    ])
}

extension Console {
  /// What people should know after a text was replaced.
  func remark(on edit: Registry.TranslationEdit, in shared: SharedOptions, isDryRun: Bool) throws {
    guard edit.isChanged else { return }
    if let state = edit.replacedState, state == .reviewed || state == .final {
      note("The old text of \(edit.code) in \(edit.language) was \(state.rawValue); the new one is only translated.")
    }
    guard let impact = edit.impact else { return }
    note("The source text of \(edit.code) changed: \(impact.rawValue), which \(impact.consequence).")
    guard !isDryRun, impact != .typo else { return }
    let stale = try shared.reading().staleTranslations(code: "\(edit.code)").map(\.translation.language.description)
    if !stale.isEmpty {
      note(
        "Look at \(stale.joined(separator: ", ")): admin translation edit \(edit.code) \(stale.joined(separator: " "))")
    }
  }
}

extension Translation {
  /// The state, and how stale the text is: `translated, stale (major)`.
  var stateForPeople: String { state.rawValue + (staleness.map { ", stale (\($0.rawValue))" } ?? "") }
}
