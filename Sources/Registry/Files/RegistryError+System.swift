import RegistrySQLite

extension RegistryError {
  /// What libsqlite3 refused, as a domain error; the exact message is kept as evidence.
  init(_ error: SQLiteError) {
    if error.isConstraint {
      // Rules are checked before writing, with better words; what reaches here was stopped by the schema itself.
      self.init(.ruleBroken, "The registry refuses this: \(error.message).")
    } else if error.isBusy {
      self.init(
        .busy, "Another process is writing to the registry and did not finish in time.", hint: "Try again.")
    } else if error.isFull {
      self.init(.diskFull, "The disk is full; nothing was changed.", hint: "Free some space and try again.")
    } else if error.needsRollback {
      self.init(
        .interruptedWriter, "A writer was killed, and what it left behind must be rolled back first.",
        hint: "Run any command once as a user who may write to the registry and its folder.")
    } else if error.isReadOnly {
      self.init(
        .readOnly, "The registry or its folder is read-only (\(error.message)); nothing was changed.",
        hint: "Editing needs write access to the file and to its folder.")
    } else if error.isInputOutput {
      self.init(.inputOutput, "The system refused to read or write the file: \(error.message) (\(error.code)).")
    } else if error.isCorrupt || error.isTooBig {
      self.init(
        .corrupt, "The file is damaged: \(error.message) (\(error.code)).",
        hint: "Restore it from a backup; of a snapshot, take the release's own file again.")
    } else if error.isInterrupted {
      self.init(
        .corrupt,
        "Reading the file was stopped: it took more steps or memory than its size allows. The file is damaged, or was "
          + "made to do that.", hint: "Restore it from a backup; of a snapshot, take the release's own file again.")
    } else {
      self.init(.failed, "SQLite refused: \(error.message) (\(error.code)).")
    }
  }

  /// What the operating system refused for `path`.
  init(_ error: FileError, _ path: FilePath) {
    switch error.number {
    case FileError.noSpace, FileError.quota, FileError.tooLarge:
      self.init(
        .diskFull, "No space to write \(path): \(error.reason); nothing was changed.",
        hint: "Free some space, or raise the limit, and try again.")
    case FileError.readOnly, FileError.denied, FileError.notPermitted:
      self.init(.readOnly, "No permission for \(path): \(error.reason).")
    case _ where error.isMissing:
      self.init(.fileNotFound, "\(path) does not exist.")
    case _ where error.alreadyExists:
      self.init(.fileExists, "\(path) exists already; it was left as it is.")
    default:
      self.init(.inputOutput, "\(error.call) failed for \(path): \(error.reason).")
    }
  }
}
