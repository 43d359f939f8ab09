import Registry

extension Remedy {
  /// What to do about an error on the command line. Names the command or option, if there is one.
  var advice: String {
    switch self {
    case .createRegistry: "Make one with \(quoted("init"))."
    case .createSnapshot: "Make one with \(quoted("snapshot create"))."
    case .openAsSnapshot: "Look into it with 'admin snapshot show'; edit the registry that it was made from."
    case .leaveWriteAheadLog: "Turn it back with: sqlite3 FILE 'PRAGMA journal_mode = DELETE'"
    case .migrate: "Run \(quoted("migrate"))."
    case .upgrade: "Upgrade admin, or the service that reads it."
    case .letOwnerRecover(let user):
      "If the user \(user) edits this registry, let them run any command, which rolls the journal back; if not, find "
        + "out who left it there and remove it."
    case .recoverAsWriter: "Run any command once as a user who may write to the registry and its folder."
    case .openAgain: "Run the command again."
    case .listCodes: "List them with \(quoted("code list"))."
    case .listTerms: "List them with \(quoted("term list"))."
    case .addLanguage(let known):
      "It has \(known.joined(separator: ", ")). Add one with \(quoted("language add"))."
    case .useLanguage(let tag): "Use \(tag), or say --distinct to have both."
    case .chooseFrom(let names): "It has \(names.joined(separator: ", "))."
    case .chooseRelease(let names, let count) where names.count < count:
      "The newest are \(names.joined(separator: ", ")), and there \(count - names.count == 1 ? "is" : "are") "
        + "\(count - names.count) more: \(quoted("snapshot list"))."
    case .chooseRelease(let names, _): "It has \(names.joined(separator: ", "))."
    case .showHistory: "See \(quoted("history"))."
    case .examine: "See \(quoted("doctor"))."
    case .repeatFrom(let revision, let row):
      "Look at it with \(quoted(Self.command(showing: row))), then repeat with --if-revision \(revision)."
    case .decide(let revision): "Decide which is right, then repeat with --if-revision \(revision)."
    case .repeatFromRegistry(let revision): "See \(quoted("history")), then repeat with --if-revision \(revision)."
    case .useMajorImpact: "Keep the arguments, or say --impact major."
    case .editTerm: "Change it with \(quoted("term edit"))."
    case .replaceTerm: "Say --replace to change it, or leave it out of the file."
    case .decideConflicts: "Decide which are right, then repeat with --on-conflict skip or overwrite."
    case .undoReversal(let operation, let undo):
      "To make operation \(operation) again all the same: \(quoted("undo \(undo)")), which takes its undo back."
    case .undoOperation(let operation): "To undo it all the same: \(quoted("undo \(operation)"))."
    case .addRange(let category):
      "Every number of \(category) is taken: give it a range with \(quoted("category edit"))."
    case .changeTextOrRetire: "Change it with \(quoted("translation set")), or retire the code."
    case .askColleague: "Ask a colleague, or say --allow-self."
    case .completeLanguages:
      "Correct them, or say with \(quoted("language edit --no-required")) that a release need not be complete in it."
    case .correctOrSilence:
      "Correct them; or silence a check for a text, with a reason: "
        + "\(quoted("check CODE --language L --silence ID --reason R"))."
    case .correctOrSilenceFirst(let rule, let check, let row):
      [rule, Self.silencing(check, row)].compactMap(\.self).joined(separator: " ")
    case .takeBackOrAllow: "Take each back, or allow it with --allow KIND:SUBJECT=REASON."
    case .raiseVersion: "Choose a higher version, or allow this one with --allow version-too-low:NAME=REASON."
    case .compareWithRelease:
      "Compare with the release's own file; \(quoted("doctor")) says what was changed without an entry in the history."
    case .goBackWithReason: "To go back to it, say why with --rollback REASON."
    case .nameSigners: "Name the keys that may sign with --signers."
    default: description
    }
  }

  private func quoted(_ words: String) -> String { SuggestedCommand(words).quoted }

  /// Returns how a check is silenced for a text that is about to be stored.
  private static func silencing(_ check: String, _ row: RegistryRow) -> String? {
    guard let code = row.code, let language = row.language else { return nil }
    let command = SuggestedCommand("check \(code) --language \(language) --silence \(check) --for TEXT --reason WHY")
    return "If the text is right, say so first: \(command.quoted)."
  }

  private static func command(showing row: RegistryRow) -> String {
    switch row {
    case .language: "language list"
    case .category, .categoryName: "category list"
    case .statusCode(let code), .translation(let code, _): "code show \(code)"
    case .term(let source), .termRendering(let source, _): "term show \(ShellWord(source))"
    case .silence: "check --silenced"
    @unknown default: "status"
    }
  }
}

extension RegistryError {
  /// The message and the advice on one line.
  var line: String { [message, remedy?.advice].compactMap(\.self).joined(separator: " ") }
}
