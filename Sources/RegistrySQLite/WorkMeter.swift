import CSQLite

/// Limits the work of a connection's statements in proportion to the size of their file.
///
/// A valid schema says nothing about the pages of its tables: 17 pages whose cells all point to the next page form a
/// table of 50^17 rows. So each statement counts its steps, its memory, its rows and their bytes. No count depends on a
/// clock. The memory is that of the whole process, so its limit includes the ``MemoryGrant`` of everything else that
/// SQLite does meanwhile.
final class WorkMeter {
  /// The work that one execution of a statement may still do.
  final class Usage {
    fileprivate var callsLeft: Int
    private let memoryAtStart = sqlite3_memory_used()
    private let grant: MemoryGrant?
    fileprivate var rowsLeft: Int
    fileprivate var bytesLeft: Int

    /// Creates the budget of one execution.
    ///
    /// - Parameters:
    ///   - size: The size of the file in bytes; nil for no limit.
    ///   - factor: The largest number of result rows for each stored row.
    fileprivate init(fileSize size: Int?, factor: Int) {
      guard let size else {
        (callsLeft, grant, rowsLeft, bytesLeft) = (.max, nil, .max, .max)
        return
      }
      // A row takes about ten steps and at least six bytes. The constants cover data that a transaction has not yet
      // written to the file, which is at most the page cache of 2 MB.
      callsLeft = (10_000_000 + 30 * size) / WorkMeter.interval
      grant = MemoryGrant(64_000_000 + 4 * size)
      rowsLeft = factor * (100_000 + size / 6)
      bytesLeft = factor * (4_194_304 + 2 * size)
    }

    /// Whether SQLite has taken more memory since the start than everything that it does may take together.
    fileprivate var takesTooMuchMemory: Bool {
      Int(sqlite3_memory_used() - memoryAtStart) > MemoryGrant.sum
    }

    /// Counts one row. Returns false when the file cannot hold that many rows.
    func countRow() -> Bool {
      rowsLeft -= 1
      return rowsLeft >= 0
    }

    /// Counts bytes of a row. Returns false when the file cannot hold that many bytes.
    func countBytes(_ count: Int) -> Bool {
      bytesLeft -= count
      return bytesLeft >= 0
    }
  }

  /// The number of virtual machine steps between two checks. One step can allocate a value of up to
  /// `SQLITE_LIMIT_LENGTH` bytes, which bounds how much memory can grow between checks.
  private static let interval = 100

  private let database: OpaquePointer
  /// The memory of a database without limits. Its pages stay in memory when a statement has ended. Nil for a database
  /// with limits.
  private let unlimited: MemoryGrant?
  /// The budget of the statement that is running or being prepared.
  private var current: Usage?

  /// Creates a meter and installs it as the progress handler of a connection. The connection keeps the meter alive
  /// while it is open.
  init(_ database: OpaquePointer, isLimited: Bool) {
    self.database = database
    unlimited = isLimited ? nil : MemoryGrant(0)
    guard isLimited else { return }
    sqlite3_progress_handler(
      database, Int32(Self.interval),
      { Unmanaged<WorkMeter>.fromOpaque($0.unsafelyUnwrapped).takeUnretainedValue().mustStop ? 1 : 0 },
      Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether the running statement has used up its steps or memory.
  private var mustStop: Bool {
    guard let current else { return false }
    current.callsLeft -= 1
    return current.callsLeft < 0 || current.takesTooMuchMemory
  }

  /// Returns the budget for one execution of a statement.
  func makeUsage(factor: Int = 1) -> Usage {
    guard let unlimited else { return Usage(fileSize: fileSize(of: database), factor: factor) }
    // Twice the pages, because making an image of them copies them.
    unlimited.bytes = 64_000_000 + 2 * cacheSize(of: database)
    return Usage(fileSize: nil, factor: factor)
  }

  /// Calls `body`, whose steps are counted against `usage`.
  func run<Result, Failure>(_ usage: Usage, _ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    current = usage
    defer { current = nil }
    return try body()
  }
}

/// Returns the number of bytes that the pages of a connection take in memory.
private func cacheSize(of database: OpaquePointer) -> Int {
  var (size, highest): (Int32, Int32) = (0, 0)
  sqlite3_db_status(database, SQLITE_DBSTATUS_CACHE_USED, &size, &highest, 0)
  return Int(size)
}
