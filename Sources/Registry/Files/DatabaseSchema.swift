import Crypto
import RegistrySQLite

/// Every object of a database and the exact SQL that made it. Two files of one schema version have equal schemas, to
/// the letter: an extra trigger, view or virtual table is code that someone else put there.
struct DatabaseSchema: Equatable {
  /// The bytes of the SQL by `type name table`, as strings are equal when they differ in normalization alone; empty for
  /// the indexes that SQLite makes itself.
  let objects: [String: [UInt8]]

  /// Reads the schema of an open database.
  init(of connection: Connection) throws(RegistryError) {
    var rows = try connection.rows("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")
    try self.init(&rows)
  }

  /// Reads the rows of `sqlite_schema` (sqlite.org/schematab.html).
  init(_ rows: inout some RowReading & ~Copyable) throws(RegistryError) {
    var objects: [String: [UInt8]] = [:]
    while try rows.next() {
      let name = "\(try rows.text(0)) \(try rows.text(1)) on \(try rows.text(2))"
      objects[name] = Array((try rows.optionalText(4) ?? "").utf8)
    }
    self.objects = objects
  }

  /// The schema that these statements make, each `CREATE TABLE name …` or `CREATE VIEW name …`, which SQLite keeps to
  /// the letter (sqlite.org/schematab.html); none makes an index of its own.
  init(statements: [String]) {
    var objects: [String: [UInt8]] = [:]
    for statement in statements {
      let words = statement.split(maxSplits: 3) { $0 == " " }
      guard words.count == 4 else { continue }
      objects["\(words[1].lowercased()) \(words[2]) on \(words[2])"] = Array(statement.utf8)
    }
    self.objects = objects
  }

  /// SHA-256 over every object in the order of their names, each name and SQL behind its length, so that nothing of one
  /// can be taken for a part of another; in lower-case hexadecimal.
  var digest: String {
    var encoding: [UInt8] = []
    for (name, sql) in objects.sorted(by: { $0.key < $1.key }) {
      encoding += "\(name.utf8.count):\(name)\(sql.count):".utf8
      encoding += sql
    }
    return SHA256.hash(data: encoding).hexadecimal
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
