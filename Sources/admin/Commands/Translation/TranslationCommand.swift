import ArgumentParser
import Registry

/// `admin translation …`
struct TranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation", abstract: "List, set, edit and unset the texts of codes.",
    subcommands: [TranslationList.self, TranslationSet.self, TranslationEdit.self, TranslationUnset.self])
}

extension Console {
  /// What people should know after a text was replaced.
  func remark(on edit: Registry.TranslationEdit) {
    guard edit.isChanged, let state = edit.replacedState, state == .reviewed || state == .final else { return }
    note("The old text of \(edit.code) in \(edit.language) was \(state.rawValue); the new one is only translated.")
  }
}
