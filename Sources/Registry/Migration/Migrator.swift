import RegistryCatalog

/// Applies migrations, each together with its row in `schema_migration`.
enum Migrator {
  /// Returns the migrations that were applied to the file, by version; none for an empty database.
  static func applied(in database: Database) throws(RegistryError) -> [AppliedMigration] {
    let exists = try database.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migration'")
    guard exists == 1 else { return [] }
    let rows = try database.query("SELECT version, name, checksum FROM schema_migration ORDER BY version")
    var applied: [AppliedMigration] = []
    while try rows.next() {
      applied.append(
        AppliedMigration(version: try rows.integer(0), name: try rows.text(1), checksum: try rows.text(2)))
    }
    return applied
  }

  /// Applies all pending migrations in one transaction, and returns them.
  static func migrate(
    _ database: Database, with available: [Migration] = EmbeddedSQL.migrations, at time: Timestamp
  ) throws(RegistryError) -> [Migration] {
    try database.transaction(.immediate) { () throws(RegistryError) in
      // The plan is made under the lock, so that no other process can apply a migration in between.
      let plan = try MigrationPlan(applied: try applied(in: database), available: available)
      for migration in plan.pending { try apply(migration, to: database, at: time) }
      return plan.pending
    }
  }

  private static func apply(
    _ migration: Migration, to database: Database, at time: Timestamp
  ) throws(RegistryError) {
    try database.executeScript(migration.sql)
    try database.execute(
      "INSERT INTO schema_migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)",
      [.init(migration.version), .text(migration.name), .text(migration.checksum), .text(time.description)])
    // PRAGMA has no parameters; both values are numbers from this code.
    try database.execute("PRAGMA user_version = \(migration.version)")
    try database.execute("PRAGMA application_id = \(DatabaseFile.registryID)")
  }
}
