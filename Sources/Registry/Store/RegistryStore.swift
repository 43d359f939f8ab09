import RegistryBytes
import RegistryCatalog
import RegistrySQLite
import Synchronization

/// An open registry: one SQLite file with its history and the rules for changing it.
///
/// ```swift
/// let store = try RegistryStore(opening: "registry.db", for: .reading)
/// let codes = try store.read { registry in try registry.codes() }
/// print(codes.count)
/// ```
///
/// A store can be shared between threads. Every call takes the lock of the store, so use it for editing. A service that
/// handles requests should use a `Catalog`, which takes no lock.
public final class RegistryStore: Sendable {
  /// The access for which a store is opened.
  public enum Access: Sendable {
    /// Reading only. This needs no write access and leaves no files behind.
    case reading
    /// Reading and writing.
    case editing
  }

  /// The initial content of a new registry.
  public enum Contents: Sendable {
    /// Only the source language.
    case empty
    /// The languages, categories, codes and messages of `seed.sql`.
    case seed
  }

  let connection: Mutex<Connection>
  /// The absolute path.
  private let path: RegistryPath
  /// The identity of the file that was opened.
  private let file: FileSystem.Identity
  /// The time of the last write to the journal that was rolled back when the store was opened; nil when there was none.
  ///
  /// A writer that is killed leaves a journal. The next process that opens the registry restores the pages from it,
  /// which takes back only the edit that was not committed. A journal of an older copy of the file looks the same, and
  /// takes back later commits as well, so report this to the user.
  public let recoveredJournal: Timestamp?

  /// Opens an existing registry.
  ///
  /// - Parameters:
  ///   - path: The path of the registry.
  ///   - access: Whether the store is used for reading or for editing.
  /// - Throws: `RegistryError.Code.fileNotFound` when there is no file at the path; `RegistryError.Code.notARegistry`
  ///   when it is not a regular file or not a registry; `RegistryError.Code.newerSchema` when a newer build made it;
  ///   `RegistryError.Code.divergentSchema` when its schema or migrations differ from those of this build;
  ///   `RegistryError.Code.migrationPending` when it must be migrated first; `RegistryError.Code.sidecar` when there is
  ///   a foreign journal beside it; `RegistryError.Code.interruptedWriter` when the journal of a killed writer must be
  ///   rolled back and there is no write access; `RegistryError.Code.corrupt` when the file is damaged;
  ///   `RegistryError.Code.busy` when another process holds the lock for more than 5 s; `RegistryError.Code.readOnly`
  ///   or `RegistryError.Code.inputOutput` when a system call fails.
  public convenience init(opening path: RegistryPath, for access: Access) throws(RegistryError) {
    let opened = try RegistryFile.open(path, for: access)
    let plan = try MigrationPlan(
      applied: try Migrator.applied(in: opened.database), available: EmbeddedSQL.migrations)
    if let next = plan.pending.first {
      throw RegistryError(
        .migrationPending,
        "The registry's schema is \(next.version - 1); this build needs \(EmbeddedSQL.migrations.count).",
        .migrate)
    }
    self.init(opened)
  }

  /// Creates a new registry, as operation 1 of its history.
  ///
  /// The file is published in one step, so that a failure leaves no partial file.
  ///
  /// - Parameters:
  ///   - path: The path of the new registry, where no file exists yet.
  ///   - contents: The initial content.
  ///   - intent: The actor, the command and the reason, which are stored in the history.
  /// - Returns: A summary of the new registry.
  /// - Throws: `RegistryError.Code.fileExists` when there is already a file at the path;
  ///   `RegistryError.Code.invalidValue` when the path is empty or contains a NUL; `RegistryError.Code.invalidText`
  ///   when the actor or the note is not valid; `RegistryError.Code.fileNotFound`, `RegistryError.Code.readOnly`,
  ///   `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system call fails.
  @discardableResult
  public static func create(
    at path: RegistryPath, contents: Contents, as intent: OperationIntent
  ) throws(RegistryError) -> RegistryStatus {
    try RegistryFile.create(at: path, contents: contents, as: intent)
  }

  /// The result of a migration.
  public struct MigrationResult: Sendable {
    /// The names of the migrations that were pending, in order.
    public let migrations: [String]
    /// The time of the journal that was rolled back, as in ``RegistryStore/recoveredJournal``.
    public let recoveredJournal: Timestamp?
  }

  /// Applies the pending migrations to a registry, all or none of them.
  ///
  /// - Parameters:
  ///   - path: The path of the registry.
  ///   - isDryRun: Whether to return the pending migrations without applying them.
  /// - Returns: The names of the migrations.
  /// - Throws: The errors of ``init(opening:for:)`` except `RegistryError.Code.migrationPending`,
  ///   `RegistryError.Code.diskFull` when the disk is full, and `RegistryError.Code.notDurable` when the migrations are
  ///   stored, but a power loss could take them back. After any other error nothing has changed.
  public static func migrate(_ path: RegistryPath, isDryRun: Bool) throws(RegistryError) -> MigrationResult {
    let opened = try RegistryFile.open(path, for: isDryRun ? .reading : .editing)
    let database = opened.database
    let plan = try MigrationPlan(
      applied: try Migrator.applied(in: database), available: EmbeddedSQL.migrations)
    var migrations = plan.pending
    do {
      if !isDryRun, !migrations.isEmpty { migrations = try Migrator.migrate(database, at: .now) }
    } catch {
      throw error.withNothingChanged
    }
    return MigrationResult(migrations: migrations.map(\.label), recoveredJournal: opened.recovered?.date)
  }

  private init(_ opened: consuming sending RegistryFile.Opened) {
    (path, file, recoveredJournal) = (opened.path, opened.file, opened.recovered?.date)
    connection = Mutex(opened.database.connection)
  }

  /// Passes the database to `body` on one thread at a time.
  ///
  /// A store can be open for days, so the file and its journal are inspected before each use: an edit of a file that
  /// was replaced would be lost.
  func withDatabase<Value: Sendable>(
    _ body: (Database) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try connection.withLock { (connection) throws(RegistryError) in
      let connection = connection
      guard let now = try? FileSystem.status(path.bytes).identity, now.isSameFile(as: file) else {
        throw RegistryError(
          .fileReplaced, "\(path) was replaced by another file after it was opened; nothing was changed.", .openAgain)
      }
      _ = try RollbackJournal.inspect(beside: path, connection)
      return try body(Database(connection))
    }
  }
}
