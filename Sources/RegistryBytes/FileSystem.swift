import Glibc

/// A failed system call.
package struct FileError: Error, Sendable {
  /// The name of the system call.
  package let call: String
  /// The value of `errno`.
  package let number: Int32

  /// Creates an error from its parts.
  package init(call: String, number: Int32) { (self.call, self.number) = (call, number) }

  /// The system's description of the error.
  package var reason: String { String(cString: strerror(number)) }
  /// Whether the file, or a folder of its path, does not exist.
  package var isMissing: Bool { number == ENOENT || number == ENOTDIR }
  /// Whether the file already exists.
  package var alreadyExists: Bool { number == EEXIST }
}

/// The system calls that the registry needs for its files. A path is an array of bytes without a NUL.
///
/// Never open a file here while a connection to it is open: closing the file descriptor would drop SQLite's locks on it
/// (sqlite.org/howtocorrupt.html, section 2.2).
package enum FileSystem {
  /// The result of `lstat`, which does not follow a symbolic link at the end of the path.
  package struct Status: Sendable {
    /// The type of a file. The raw value is its description in messages.
    package enum Kind: String, Sendable {
      case file = "a regular file"
      case directory = "a directory"
      case link = "a symbolic link"
      case fifo = "a FIFO"
      case socket = "a socket"
      case device = "a device"
    }
    /// The type of the file.
    package let kind: Kind
    /// The size in bytes.
    package let size: Int
    /// The number of hard links to the file.
    package let links: Int
    /// The user id of the file's owner.
    package let owner: UInt32
    /// The identity of the file, which changes whenever its content does.
    package let identity: Identity
  }

  /// The effective user id of this process.
  package static var user: UInt32 { geteuid() }

  /// Returns the status of a path without following a symbolic link at its end.
  ///
  /// - Throws: ``FileError`` when `lstat` fails.
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

  /// Identifies one state of one file. A file whose content changes gets another identity.
  package struct Identity: Sendable, Equatable {
    /// The id of the device that holds the file.
    package let device: UInt64
    /// The inode number of the file.
    package let inode: UInt64
    /// The size in bytes.
    package let size: Int
    /// The time of the last change of the content, in nanoseconds since 1970.
    package let modified: Int64
    /// The time of the last change of the content or the inode (names, links, permissions), in nanoseconds since 1970.
    package let changed: Int64

    /// Returns whether both identities belong to the same file, even if its content has changed.
    package func isSameFile(as other: Identity) -> Bool { (device, inode) == (other.device, other.inode) }

    fileprivate init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      modified = FileSystem.nanoseconds(status.st_mtim)
      changed = FileSystem.nanoseconds(status.st_ctim)
    }
  }

  /// Returns the identity of the file at a path. Symbolic links are followed.
  ///
  /// - Throws: ``FileError`` when `fstatat` fails.
  package static func identity(_ path: [UInt8]) throws(FileError) -> Identity {
    var status = stat()
    guard fstatat(AT_FDCWD, terminated(path), &status, 0) == 0 else { throw FileError(call: "stat", number: errno) }
    return Identity(status)
  }

  /// The current time of the system clock, in nanoseconds since 1970.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  fileprivate static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Returns the absolute path of a file. Symbolic links in its folder are resolved; the last component is kept.
  ///
  /// - Throws: ``FileError`` when the folder cannot be resolved.
  package static func absolute(_ path: [UInt8]) throws(FileError) -> [UInt8] {
    let (folder, name) = split(path)
    let parent = try resolved(folder)
    return (parent == [slash] ? [] : parent) + [slash] + name
  }

  /// Returns the absolute path of a file with all symbolic links resolved, including one at the end.
  ///
  /// - Throws: ``FileError`` when the path cannot be resolved.
  package static func resolved(_ path: [UInt8]) throws(FileError) -> [UInt8] {
    guard let resolved = realpath(terminated(path), nil) else { throw FileError(call: "realpath", number: errno) }
    defer { free(resolved) }
    return Array(UnsafeBufferPointer(start: resolved, count: strlen(resolved))).map { UInt8(bitPattern: $0) }
  }

  /// Splits a path at its last slash. The folder is `.` when the path has no slash.
  package static func split(_ path: [UInt8]) -> (folder: [UInt8], name: [UInt8]) {
    guard let last = path.lastIndex(of: slash) else { return ([UInt8(ascii: ".")], path) }
    return (last == 0 ? [slash] : Array(path[..<last]), Array(path[(last + 1)...]))
  }

  /// Reads a regular file. A symbolic link at the end of the path is refused.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - limit: The largest number of bytes to read; the rest is ignored.
  /// - Returns: The bytes of the file, from its start.
  /// - Throws: ``FileError``; with `EINVAL` when the path is not a regular file.
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

  /// Reads a regular file in parts. A symbolic link at the end of the path is refused.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - body: Handles one part of at most 64 KB, and returns whether to go on. It must not keep the pointer.
  /// - Throws: ``FileError``; with `EINVAL` when the path is not a regular file.
  package static func read(
    _ path: [UInt8], _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(FileError) {
    try reading(path) { (descriptor, _) throws(FileError) in
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 16)
      defer { buffer.deallocate() }
      while true {
        let count = try fill(buffer, from: descriptor)
        guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
      }
    }
  }

  /// Reads the start and the end of a regular file. A symbolic link at the end of the path is refused.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - head: The number of bytes to read from the start.
  ///   - tail: The number of bytes to read from the end.
  /// - Returns: The bytes at the start and at the end, which are fewer when the file is shorter, and the size of the
  ///   file.
  /// - Throws: ``FileError``; with `EINVAL` when the path is not a regular file.
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

  /// Reads a regular file as a database image. A symbolic link at the end of the path is refused.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - limit: The largest number of bytes to read; the rest is ignored.
  /// - Throws: ``FileError``; with `EINVAL` when the path is not a regular file.
  package static func image(_ path: [UInt8], limit: Int) throws(FileError) -> DatabaseImage {
    try reading(path) { (descriptor, size) throws(FileError) in
      try DatabaseImage(capacity: min(limit, size)) { (buffer) throws(FileError) in try fill(buffer, from: descriptor) }
    }
  }

  private static func reading<Content>(
    _ path: [UInt8], _ body: (_ descriptor: Int32, _ size: Int) throws(FileError) -> Content
  ) throws(FileError) -> Content {
    // O_NONBLOCK: if the path has become a FIFO, opening it must not wait for a writer.
    let descriptor = Glibc.open(terminated(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(call: "open", number: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(call: "fstat", number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(call: "open", number: EINVAL) }
    return try body(descriptor, Int(status.st_size))
  }

  /// Reads from `descriptor` until `buffer` is full or the file ends, and returns the number of bytes read.
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

/// The error numbers that callers distinguish. They are repeated here so that no other module imports the C library for
/// them.
extension FileError {
  /// The device has no space left (`ENOSPC`).
  package static let noSpace = ENOSPC
  /// The user's disk quota is used up (`EDQUOT`).
  package static let quota = EDQUOT
  /// The file would exceed a size limit (`EFBIG`).
  package static let tooLarge = EFBIG
  /// The file system is read-only (`EROFS`).
  package static let readOnly = EROFS
  /// The permissions of the file or folder do not allow the call (`EACCES`).
  package static let denied = EACCES
  /// The operation is not permitted (`EPERM`).
  package static let notPermitted = EPERM
  /// A part of the path is not a folder (`ENOTDIR`).
  package static let notDirectory = ENOTDIR
  /// The errors of a device that cannot be read (`EIO`, `ENXIO`).
  package static let ofDevice = [EIO, ENXIO]
  static let noMemory = FileError(call: "malloc", number: ENOMEM)
}
