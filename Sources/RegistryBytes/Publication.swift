import CLinux
import Glibc

/// Files that take their names together: when one of them cannot, none of them does.
///
/// All files are written to temporary files and synced before the first one is renamed. Until ``finish()`` the files
/// that were replaced are kept under temporary names, so that ``withdraw()`` can bring them back.
///
/// ```swift
/// let publication = Publication()
/// try publication.stage(image, at: path, existing: .replace)
/// try publication.stage(manifest, at: manifestPath, existing: .replace)
/// try publication.place()
/// publication.finish()
/// ```
package final class Publication {
  private struct File {
    let path: [UInt8]
    let temporary: [UInt8]
    let existing: FileSystem.Existing
    var isPlaced = false
    /// Where the replaced file is kept; nil when there was none, or the file system has no hard links.
    var old: [UInt8]?
    var hasReplaced = false
  }

  private var files: [File] = []
  private var folders: [[UInt8]] = []

  /// Creates a publication without files.
  package init() {}

  /// Whether no file is staged or placed and no folder was created.
  package var isEmpty: Bool { files.isEmpty && folders.isEmpty }

  /// Creates a folder for the files, and syncs its parent. A folder that exists meanwhile is used as it is.
  ///
  /// - Parameter path: The path of the folder, without a slash at its end.
  /// - Throws: ``FileError`` with the system call that failed. Call ``withdraw()`` then.
  package func createFolder(_ path: [UInt8]) throws(FileError) {
    guard mkdir(FileSystem.terminated(path), 0o777) == 0 else {
      if errno == EEXIST { return }
      throw FileError(call: "mkdir", number: errno)
    }
    folders.append(path)
    try FileSystem.syncFolder(of: path)
  }

  /// Writes and syncs a temporary file beside `path`. The first call also removes the temporary files that a killed
  /// process left there more than a day ago.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - path: The path of the file.
  ///   - existing: What to do when the path exists.
  /// - Throws: ``FileError`` with the system call that failed. The temporary file is removed then.
  package func stage(_ bytes: [UInt8], at path: [UInt8], existing: FileSystem.Existing) throws(FileError) {
    if files.isEmpty { FileSystem.removeOldTemporaries(beside: path) }
    let temporary = FileSystem.temporaryName(beside: path)
    files.append(File(path: path, temporary: temporary, existing: existing))
    try FileSystem.write(bytes, toNew: temporary)
  }

  /// Gives each file its name, in the order in which the files were staged, and syncs the folder after each.
  ///
  /// - Throws: ``FileError`` with the system call that failed. Call ``withdraw()`` then.
  package func place() throws(FileError) {
    for index in files.indices { try place(&files[index]) }
  }

  private func place(_ file: inout File) throws(FileError) {
    let (from, to) = (FileSystem.terminated(file.temporary), FileSystem.terminated(file.path))
    switch file.existing {
    case .replace:
      try keepOld(&file)
      guard rename(from, to) == 0 else { throw FileError(call: "rename", number: errno) }
    case .refuse:
      guard clinux_rename_new(from, to) == 0 else { throw FileError(call: "renameat2", number: errno) }
    }
    file.isPlaced = true
    try FileSystem.syncFolder(of: file.path)
  }

  private func keepOld(_ file: inout File) throws(FileError) {
    let old = FileSystem.temporaryName(beside: file.path)
    if link(FileSystem.terminated(file.path), FileSystem.terminated(old)) == 0 {
      (file.old, file.hasReplaced) = (old, true)
    } else if errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK {
      file.hasReplaced = true
    } else if errno != ENOENT {
      throw FileError(call: "link", number: errno)
    }
  }

  /// Takes the files back: new files are removed, and replaced files are restored. A folder that was created is removed
  /// if nothing else is in it.
  ///
  /// - Returns: The paths that could not be restored; none when everything is as it was before.
  package func withdraw() -> [[UInt8]] {
    var left: [[UInt8]] = []
    for file in files.reversed() {
      guard file.isPlaced else {
        unlink(FileSystem.terminated(file.temporary))
        if let old = file.old { unlink(FileSystem.terminated(old)) }
        continue
      }
      let path = FileSystem.terminated(file.path)
      let isRestored =
        if let old = file.old {
          rename(FileSystem.terminated(old), path) == 0
        } else {
          !file.hasReplaced && unlink(path) == 0
        }
      if !isRestored { left.append(file.path) }
      try? FileSystem.syncFolder(of: file.path)
    }
    for folder in folders where rmdir(FileSystem.terminated(folder)) != 0 {
      if errno != ENOTEMPTY && errno != EEXIST && errno != ENOENT { left.append(folder) }
    }
    (files, folders) = ([], [])
    return left
  }

  /// Ends the publication: the replaced files are removed.
  package func finish() {
    for file in files { if let old = file.old { unlink(FileSystem.terminated(old)) } }
    (files, folders) = ([], [])
  }
}
