import Glibc
import Registry

/// The bytes of a file or of standard input, which can be read more than once.
///
/// A pipe can be read only once, so its content is first copied to a temporary file without a name. This also means
/// that the registry is not locked while someone is still typing.
final class InputFile: Sendable {
  private let descriptor: Int32
  /// The offset of the first byte. Another program may already have read a part of standard input.
  private let start: Int

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
    let kind = fstat(opened, &information) == 0 ? information.st_mode & S_IFMT : 0
    guard kind != S_IFDIR else {
      close(opened)
      throw CommandFailure(code: "input-output", message: "\(path) is a folder, not a file.", hint: nil, exit: 8)
    }
    let isRegular = kind == S_IFREG
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
  }

  deinit { close(descriptor) }

  /// Calls `body` with the bytes from the start, in parts of at most 64 KB, until it returns false.
  func forEachPart(
    _ body: (ArraySlice<UInt8>) throws(RegistryError) -> Bool
  ) throws(RegistryError) {
    guard lseek(descriptor, start, SEEK_SET) == start else { throw .unreadable(String(cString: strerror(errno))) }
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    while case let count = try StandardInput.read(descriptor, into: &buffer), count > 0 {
      guard try body(buffer[..<count]) else { return }
    }
  }

  private static var tooLarge: CommandFailure {
    CommandFailure(
      code: "invalid-text", message: "The input is longer than \(sizeLimit) bytes.", hint: "Import it in parts.",
      exit: 65)
  }

  /// Returns the error for a write to the temporary file that failed.
  private static func unkept(in folder: String, _ number: Int32) -> CommandFailure {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(number)
    return CommandFailure(
      code: isFull ? "disk-full" : "input-output",
      message: "The input cannot be kept in \(folder): \(String(cString: strerror(number))).",
      hint: isFull ? "Free some space." : "Set TMPDIR to another folder.", exit: 8)
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
          guard more > 0 else { throw unkept(in: folder, errno) }
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
