import RegistryBytes

extension RegistryError {
  /// Creates the error for a failed system call on a file.
  package init(_ error: FileError, _ path: RegistryPath) {
    switch error.number {
    case FileError.noSpace, FileError.quota, FileError.tooLarge:
      self.init(
        .diskFull, "No space to write \(path): \(error.reason).",
        .freeSpace)
    case FileError.readOnly:
      self.init(.readOnly, "No permission for \(path): \(error.reason).", .getWriteAccess)
    case FileError.denied, FileError.notPermitted:
      self.init(.readOnly, "No permission for \(path): \(error.reason).", .getAccess)
    case _ where error.isMissing:
      self.init(.fileNotFound, "\(path) does not exist.")
    case _ where error.alreadyExists:
      self.init(.fileExists, "\(path) exists already; it was left as it is.")
    default:
      self.init(.inputOutput, "\(error.call) failed for \(path): \(error.reason).")
    }
  }

  /// Returns the error with another sentence at the end of its message.
  package func stating(_ sentence: String) -> RegistryError {
    RegistryError(code, "\(message) \(sentence)", remedy, details: details)
  }

  /// The same error; when a system call failed, with the sentence that nothing was changed. Every other error of an
  /// edit says what it refuses, so that nobody expects a change.
  package var withNothingChanged: RegistryError {
    let isOfSystem = code.kind == .inputOutput && code != .notDurable && code != .interruptedWriter
    return isOfSystem ? stating("Nothing was changed.") : self
  }

  /// Creates the error for a malformed database image.
  package init(_ error: ImageError) {
    self.init(
      .corrupt, "The file is damaged: \(error.message).", .restoreOrTakeAgain)
  }
}
