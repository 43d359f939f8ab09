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
    /// The user id of its owner.
    package let owner: UInt32
    package let identity: Identity
  }

  /// The user id that this process acts as.
  package static var user: UInt32 { geteuid() }

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
    return Status(
      kind: kind, size: Int(status.st_size), links: Int(status.st_nlink), owner: status.st_uid,
      identity: Identity(status))
  }

  /// What tells one state of a file from another.
  package struct Identity: Sendable, Equatable {
    package let device: UInt64
    package let inode: UInt64
    package let size: Int
    /// When the content was changed, in nanoseconds since 1970.
    package let modified: Int64
    /// When anything was changed, a name or a link too, in nanoseconds since 1970.
    package let changed: Int64

    fileprivate init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      modified = FileSystem.nanoseconds(status.st_mtim)
      changed = FileSystem.nanoseconds(status.st_ctim)
    }
  }

  /// The identity of the file that a path leads to, links followed.
  package static func identity(_ path: [UInt8]) throws(FileError) -> Identity {
    var status = stat()
    guard fstatat(AT_FDCWD, terminated(path), &status, 0) == 0 else { throw FileError(call: "stat", number: errno) }
    return Identity(status)
  }

  /// The time of the clock that files are stamped with, in nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  fileprivate static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
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
    try reading(path) { (descriptor, size) throws(FileError) in
      var result = Result<Int, FileError>.success(0)
      let bytes = [UInt8](unsafeUninitializedCapacity: min(limit, size)) { buffer, count in
        result = Result { () throws(FileError) in try fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor) }
        count = (try? result.get()) ?? 0
      }
      _ = try result.get()
      return bytes
    }
  }

  /// The first `head` bytes and the last `tail` bytes of a regular file, or fewer where it is shorter; a link at its end
  /// is refused.
  package static func ends(
    of path: [UInt8], head: Int, tail: Int
  ) throws(FileError) -> (head: [UInt8], tail: [UInt8], size: Int) {
    try reading(path) { (descriptor, size) throws(FileError) in
      (
        try bytes(from: descriptor, at: 0, count: min(head, size)),
        try bytes(from: descriptor, at: max(0, size - tail), count: min(tail, size)), size
      )
    }
  }

  private static func bytes(from descriptor: Int32, at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, offset)
    guard got >= 0 else { throw FileError(call: "pread", number: errno) }
    return Array(bytes.prefix(got))
  }

  /// The same bytes as the image of a database.
  package static func image(_ path: [UInt8], limit: Int) throws(FileError) -> DatabaseImage {
    try reading(path) { (descriptor, size) throws(FileError) in
      try DatabaseImage(capacity: min(limit, size)) { (buffer) throws(FileError) in try fill(buffer, from: descriptor) }
    }
  }

  private static func reading<Content>(
    _ path: [UInt8], _ body: (_ descriptor: Int32, _ size: Int) throws(FileError) -> Content
  ) throws(FileError) -> Content {
    // O_NONBLOCK: opening a FIFO that took the file's place must not wait for a writer.
    let descriptor = Glibc.open(terminated(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(call: "fstat", number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(call: "open", number: EINVAL) }
    return try body(descriptor, Int(status.st_size))
  }

  /// Gives the number of bytes that there were.
  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32
  ) throws(FileError) -> Int {
    var count = 0
    while count < buffer.count {
      let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw FileError(call: "read", number: errno) }
      if got == 0 { break }
      count += got
    }
    return count
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
  static let noMemory = FileError(call: "malloc", number: ENOMEM)
}
