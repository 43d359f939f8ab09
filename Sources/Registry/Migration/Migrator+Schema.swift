import RegistryCatalog

/// The schema that the migrations create. The schema of an opened file must be equal to it.
extension Migrator {
  /// Returns a description of the first object of `schema` that differs from the schema of the first `version`
  /// migrations; nil when they are equal.
  static func firstDifference(of schema: DatabaseSchema, fromVersion version: Int) throws(RegistryError) -> String? {
    // Creating the schema takes longer than the rest of a command, so it is only created when the digest differs or the
    // version is unknown.
    if schemaDigests.indices.contains(version - 1), schemaDigests[version - 1] == schema.digest { return nil }
    return schema.firstDifference(from: try self.schema(ofVersion: version))
  }

  /// Returns the schema that the first `version` migrations create.
  static func schema(ofVersion version: Int) throws(RegistryError) -> DatabaseSchema {
    let database = try Database.inMemory()
    for migration in EmbeddedSQL.migrations.prefix(version) { try database.executeScript(migration.sql) }
    return try DatabaseSchema(of: database)
  }

  /// The digests of the schemas by version, from version 1. `MigratorTests` computes them all and reports the expected
  /// lines. The line of a released migration never changes.
  static let schemaDigests: [String] = [
    "3b8069118d0c931705e159a3c4944996c3312a4c8989377a0944157e1bc0845b",
    "0e7dd770854290a0b7d3b46e00ea600601d13c009fb7a47023796cbc6432e02f",
    "178aab5f21908117d519d985de9e88debcdc567aeeffcac5f35fe7ef48c964bf",
    "70a5a372fb7aabe481e93a6c29c05e21411d5b37d6f95586b57996461309217e",
    "cccc19feb71bc12283916ad2fd1ff546fd1af9bc027f99345d32c76d232a7b9c",
    "dd6991d4d0621e3fe5f382337378fa895e8bd4bcd88969ee0a573fac9c48582a",
    "d35cd5a65e89455394d0853d0bed60f0d98a8c9deda60a2a3bc8332fbfcb76d4",
    "a6df8efee74224cecd33d1de3fca14f9c6412a85cbad7a391b942d0eac4b4316",
    "05edc6d749c2118cfa0a3b8190c2806dcc776718859c0560dc0fc86a7cbab343",
    "064ce3db590c0ec1446be8839be309991049fd74ba98303aabbb1471a5291177",
    "ff55fa8b53ee6ba54b097c96902b2f82e7d6cac44cfd75a6d02b203331db3311",
    "84490eae70329b7481a00d7488ff1993bb584691970164ecb35b0081226cb969",
  ]
}
