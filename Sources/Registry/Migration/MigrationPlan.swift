import RegistryCatalog

/// The pending migrations of a registry, computed from names and checksums alone.
struct MigrationPlan: Equatable {
  /// The migrations to apply, in order.
  let pending: [Migration]

  /// Compares the applied migrations of a registry with the migrations of this build.
  ///
  /// - Throws: `RegistryError.Code.newerSchema` when the registry has more migrations than this build;
  ///   `RegistryError.Code.divergentSchema` when a version has another name or checksum, or the registry skipped one.
  init(applied: [AppliedMigration], available: [Migration]) throws(RegistryError) {
    if let newest = applied.last, newest.version > available.count {
      throw RegistryError.newerSchema(found: newest.version, supported: available.count)
    }
    for (index, row) in applied.enumerated() {
      guard row.version == index + 1 else {
        throw Self.divergence("Migration \(index + 1) was never applied, but \(row.version) was.")
      }
      let migration = available[index]
      guard row.name == migration.name, row.checksum == migration.checksum else {
        throw Self.divergence(
          "Migration \(migration.label) differs from the one that was applied "
            + "(\(row.name), \(row.checksum.prefix(12))…).")
      }
    }
    pending = Array(available.dropFirst(applied.count))
  }

  private static func divergence(_ message: String) -> RegistryError {
    RegistryError(
      .divergentSchema, message, .useBuildOfRegistry)
  }
}
