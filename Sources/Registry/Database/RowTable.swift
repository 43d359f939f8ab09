import RegistryCatalog
import RegistrySQLite

/// A table of the registry or of a snapshot whose columns are the fields of a kind of row.
struct RowTable<Row: FieldListed>: Sendable {
  let name: String
  /// The fields that are columns.
  let fields: [Field<Row>]
  /// The column of the first field in ``select``; the key comes before it.
  let firstField: Int
  /// The column of the revision in ``select``, behind the fields.
  let revision: Int
  /// `SELECT` of the key, the fields and, in the registry, the revision; conditions and order are appended.
  let select: String
  /// `INSERT` with a parameter for each of the same columns.
  let insert: String
  /// `UPDATE` of fields and revision, with the key and the revision that was read as the last parameters.
  let update: String
  /// `DELETE` with the key and the revision that was read as parameters.
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
    delete = "DELETE FROM \(name) WHERE \(condition)"
  }

  /// A table of the live registry.
  init(registry name: String, key: [String]) {
    self.init(name, key: key, fields: Row.fields.filter(\.isColumn), hasRevision: true)
  }

  /// A table of a snapshot.
  init(snapshot name: String, key: [String]) {
    self.init(name, key: key, fields: Row.releasedColumns, hasRevision: false)
  }

  /// The values of the fields, in the order of the columns.
  func values(of row: Row) -> [SQLiteValue] { fields.map { SQLiteValue($0.value(row)) } }
}
