import Crypto

/// All objects of a database with the exact SQL that created them.
///
/// All files of one schema version have exactly equal schemas. An additional trigger, view or virtual table would be
/// code that someone else added.
package struct DatabaseSchema: Equatable {
  /// The UTF-8 of each object's SQL, by `type name on table`; empty for the indexes that SQLite creates by itself.
  /// Bytes are used because Swift strings that differ only in normalization are equal.
  package let objects: [String: [UInt8]]

  /// Reads the rows of `sqlite_schema` (sqlite.org/schematab.html).
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - body: Called with each row.
  /// - Throws: ``RegistryError/Code/corrupt`` when a value has an unexpected type; the error of `body`.
  package init<Rows: RowReading & ~Copyable>(
    _ rows: inout Rows, _ body: (borrowing Rows) throws(RegistryError) -> Void = { (_) throws(RegistryError) in }
  ) throws(RegistryError) {
    var objects: [String: [UInt8]] = [:]
    while try rows.next() {
      try body(rows)
      let name = "\(try rows.text(0)) \(try rows.text(1)) on \(try rows.text(2))"
      objects[name] = Array((try rows.optionalText(4) ?? "").utf8)
    }
    self.objects = objects
  }

  /// Creates the schema that results from statements of the form `CREATE TABLE name …`, `CREATE VIEW name …` or
  /// `CREATE UNIQUE INDEX name ON table …`. No table may need an automatic index.
  ///
  /// SQLite stores the text of each statement unchanged (sqlite.org/schematab.html).
  package init(statements: [String]) {
    var objects: [String: [UInt8]] = [:]
    for statement in statements {
      let words = statement.split { $0 == " " || $0 == "\n" }.filter { $0 != "UNIQUE" }
      guard words.count > 4 else { continue }
      let table = words[3] == "ON" ? words[4] : words[2]
      objects["\(words[1].lowercased()) \(words[2]) on \(table)"] = Array(statement.utf8)
    }
    self.objects = objects
  }

  /// The SHA-256 of all objects in the order of their names, in lower-case hexadecimal. A length precedes each name and
  /// each SQL text, so that no two schemas have the same encoding.
  package var digest: String {
    var encoding: [UInt8] = []
    for (name, sql) in objects.sorted(by: { $0.key < $1.key }) {
      encoding += "\(name.utf8.count):\(name)\(sql.count):".utf8
      encoding += sql
    }
    return SHA256.hexadecimal(encoding)
  }

  /// Describes the first object, in the order of the names, that differs from the expected schema; nil when the schemas
  /// are equal.
  package func firstDifference(from expected: DatabaseSchema) -> String? {
    if objects == expected.objects { return nil }
    for name in Set(objects.keys).union(expected.objects.keys).sorted() where objects[name] != expected.objects[name] {
      if objects[name] == nil { return "\(name) is missing" }
      return expected.objects[name] == nil ? "\(name) does not belong there" : "\(name) differs"
    }
    return nil
  }
}
