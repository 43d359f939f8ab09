import CSQLite
import Glibc

/// What the operating system refused: the call, and its `errno`.
package struct FileError: Error, Sendable {
  package let call: String
  package let number: Int32

  package var reason: String { String(cString: strerror(number)) }
  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  package var alreadyExists: Bool { number == EEXIST }
}

/// The few system calls that the promises about files need, over paths that are bytes without a NUL.
///
/// While a connection to a file is open, that file must not be opened here: closing the descriptor would drop SQLite's
/// locks (sqlite.org/howtocorrupt.html, section 2.2).
package enum FileSystem {
  /// What `lstat` says of a path, without following a link at its end.
  package struct Status: Sendable {
    package enum Kind: String, Sendable {
      case file = "a regular file"
      case directory = "a directory"
      case link = "a symbolic link"
      case fifo = "a FIFO"
      case socket = "a socket"
      case device = "a device"
    }
    package let kind: Kind
    package let size: Int
    package let links: Int
  }

  package static func status(_ path: [UInt8]) throws(FileError) -> Status {
    var status = stat()
    guard lstat(terminated(path), &status) == 0 else { throw FileError(call: "lstat", number: errno) }
    let kind: Status.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      default: .device
      }
    return Status(kind: kind, size: Int(status.st_size), links: Int(status.st_nlink))
  }

  /// The path with every link in its folder resolved; its last part is kept as it is.
  package static func absolute(_ path: [UInt8]) throws(FileError) -> [UInt8] {
    let (folder, name) = split(path)
    let parent = try resolved(folder)
    return (parent == [slash] ? [] : parent) + [slash] + name
  }

  /// The path with every link in it resolved, one at its end too.
  package static func resolved(_ path: [UInt8]) throws(FileError) -> [UInt8] {
    guard let resolved = realpath(terminated(path), nil) else { throw FileError(call: "realpath", number: errno) }
    defer { free(resolved) }
    return Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved))).map { UInt8(bitPattern: $0) }
  }

  /// The folder ("." where none is named) and the last part of a path.
  package static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let last = path.lastIndex(of: slash) else { return ([UInt8(ascii: ".")], path) }
    return (last == 0 ? [slash] : Array(path[..<last]), Array(path[(last + 1)...]))
  }

  /// At most `limit` bytes from the start of a regular file; a link at its end is refused.
  package static func read(_ path: [UInt8], limit: Int = .max) throws(FileError) -> [UInt8] {
    // O_NONBLOCK: opening a FIFO that took the file's place must not wait for a writer.
    let descriptor = Glibc.open(terminated(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(call: "fstat", number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(call: "open", number: EINVAL) }
    let wanted = min(limit, Int(status.st_size))
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      while count < wanted {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, wanted - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw FileError(call: "read", number: failure) }
    return bytes
  }

  static let slash = UInt8(ascii: "/")

  static func terminated(_ path: [UInt8]) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }
}

/// The numbers that callers tell apart, so that no other room needs the C library.
extension FileError {
  package static let noSpace = ENOSPC
  package static let quota = EDQUOT
  package static let tooLarge = EFBIG
  package static let readOnly = EROFS
  package static let denied = EACCES
  package static let notPermitted = EPERM
}
