import Glibc

extension FileSystem {
  /// Creates a folder if it does not exist, and syncs its parent.
  ///
  /// - Throws: ``FileError`` with the system call that failed; with `ENOTDIR` when the path is not a folder.
  package static func createFolder(_ path: [UInt8]) throws(FileError) {
    guard mkdir(terminated(path), 0o777) == 0 else {
      let number = errno
      guard number == EEXIST else { throw FileError(call: "mkdir", number: number) }
      guard try status(try resolved(path)).kind == .directory else { throw FileError(call: "mkdir", number: ENOTDIR) }
      return
    }
    try syncFolder(of: path)
  }

  /// Returns the names in a folder, without `.` and `..`.
  ///
  /// - Throws: ``FileError`` when the folder cannot be read.
  package static func names(in folder: [UInt8]) throws(FileError) -> [[UInt8]] {
    guard let directory = opendir(terminated(folder)) else { throw FileError(call: "opendir", number: errno) }
    defer { closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
    }
    return names
  }

  /// Removes a file or a symbolic link.
  ///
  /// - Throws: ``FileError`` when `unlink` fails.
  package static func remove(_ path: [UInt8]) throws(FileError) {
    guard unlink(terminated(path)) == 0 else { throw FileError(call: "unlink", number: errno) }
  }

  /// Removes an empty folder.
  ///
  /// - Throws: ``FileError`` when `rmdir` fails.
  package static func removeFolder(_ path: [UInt8]) throws(FileError) {
    guard rmdir(terminated(path)) == 0 else { throw FileError(call: "rmdir", number: errno) }
  }

  /// Lets a symbolic link lead to another target, or creates it. At every moment the link leads to the old target or to
  /// the new one.
  ///
  /// - Throws: ``FileError`` with the system call that failed; with `EEXIST` when the path is not a symbolic link.
  package static func switchLink(at path: [UInt8], to target: [UInt8]) throws(FileError) {
    if let status = try? status(path), status.kind != .link { throw FileError(call: "symlink", number: EEXIST) }
    let temporary = temporaryName(beside: path)
    guard symlink(terminated(target), terminated(temporary)) == 0 else {
      throw FileError(call: "symlink", number: errno)
    }
    guard rename(terminated(temporary), terminated(path)) == 0 else {
      let number = errno
      unlink(terminated(temporary))
      throw FileError(call: "rename", number: number)
    }
    try syncFolder(of: path)
  }

  /// Sets the time at which the content of a file was changed.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - seconds: The time in seconds since 1970.
  /// - Throws: ``FileError`` when `utimensat` fails.
  package static func setModified(_ path: [UInt8], seconds: Int) throws(FileError) {
    let time = timespec(tv_sec: seconds, tv_nsec: 0)
    guard utimensat(AT_FDCWD, terminated(path), [time, time], AT_SYMLINK_NOFOLLOW) == 0 else {
      throw FileError(call: "utimensat", number: errno)
    }
  }
}

/// A lock on a folder that processes of one machine respect. It ends with this object, and with its process.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Waits for the lock.
  ///
  /// - Parameters:
  ///   - folder: The path of the folder.
  ///   - seconds: The longest time to wait.
  /// - Throws: ``FileError`` when a system call fails; ``FileError/isBusy`` is true when another process has the lock.
  package init(_ folder: [UInt8], seconds: Int) throws(FileError) {
    let descriptor = open(FileSystem.terminated(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    let end = FileSystem.now + Int64(seconds) * 1_000_000_000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      if number == EINTR { continue }
      guard number == EWOULDBLOCK, FileSystem.now < end else {
        close(descriptor)
        throw FileError(call: "flock", number: number)
      }
      usleep(10_000)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

extension FileError {
  /// Whether another process has the lock.
  package var isBusy: Bool { call == "flock" && number == EWOULDBLOCK }
}
