import RegistryBytes

extension RegistryError {
  /// Creates the error for a failed system call on a file.
  package init(_ error: FileError, _ path: RegistryPath) {
    switch error.number {
    case FileError.noSpace, FileError.quota, FileError.tooLarge:
      self.init(
        .diskFull, "No space to write \(path): \(error.reason); nothing was changed.",
        .freeSpace)
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

  /// Creates the error for a malformed database image.
  package init(_ error: ImageError) {
    self.init(
      .corrupt, "The file is damaged: \(error.message).", .restoreOrTakeAgain)
  }
}
