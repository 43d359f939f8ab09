import Glibc
import Registry

/// The lines of an import, which are read twice.
///
/// A pipe can be read only once, so its content is first copied to a temporary file without a name. This also means
/// that the registry is not locked while someone is still typing.
final class ImportFile: Sendable {
  private let descriptor: Int32
  /// The offset of the first line. Another program may already have read a part of standard input.
  private let start: Int
  /// The number of lines.
  let count: Int

  private static let chunk = 65_536
  /// The size of the largest input, in bytes.
  private static let sizeLimit = 268_435_456

  /// Opens the file at a path, or standard input for `-`.
  init(_ path: RegistryPath) throws {
    let isStandardInput = path.bytes == Array("-".utf8)
    let opened =
      isStandardInput ? dup(STDIN_FILENO) : open(path.bytes.map { CChar(bitPattern: $0) } + [0], O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else {
      let isMissing = errno == ENOENT
      throw CommandFailure(
        code: isMissing ? "file-not-found" : "input-output",
        message: "\(path) cannot be read: \(String(cString: strerror(errno))).", hint: nil, exit: isMissing ? 4 : 8)
    }
    var information = stat()
    let isRegular = fstat(opened, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
    do {
      descriptor = isRegular ? opened : try Self.spooled(opened)
    } catch {
      close(opened)
      throw error
    }
    if !isRegular { close(opened) }
    start = isRegular ? max(0, lseek(descriptor, 0, SEEK_CUR)) : 0
    guard !isRegular || information.st_size <= Self.sizeLimit else {
      close(descriptor)
      throw Self.tooLarge
    }
    var count = 0
    try Self.lines(of: descriptor, from: start) { (_, _) throws(RegistryError) in count += 1 }
    self.count = count
  }

  deinit { close(descriptor) }

  /// Calls `body` with the entry of each line that is not empty, or with the error of a line that is invalid.
  func forEachEntry(
    _ body: (ImportEntry) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    try Self.lines(of: descriptor, from: start) { (number, bytes) throws(RegistryError) in
      guard let bytes else { return try body(.failure(TranslationLine.overlong(number))) }
      let entry: ImportEntry
      do throws(RegistryError) {
        guard let found = try TranslationLine.entry(bytes, number: number) else { return }
        entry = .success(found)
      } catch {
        entry = .failure(RegistryError.RefusedLine(line: number, error))
      }
      try body(entry)
    }
  }

  /// Calls `body` with the number of each line, counted from 1, and its bytes, which are nil when the line is too long.
  private static func lines(
    of descriptor: Int32, from offset: Int, _ body: (Int, ArraySlice<UInt8>?) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    guard lseek(descriptor, offset, SEEK_SET) == offset else { throw .unreadable(String(cString: strerror(errno))) }
    var buffer = [UInt8](repeating: 0, count: chunk)
    var rest: [UInt8] = []
    var (number, isTooLong) = (0, false)
    while true {
      let count = try StandardInput.read(descriptor, into: &buffer)
      if count == 0 { break }
      var start = 0
      while let end = buffer[start..<count].firstIndex(of: 0x0A) {
        number += 1
        if isTooLong || rest.count + end - start > TranslationLine.maximumBytes {
          try body(number, nil)
        } else if rest.isEmpty {
          try body(number, buffer[start..<end])
        } else {
          try body(number, (rest + buffer[start..<end])[...])
        }
        (rest, isTooLong) = ([], false)
        start = end + 1
      }
      if rest.count + count - start > TranslationLine.maximumBytes { (rest, isTooLong) = ([], true) }
      if !isTooLong { rest += buffer[start..<count] }
    }
    if isTooLong { try body(number + 1, nil) } else if !rest.isEmpty { try body(number + 1, rest[...]) }
  }

  private static var tooLarge: CommandFailure {
    CommandFailure(
      code: "invalid-text", message: "The input is longer than \(sizeLimit) bytes.", hint: "Import it in parts.",
      exit: 65)
  }

  /// Copies the input to a temporary file that no other user can access and that is removed when the process ends.
  private static func spooled(_ source: Int32) throws -> Int32 {
    let folder = ProcessBytes.environment("TMPDIR") ?? "/tmp"
    // mkstemp(3) replaces the six letters X.
    var name = (folder + "/admin-import-XXXXXX").utf8CString.map { $0 }
    let copy = mkstemp(&name)
    guard copy >= 0 else {
      throw CommandFailure(
        code: "input-output", message: "Cannot create a file for the input in \(folder).",
        hint: "Set TMPDIR to a folder that you may write to.", exit: 8)
    }
    unlink(name)
    var buffer = [UInt8](repeating: 0, count: chunk)
    var total = 0
    do {
      while case let count = try StandardInput.read(source, into: &buffer), count > 0 {
        total += count
        if total > sizeLimit { throw tooLarge }
        var rest = buffer[..<count]
        while !rest.isEmpty {
          let more = write(copy, Array(rest), rest.count)
          if more < 0 && errno == EINTR { continue }
          guard more > 0 else {
            throw CommandFailure(
              code: "disk-full", message: "The input cannot be kept in \(folder).", hint: "Free some space.", exit: 8)
          }
          rest = rest.dropFirst(more)
        }
      }
    } catch {
      close(copy)
      throw error
    }
    return copy
  }
}
