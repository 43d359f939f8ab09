/// What to do about a ``RegistryError``, as data.
///
/// A program can act on a remedy, and a user interface can word it for its users. ``description`` says it in English,
/// without naming commands, buttons or pages. New remedies are added over time.
@nonexhaustive
public enum Remedy: Sendable, Equatable {
  // MARK: Files

  /// Create the registry first.
  case createRegistry
  /// Create the folder first.
  case createFolder
  /// Release a snapshot first.
  case createSnapshot
  /// The file is a snapshot: open it as one, or open the registry that it was made from.
  case openAsSnapshot
  /// Set the journal mode of the file back to `DELETE`.
  case leaveWriteAheadLog
  /// Remove the other hard links to the file.
  case removeOtherLinks
  /// Apply the pending migrations.
  case migrate
  /// Use a newer build.
  case upgrade
  /// Use the build that made the registry, or restore a backup.
  case useBuildOfRegistry
  /// Restore the registry from a backup.
  case restoreBackup
  /// Get the original file of the release again.
  case takeReleaseAgain
  /// Restore the registry from a backup, or get the original file of the release again.
  case restoreOrTakeAgain
  /// Use files from the same release.
  case takeFilesOfOneRelease
  /// Find out who left a file beside the snapshot, and remove the file.
  case removeSidecar
  /// Find out who left a journal beside the registry. Move the journal away if it does not belong there.
  case inspectJournal
  /// Let the user with this id open the registry, which rolls back their journal. Remove the journal if they do not
  /// edit this registry.
  case letOwnerRecover(user: UInt32)
  /// Open the registry once as a user who may write to it and its folder.
  case recoverAsWriter
  /// Get write access to the registry and its folder.
  case getWriteAccess
  /// Get access to the file and its folder, or use another user.
  case getAccess
  /// Free some space or raise the limit, then try again.
  case freeSpace
  /// Open the registry again, because another file has replaced it.
  case openAgain
  /// Try again.
  case tryAgain

  // MARK: Names

  /// Use this name, which exists and is similar to the given one.
  case didYouMean(String)
  /// Use this code, to which the given symbol was renamed in an operation.
  case useNewSymbol(String, operation: Int)
  /// List the codes.
  case listCodes
  /// List the terms of the glossary.
  case listTerms
  /// Use one of these names, which exist.
  case chooseFrom([String])
  /// Use one of these names of the newest releases, or of the others, of which there are `of` in all.
  case chooseRelease([String], of: Int)
  /// Use the name of one of these actors, who wrote last.
  case chooseActor([String])
  /// Use one of these languages, which exist, or add another one.
  case addLanguage(known: [String])
  /// Use this language, which has the same meaning, or say that the new one is distinct.
  case useLanguage(LanguageTag)
  /// Release first: nothing has been released yet.
  case releaseFirst
  /// Look at the history.
  case showHistory
  /// Check the registry and its history.
  case examine

  // MARK: Edits

  /// Look at the row, then repeat the edit with this revision.
  case repeatFrom(revision: Int, row: RegistryRow)
  /// Decide which text is right, then repeat the edit with this revision.
  case decide(revision: Int)
  /// Look at the history, then repeat with this revision of the registry.
  case repeatFromRegistry(revision: Int)
  /// Decide which texts are right, then import again with another conflict policy.
  case decideConflicts
  /// Repeat the edit as a major change of the source text, or keep the arguments.
  case useMajorImpact
  /// Edit the term, which exists.
  case editTerm
  /// Replace the stored term by the one of the file, or leave it out of the file.
  case replaceTerm
  /// Correct the lines and import them again.
  case correctLines
  /// To undo this operation, which somebody else made, give its number.
  case undoOperation(Int)
  /// To redo the operation `of` anyway, undo the operation `undo`, which undid it.
  case undoReversal(of: Int, undo: Int)
  /// Use this number, the next free one of the category.
  case nextFreeNumber(Int, category: String)
  /// Give the category another range of numbers.
  case addRange(category: String)
  /// Add a new code instead of bringing a retired one back.
  case addCode
  /// Change the source text, or retire the code.
  case changeTextOrRetire
  /// Ask a colleague to review the text, or allow reviews of one's own texts.
  case askColleague

  // MARK: Releases

  /// Correct the texts, or release without requiring these languages.
  case completeLanguages
  /// Correct the texts, or decide with a reason that a finding is no fault.
  case correctOrSilence
  /// Follow the rule, which is a sentence, or decide with a reason that what this check finds in the text is no fault.
  case correctOrSilenceFirst(rule: String?, check: String, RegistryRow)
  /// Revert the changes, or allow each one with a reason.
  case takeBackOrAllow
  /// Choose a higher version as the name of the release, or allow this one with a reason.
  case raiseVersion
  /// Choose another release name.
  case renameRelease
  /// Check that this is the right registry, because a release never goes back to a lower revision.
  case checkRegistry
  /// Compare with the original file of the release, and check the registry and its history.
  case compareWithRelease
  /// Release the older content again, or allow a lower revision when reloading.
  case allowOlder
  /// Check which keys may sign for the channel, and who has signed.
  case checkSigners
  /// Wait for the next pointer of the publisher, or ask them.
  case waitForPublisher
  /// Publish again, on top of what is there now.
  case publishAgain
  /// Go back to the older release, with a reason.
  case goBackWithReason
  /// Name the keys that may sign, so that the pointer that is there can be verified.
  case nameSigners

