import Registry

/// A text that the editor did not store, because both sides have changed it.
struct EditConflict: Sendable {
  let language: LanguageTag
  let error: RegistryError
  /// Whether the user left their text as it was when both sides were shown.
  let isUndecided: Bool

  /// Creates the conflict of a text that could not be stored.
  init(_ section: TranslationDocument.Section, _ error: RegistryError) {
    (language, self.error, isUndecided) = (section.language.tag, error, false)
  }

  /// Creates the conflict of a text about which the user has not decided.
  init(undecided section: TranslationDocument.Section, _ code: Int) {
    language = section.language.tag
    isUndecided = true
    let resumed = section.resumed
    error = RegistryError(
      .changedSince,
      "\(code) in \(section.language.tag) is not decided: change the line, or write ok after its heading."
        + (resumed?.stateChange.map { " \($0)" } ?? ""), nil,
      details: .conflict(
        RegistryError.TextConflict(
          base: resumed?.base, theirs: section.translation?.text,
          mine: (resumed?.line).map(TranslationDocument.Section.text))))
  }

  /// Returns the failure of the command.
  ///
  /// - Parameters:
  ///   - conflicts: The texts that were not stored.
  ///   - code: The number of the code.
  ///   - count: The number of texts that were to be stored.
  ///   - operation: The operation that stored the others; nil when there were none.
  ///   - advice: How to go on.
  static func failure(
    _ conflicts: [EditConflict], _ code: Int, of count: Int, stored operation: Int?, advice: String
  ) -> CommandFailure {
    let single = conflicts.count == 1 ? conflicts.first : nil
    let problem = single?.error.message ?? "\(conflicts.count) of \(count) texts of \(code) are in conflict."
    let rest = operation.map { " The other texts are stored (operation \($0))." } ?? " Nothing was changed."
    var failure = CommandFailure(
      code: RegistryError.Code.changedSince.description, message: problem + rest, hint: advice, exit: 3,
      conflict: single?.error.conflict, texts: conflicts)
    failure.hasStored = operation != nil
    return failure
  }
}

extension TranslationDocument {
  /// Returns the content of the kept file: the texts that were not stored, as they were typed.
  func kept(_ conflicts: [EditConflict], of edited: Edited, in registry: RegistryPath?) -> String {
    let held = Dictionary(conflicts.map { ($0.language, $0) }) { first, _ in first }
    let typed = Dictionary(edited.changes.map { ($0.section.language.tag, $0.text) }) { first, _ in first }
    let text = text(
      of: sections.compactMap { section in
        guard let conflict = held[section.language.tag] else { return nil }
        let line = typed[section.language.tag].map(Section.line) ?? section.line
        return (section: section, line: line, isDecided: !conflict.isUndecided)
      })
    // The first line names the code. The registry is named below it, so that the file is not stored in another one.
    guard let registry, let end = text.firstIndex(of: "\n") else { return text }
    return text[...end] + KeptFile.registryMark + SafeText(registry.description).string + "\n"
      + text[end...].dropFirst()
  }
}
