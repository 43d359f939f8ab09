import RegistryCatalog

/// What the migrations make, to the letter: an opened file is compared with it.
extension Migrator {
  /// The first object of `schema` that is not what the first `version` migrations make; nil where they are equal.
  static func firstDifference(of schema: DatabaseSchema, fromVersion version: Int) throws(RegistryError) -> String? {
    // Making the schema takes longer than everything else that a command does. So it is made only where the digest says
    // that there is a difference to name, or does not know the version.
    if schemaDigests.indices.contains(version - 1), schemaDigests[version - 1] == schema.digest { return nil }
    return schema.firstDifference(from: try self.schema(ofVersion: version))
  }

  /// The schema that the first `version` migrations make.
  static func schema(ofVersion version: Int) throws(RegistryError) -> DatabaseSchema {
    let database = try Database.inMemory()
    for migration in EmbeddedSQL.migrations.prefix(version) { try database.executeScript(migration.sql) }
    return try DatabaseSchema(of: database)
  }

  /// The digest of each version's schema, from the first. `MigratorTests` makes them all and says what belongs here. A
  /// line of a released migration never changes.
  static let schemaDigests: [String] = [
    "3b8069118d0c931705e159a3c4944996c3312a4c8989377a0944157e1bc0845b",
    "0e7dd770854290a0b7d3b46e00ea600601d13c009fb7a47023796cbc6432e02f",
    "178aab5f21908117d519d985de9e88debcdc567aeeffcac5f35fe7ef48c964bf",
    "70a5a372fb7aabe481e93a6c29c05e21411d5b37d6f95586b57996461309217e",
    "cccc19feb71bc12283916ad2fd1ff546fd1af9bc027f99345d32c76d232a7b9c",
    "dd6991d4d0621e3fe5f382337378fa895e8bd4bcd88969ee0a573fac9c48582a",
    "d35cd5a65e89455394d0853d0bed60f0d98a8c9deda60a2a3bc8332fbfcb76d4",
  ]
}
