import RegistryCatalog
import RegistrySQLite

extension RegistryError {
  /// Creates the registry's error for an error of SQLite. The message of SQLite is kept as evidence.
  init(_ error: SQLiteError) {
    if error.isConstraint {
      // Rules are checked before writing, with better messages. Only violations that those checks miss reach the
      // schema.
      self.init(.ruleBroken, "A rule of the registry does not allow this: \(error.message).")
    } else if error.isBusy {
      // Readers disturb nobody but a COMMIT, which Database.commit reports.
      self.init(.busy, "Another process is writing to the registry and did not finish in time.", .tryAgain)
    } else if error.isFull {
      self.init(.diskFull, "The disk is full, or a quota or size limit is reached (\(error.message)).", .freeSpace)
    } else if error.needsRollback {
      self.init(
        .interruptedWriter, "A writer was killed, and its journal must be rolled back first.",
        .recoverAsWriter)
    } else if error.isReadOnly {
      self.init(
        .readOnly, "The registry or its folder is read-only (\(error.message)).",
        .getWriteAccess)
    } else if error.isDenied {
      self.init(.readOnly, "No permission to open the registry or its journal (\(error.message)).", .getAccess)
    } else if error.isInputOutput {
      self.init(.inputOutput, "The system refused to read or write the file: \(error.message) (\(error.code)).")
    } else if error.isCorrupt || error.isTooBig {
      self.init(
        .corrupt, "The file is damaged: \(error.message) (\(error.code)).",
        .restoreOrTakeAgain)
    } else if error.isInterrupted {
      self.init(
        .corrupt,
        "Reading the file was stopped: it took more steps or memory than its size allows. The file is damaged, or was "
          + "made to do that.", .restoreOrTakeAgain)
    } else {
      self.init(.failed, "SQLite refused: \(error.message) (\(error.code)).")
    }
  }
}
