import Glibc

extension FileSystem {
  /// What to do when the destination already exists.
  package enum Existing: Sendable {
    /// Replace the old file. It stays complete until the new file takes its name.
    case replace
    /// Fail with `EEXIST`. When two processes publish to one path, only one succeeds.
    case refuse
  }

  /// Returns a new name in the folder of `path`, for a file that no process has yet.
  static func temporaryName(beside path: [UInt8]) -> [UInt8] {
    let (folder, name) = split(path)
    let mark = String(UInt64.random(in: .min ... .max), radix: 36)
    // The name of the destination may be as long as NAME_MAX allows, so the temporary name contains only its start.
    return folder + [slash, UInt8(ascii: ".")] + name.prefix(100) + Array(".\(mark)".utf8) + temporarySuffix
  }

  /// The end of the name of a temporary file. No other program uses it, so an old one can be removed.
  private static let temporarySuffix = Array(".registry-tmp".utf8)

  /// Removes the temporary files and links of this user beside `path` that were written more than a day ago, which only
  /// a process that was killed leaves there.
  static func removeOldTemporaries(beside path: [UInt8]) {
    let folder = split(path).folder
    for name in (try? names(in: folder)) ?? [] {
      guard name.first == UInt8(ascii: "."), name.suffix(temporarySuffix.count) == temporarySuffix[...] else {
        continue
      }
      let file = folder + [slash] + name
      guard let status = try? status(file), [.file, .link].contains(status.kind), status.owner == user,
        status.identity.modified < now - 86_400_000_000_000
      else { continue }
      unlink(terminated(file))
    }
  }

  /// Writes and syncs a new file.
  ///
  /// - Throws: ``FileError`` with the system call that failed. The file may exist then.
  static func write(_ bytes: [UInt8], toNew path: [UInt8]) throws(FileError) {
    let descriptor = Glibc.open(terminated(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
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
    if let failure { throw failure }
  }

  /// Syncs the folder of `path`. Without this, a power loss could bring the old file back.
  static func syncFolder(of path: [UInt8]) throws(FileError) {
    let descriptor = Glibc.open(terminated(split(path).folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(call: "fsync", number: errno) }
  }
}