  // MARK: Input

  /// Save the text as UTF-8.
  case saveAsUTF8
  /// Follow this rule, which is a sentence.
  case follow(rule: String)
}

extension Remedy: CustomStringConvertible {
  /// What to do, as English sentences.
  public var description: String {
    switch self {
    case .createRegistry: "Create the registry first."
    case .createFolder: "Create the folder first."
    case .createSnapshot: "Release a snapshot first."
    case .openAsSnapshot: "Read it as a snapshot, or open the registry that it was made from."
    case .leaveWriteAheadLog: "Set its journal mode back to DELETE."
    case .removeOtherLinks: "Keep one name and remove the other links."
    case .migrate: "Apply the pending migrations."
    case .upgrade: "Upgrade to a newer version of this program."
    case .useBuildOfRegistry:
      "An applied migration never changes: use the build that made this registry, or restore a backup."
    case .restoreBackup: "Nothing but migrations may change it. Restore the file from a backup."
    case .takeReleaseAgain: "Take the release's own file again."
    case .restoreOrTakeAgain: "Restore it from a backup; of a snapshot, take the release's own file again."
    case .takeFilesOfOneRelease: "Take all files from the same release."
    case .removeSidecar: "A snapshot is one file. Find out who left it there and remove it."
    case .inspectJournal: "Find out who left it there. If it is not the journal of this registry, move it away."
    case .letOwnerRecover(let user):
      "If the user \(user) edits this registry, let them open it, which rolls the journal back. Otherwise find out who "
        + "left it there and remove it."
    case .recoverAsWriter: "Open it once as a user who may write to the registry and its folder."
    case .getWriteAccess: "Editing needs write access to the file and to its folder."
    case .getAccess: "Ask its owner for access, or use it as another user."
    case .freeSpace: "Free some space, or raise the limit, and try again."
    case .openAgain: "Open it again."
    case .tryAgain: "Try again."
    case .didYouMean(let name): "Did you mean \(name)?"
    case .useNewSymbol(let name, let operation): "It was renamed in operation \(operation): it is \(name) now."
    case .listCodes: "List the codes to see which exist."
    case .listTerms: "List the terms to see which exist."
    case .chooseFrom(let names): "These exist: \(names.joined(separator: ", "))."
    case .chooseRelease(let names, let count):
      names.count == count
        ? "These exist: \(names.joined(separator: ", "))."
        : "The newest of \(count) releases are \(names.joined(separator: ", "))."
    case .chooseActor(let names): "These wrote last: \(names.joined(separator: ", "))."
    case .addLanguage(let known): "It has \(known.joined(separator: ", ")). Another language can be added."
    case .useLanguage(let tag): "Use \(tag), or say that the new language is distinct."
    case .releaseFirst: "Nothing was released yet."
    case .showHistory: "Look at the history."
    case .examine: "Check the registry with its history."
    case .repeatFrom(let revision, _): "Look at it, then repeat the edit from revision \(revision)."
    case .decide(let revision): "Decide which is right, then repeat the edit from revision \(revision)."
    case .repeatFromRegistry(let revision): "Look at the history, then repeat from revision \(revision)."
    case .decideConflicts: "Decide which are right, then skip or overwrite them."
    case .useMajorImpact: "Keep the arguments, or make it a major change."
    case .editTerm: "Change it instead."
    case .replaceTerm: "Replace it, or leave it out of the file."
    case .correctLines: "Correct them and try again."
    case .undoReversal(let operation, let undo):
      "To make operation \(operation) again all the same, undo operation \(undo), which undid it."
    case .undoOperation(let operation): "To undo it all the same, give its number, \(operation)."
    case .nextFreeNumber(let number, let category): "The next free number of \(category) is \(number)."
    case .addRange(let category): "Every number of \(category) is taken: give it another range."
    case .addCode: "A retired code cannot return: add a new code."
    case .changeTextOrRetire: "Change the text instead, or retire the code."
    case .askColleague: "Ask a colleague, or allow a review of one's own text."
    case .completeLanguages: "Correct them, or do not require the language for a release."
    case .correctOrSilence: "Correct them, or silence a check for a text, with a reason."
    case .correctOrSilenceFirst(let rule, let check, _):
      [rule, "If the text is right, silence the check \(check) for it first, with a reason."].compactMap(\.self)
        .joined(separator: " ")
    case .takeBackOrAllow: "Take each back, or allow it with a reason."
    case .raiseVersion: "Choose a higher version, or allow this one with a reason."
    case .renameRelease: "A release's name means one content for ever: choose another name."
    case .checkRegistry: "Is this the right registry? A release never goes back."
    case .compareWithRelease:
      "Compare with the release's own file, and check the registry: something may have been changed "
        + "without an entry in its history."
    case .allowOlder: "Release the older content anew, or allow it by reloading."
    case .checkSigners: "Check who has signed, and which keys may sign for the channel."
    case .waitForPublisher: "What was accepted before stays in use. If it does not change, ask the publisher."
    case .publishAgain: "Look at what is there now, then publish again."
    case .goBackWithReason: "To go back to it, give a reason."
    case .nameSigners: "Name the keys that may sign, so that the pointer can be verified."
    case .saveAsUTF8: "Save it as UTF-8."
    case .follow(let rule): rule
    }
  }
}
