import CLinux
import Glibc

extension FileSystem {
  /// What to do when the destination already exists.
  package enum Existing: Sendable {
    /// Replace the old file. It stays complete until the new file takes its name.
    case replace
    /// Fail with `EEXIST`. When two processes publish to one path, only one succeeds.
    case refuse
  }

  /// Writes a whole file atomically and durably.
  ///
  /// At every moment, and even after a power loss, the path holds all of the old bytes or all of the new ones. The
  /// bytes are written to a temporary file in the same folder, which is synced and then renamed; last, the folder is
  /// synced. When a step before the rename fails, the temporary file is removed.
  ///
  /// - Parameters:
  ///   - bytes: The content of the file.
  ///   - path: The path of the file.
  ///   - existing: What to do when the path exists.
  /// - Throws: ``FileError`` with the system call that failed.
  package static func publish(_ bytes: [UInt8], at path: [UInt8], existing: Existing) throws(FileError) {
    let temporary = try stage(bytes, beside: path)
    do {
      try adopt(temporary, as: path, existing: existing)
    } catch {
      unlink(terminated(temporary))
      throw error
    }
  }

  /// Writes and syncs a temporary file in the folder of `path`, and returns its path.
  private static func stage(_ bytes: [UInt8], beside path: [UInt8]) throws(FileError) -> [UInt8] {
    let (folder, name) = split(path)
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    // The name of the destination may be as long as NAME_MAX allows, so the temporary name contains only its start.
    let temporary = folder + [slash, UInt8(ascii: ".")] + name.prefix(100) + Array(".\(mark).tmp".utf8)
    let descriptor = Glibc.open(
      terminated(temporary), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    var failure: FileError?
    var written = 0
    while written < bytes.count, failure == nil {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count < 0 { failure = FileError(call: "write", number: errno) } else { written += count }
    }
    if failure == nil, fsync(descriptor) != 0 { failure = FileError(call: "fsync", number: errno) }
    if close(descriptor) != 0, failure == nil { failure = FileError(call: "close", number: errno) }
    if let failure {
      unlink(terminated(temporary))
      throw failure
    }
    return temporary
  }

  private static func adopt(_ temporary: [UInt8], as path: [UInt8], existing: Existing) throws(FileError) {
    let (from, to) = (terminated(temporary), terminated(path))
    switch existing {
    case .replace:
      guard rename(from, to) == 0 else { throw FileError(call: "rename", number: errno) }
    case .refuse:
      guard clinux_rename_new(from, to) == 0 else { throw FileError(call: "renameat2", number: errno) }
    }
    try syncFolder(of: path)
  }

  /// Syncs the folder of `path`. Without this, a power loss after `publish` returns could bring the old file back.
  private static func syncFolder(of path: [UInt8]) throws(FileError) {
    let descriptor = Glibc.open(terminated(split(path).folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(call: "fsync", number: errno) }
  }
}
