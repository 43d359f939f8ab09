import RegistryBytes
import RegistryCatalog
import RegistrySQLite
import Synchronization

/// The editing database: one SQLite file, its history, and the rules for changing it.
///
/// Safe to share between threads; every call takes the store's lock, so it belongs in an editor, not on the request
/// path of a service: that is what `Catalog` is for.
public final class RegistryStore: Sendable {
  /// What the store was opened for.
  public enum Access: Sendable {
    /// Reading alone; needs no write access and leaves no file.
    case reading
    /// Reading and writing.
    case editing
  }

  /// What a new registry begins with.
  public enum Contents: Sendable {
    /// The source language alone.
    case empty
    /// The languages, categories, codes and messages of `seed.sql`.
    case seed
  }

  let connection: Mutex<Connection>
  /// The absolute path.
  private let path: RegistryPath
  /// The file that was opened.
  private let file: FileSystem.Identity
  /// When the journal that opening rolled back was last written; nil where there was none.
  ///
  /// A writer that is killed leaves a journal, and whoever opens the registry next restores the pages from it: the edit
  /// that was not committed is gone, and nothing else. A journal of an older copy of the file looks the same and takes
  /// back what was committed since, so tell the user.
  public let recoveredJournal: Timestamp?

  /// Opens an existing registry.
  ///
  /// Throws: `file-not-found`; `not-a-registry` for anything but a regular file of ours; `newer-schema` and
  /// `divergent-schema` for one that this build does not know to the letter; `migration-pending` for an older one;
  /// `sidecar` for a journal that is not one of this registry's; `corrupt`, `busy`, `read-only` or `input-output` as the
  /// file and the system have it.
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

  /// Makes a new registry at a path where nothing lies, whole or not at all, as operation 1 of its history; gives where
  /// it stands then.
  ///
  /// Throws: `file-exists` where anything lies at the path; `read-only`, `disk-full` or `input-output`.
  @discardableResult
  public static func create(
    at path: RegistryPath, contents: Contents, as intent: OperationIntent
  ) throws(RegistryError) -> RegistryStatus {
    try RegistryFile.create(at: path, contents: contents, as: intent)
  }

  /// What `migrate` came to.
  public struct MigrationResult: Sendable {
    /// The names of the migrations that were pending, in order.
    public let migrations: [String]
    /// As `RegistryStore.recoveredJournal`.
    public let recoveredJournal: Timestamp?
  }

  /// Applies the migrations that the registry at `path` lacks, each in a transaction of its own.
  /// With `isDryRun` nothing is changed.
  ///
  /// Throws: as opening does, but for `migration-pending`.
  public static func migrate(_ path: RegistryPath, isDryRun: Bool) throws(RegistryError) -> MigrationResult {
    let opened = try RegistryFile.open(path, for: isDryRun ? .reading : .editing)
    let database = opened.database
    let plan = try MigrationPlan(
      applied: try Migrator.applied(in: database), available: EmbeddedSQL.migrations)
    if !isDryRun {
      for migration in plan.pending { try Migrator.apply(migration, to: database, at: .now) }
    }
    return MigrationResult(migrations: plan.pending.map(\.label), recoveredJournal: opened.recovered?.date)
  }

  private init(_ opened: consuming sending RegistryFile.Opened) {
    (path, file, recoveredJournal) = (opened.path, opened.file, opened.recovered?.date)
    connection = Mutex(opened.database.connection)
  }

  /// Lends the database to one thread at a time. A store can be open for days, so the file and what lies beside it are
  /// inspected again each time: an edit of a file that was replaced would be lost with it.
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
