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

  /// Opens an existing registry.
  ///
  /// Throws: `file-not-found`; `not-a-registry` for anything but a regular file of ours; `newer-schema` and
  /// `divergent-schema` for one that this build does not know to the letter; `migration-pending` for an older one;
  /// `corrupt`, `busy`, `read-only` or `input-output` as the file and the system have it.
  public convenience init(opening path: FilePath, for access: Access) throws(RegistryError) {
    let connection = try RegistryFile.open(path, for: access)
    let plan = try MigrationPlan(
      applied: try Migrator.applied(in: connection), available: EmbeddedSQL.migrations)
    if let next = plan.pending.first {
      throw RegistryError(
        .migrationPending,
        "The registry's schema is \(next.version - 1); this build needs \(EmbeddedSQL.migrations.count).",
        hint: "Run 'admin migrate'.")
    }
    self.init(connection)
  }

  /// Makes a new registry at a path where nothing lies, whole or not at all, as operation 1 of its history; gives where
  /// it stands then.
  ///
  /// Throws: `file-exists` where anything lies at the path; `read-only`, `disk-full` or `input-output`.
  @discardableResult
  public static func create(
    at path: FilePath, contents: Contents, as intent: OperationIntent
  ) throws(RegistryError) -> RegistryStatus {
    try RegistryFile.create(at: path, contents: contents, as: intent)
  }

  /// Applies the migrations that the registry at `path` lacks, each in a transaction of its own, and gives their names.
  /// With `isDryRun` nothing is changed.
  ///
  /// Throws: as opening does, but for `migration-pending`.
  public static func migrate(_ path: FilePath, isDryRun: Bool) throws(RegistryError) -> [String] {
    let connection = try RegistryFile.open(path, for: isDryRun ? .reading : .editing)
    let plan = try MigrationPlan(
      applied: try Migrator.applied(in: connection), available: EmbeddedSQL.migrations)
    if !isDryRun {
      for migration in plan.pending { try Migrator.apply(migration, to: connection, at: .now) }
    }
    return plan.pending.map(\.label)
  }

  private init(_ connection: sending Connection) { self.connection = Mutex(connection) }
}
