import RegistryCatalog
import RegistrySQLite

/// A table of the registry or of a snapshot whose columns are the fields of a type.
struct RowTable<Row: FieldListed>: Sendable {
  let name: String
  /// The fields that are stored in columns.
  let fields: [Field<Row>]
  /// The index of the column of the first field in ``select``. The key comes before it.
  let firstField: Int
  /// The index of the column of the revision in ``select``, after the fields.
  let revision: Int
  /// A `SELECT` of the key, the fields and, in the registry, the revision. Conditions and an order can be appended.
  let select: String
  /// An `INSERT` with a parameter for each of the same columns.
  let insert: String
  /// An `UPDATE` of the fields and the revision. The last parameters are the key and the revision that was read.
  let update: String
  /// An `UPDATE` of the fields of a row that is a part of another one. The last parameters are the key.
  let updatePart: String
  /// A `DELETE` with the key and the revision that was read as parameters.
  let delete: String

  private init(_ name: String, key: [String], fields: [Field<Row>], hasRevision: Bool) {
    let columns = key + fields.map(\.name) + (hasRevision ? ["revision"] : [])
    let changed = (fields.map(\.name) + ["revision"]).map { "\($0) = ?" }.joined(separator: ", ")
    let condition = (key + ["revision"]).map { "\($0) = ?" }.joined(separator: " AND ")
    self.name = name
    self.fields = fields
    firstField = key.count
    revision = key.count + fields.count
    select = "SELECT \(columns.joined(separator: ", ")) FROM \(name)"
    let parameters = columns.map { _ in "?" }.joined(separator: ", ")
    insert = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(parameters))"
    update = "UPDATE \(name) SET \(changed) WHERE \(condition)"
    updatePart =
      "UPDATE \(name) SET \(fields.map { "\($0.name) = ?" }.joined(separator: ", ")) "
      + "WHERE \(key.map { "\($0) = ?" }.joined(separator: " AND "))"
    delete = "DELETE FROM \(name) WHERE \(condition)"
  }

  /// Creates a table of the live registry.
  init(registry name: String, key: [String]) {
    self.init(name, key: key, fields: Row.fields.filter(\.isColumn), hasRevision: true)
  }

  /// Creates a table of the live registry whose rows are parts of other rows, and have their revision.
  init(part name: String, key: [String]) {
    self.init(name, key: key, fields: Row.fields.filter(\.isColumn), hasRevision: false)
  }

  /// Creates a table of a snapshot.
  init(snapshot name: String, key: [String]) {
    self.init(name, key: key, fields: Row.releasedColumns, hasRevision: false)
  }

  /// Returns the values of the fields in the order of the columns.
  func values(of row: Row) -> [SQLiteValue] { fields.map { SQLiteValue($0.value(row)) } }
}
