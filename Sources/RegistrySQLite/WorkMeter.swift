import CSQLite

/// What statements may take before they are stopped, in proportion to the size of their file.
///
/// A schema that is right to the letter says nothing about the pages below it: 17 pages, each of whose cells leads to the
/// next one, are a table of 50^17 rows. So every statement counts its steps, its memory, its rows and their bytes. None
/// of these depends on a clock, and so neither does the outcome.
final class WorkMeter {
  /// What one use of a statement has taken so far.
  final class Usage {
    fileprivate var callsLeft: Int
    fileprivate let memoryLimit: Int64
    fileprivate var rowsLeft: Int
    fileprivate var bytesLeft: Int

    /// - Parameters:
    ///   - size: the size of the file in bytes; nil sets no limit.
    ///   - factor: how many rows of a result one stored row can come to.
    fileprivate init(fileSize size: Int?, factor: Int) {
      guard let size else {
        (callsLeft, memoryLimit, rowsLeft, bytesLeft) = (.max, .max, .max, .max)
        return
      }
      // A row takes some ten steps and at least six bytes. The constants cover what a transaction has not written to
      // the file yet, which is at most the page cache of 2 MB.
      callsLeft = (10_000_000 + 30 * size) / WorkMeter.interval
      memoryLimit = sqlite3_memory_used() + 64_000_000 + 4 * Int64(size)
      rowsLeft = factor * (100_000 + size / 6)
      bytesLeft = factor * (4_194_304 + 2 * size)
    }

    /// One more row; false where the file cannot hold so many.
    func countRow() -> Bool {
      rowsLeft -= 1
      return rowsLeft >= 0
    }

    /// So many bytes more of the rows; false where the file cannot hold so many.
    func countBytes(_ count: Int) -> Bool {
      bytesLeft -= count
      return bytesLeft >= 0
    }
  }

  /// Steps of SQLite's virtual machine between two looks at the meter. A step can take a value of `LIMIT_LENGTH`, which
  /// bounds what memory can grow in between.
  private static let interval = 100

  private let database: OpaquePointer
  private let isLimited: Bool
  /// Of the statement that runs, or of what is being prepared.
  private var current: Usage

  /// A meter for the statements of a connection, which keeps it alive for as long as it is open.
  init(_ database: OpaquePointer, isLimited: Bool) {
    self.database = database
    self.isLimited = isLimited
    current = Usage(fileSize: nil, factor: 1)
    guard isLimited else { return }
    sqlite3_progress_handler(
      database, Int32(Self.interval),
      { Unmanaged<WorkMeter>.fromOpaque($0.unsafelyUnwrapped).takeUnretainedValue().mustStop ? 1 : 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  private var mustStop: Bool {
    current.callsLeft -= 1
    return current.callsLeft < 0 || sqlite3_memory_used() > current.memoryLimit
  }

  /// What the next use of a statement may take.
  func makeUsage(factor: Int = 1) -> Usage {
    Usage(fileSize: isLimited ? databaseFileSize(database) : nil, factor: factor)
  }

  /// Counts for `usage` from here on.
  func run(_ usage: Usage) { current = usage }
}

/// The size of the main database's file as its open descriptor says it.
private func databaseFileSize(_ database: OpaquePointer) -> Int {
  var file: UnsafeMutablePointer<sqlite3_file>?
  var size: sqlite3_int64 = 0
  guard sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
    let read = file.pointee.pMethods?.pointee.xFileSize, read(file, &size) == SQLITE_OK
  else { return 0 }
  return Int(size)
}
