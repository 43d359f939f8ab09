import RegistrySQLite

/// Every object of a database and the exact SQL that made it. Two files of one schema version have equal schemas, to
/// the letter: an extra trigger, view or virtual table is code that someone else put there.
struct DatabaseSchema: Equatable {
  /// The SQL by `type name table`; empty for the indexes that SQLite makes itself.
  let objects: [String: String]

  /// Reads the schema of an open database.
  init(of connection: Connection) throws(RegistryError) {
    let rows = try connection.rows("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema")
    var objects: [String: String] = [:]
    while try rows.next() {
      objects["\(try rows.text(0)) \(try rows.text(1)) on \(try rows.text(2))"] = try rows.text(3)
    }
    self.objects = objects
  }

  /// The first object, by name, that this schema has and `expected` has not, lacks, or has with other SQL; nil where
  /// they are equal.
  func firstDifference(from expected: DatabaseSchema) -> String? {
    if objects == expected.objects { return nil }
    for name in Set(objects.keys).union(expected.objects.keys).sorted() where objects[name] != expected.objects[name] {
      if objects[name] == nil { return "\(name) is missing" }
      return expected.objects[name] == nil ? "\(name) does not belong there" : "\(name) differs"
    }
    return nil
  }
}
