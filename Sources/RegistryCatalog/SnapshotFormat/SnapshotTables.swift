import RegistryBytes

/// The tables of a snapshot, read from the pages of its file. So a service needs no database engine at startup.
struct SnapshotTables {
  /// The schema of the file.
  let schema: DatabaseSchema
  private let image: DatabaseImage
  private let rootPages: [String: Int]

  /// Reads the schema of a file whose header is that of a snapshot.
  ///
  /// - Throws: ``RegistryError/Code/corrupt`` when a page is malformed.
  init(_ image: DatabaseImage) throws(RegistryError) {
    // sqlite_schema: type, name, tbl_name, rootpage, sql (sqlite.org/schematab.html).
    var rows = try SnapshotRows(image, rootPage: 1, columnCount: 5)
    var rootPages: [String: Int] = [:]
    schema = try DatabaseSchema(&rows) { (row) throws(RegistryError) in
      if try row.text(0) == "table" { rootPages[try row.text(1)] = try row.integer(3) }
    }
    self.image = image
    self.rootPages = rootPages
  }

  /// The size of the file in bytes.
  var fileSize: Int { image.count }

  /// Returns the rows of a table in key order.
  ///
  /// - Parameters:
  ///   - table: The name of the table.
  ///   - columnCount: The number of its columns.
  func rows(_ table: String, columnCount: Int) throws(RegistryError) -> SnapshotRows {
    try SnapshotRows(image, rootPage: try rootPage(table), columnCount: columnCount)
  }

  /// The key and value pairs of `registry_info`.
  func info() throws(RegistryError) -> SnapshotRows { try rows("registry_info", columnCount: 2) }

  /// The languages in the order of their positions.
  func languages() throws(RegistryError) -> [Language] {
    let fields = Language.releasedColumns
    var rows = try rows("language", columnCount: fields.count + 1)
    var languages: [Language] = []
    while try rows.next() { languages.append(try Language(rows, fields)) }
    return languages.sorted { ($0.position, $0.tag) < ($1.position, $1.tag) }
  }

  /// The rows of the resolved fallbacks: language, step, tag.
  func fallbacks() throws(RegistryError) -> SnapshotRows { try rows("language_fallback", columnCount: 3) }

  /// The categories in the order of their positions.
  func categories() throws(RegistryError) -> [StatusCategory] {
    let fields = StatusCategory.releasedColumns
    var ranges = try rows("category_range", columnCount: 3)
    var names = try rows("category_name", columnCount: 3)
    let parts = try StatusCategory.Parts(ranges: &ranges, names: &names)
    var rows = try rows("category", columnCount: fields.count + 1)
    var categories: [StatusCategory] = []
    while try rows.next() { categories.append(try StatusCategory(rows, fields, parts)) }
    return categories.sorted { $0.position < $1.position }
  }

  /// The number of messages. This is faster than reading them.
  func messageCount() throws(RegistryError) -> Int {
    let page = try rootPage("message")
    do { return try TableScan.rowCount(image, rootPage: page) } catch { throw RegistryError(error) }
  }

  private func rootPage(_ table: String) throws(RegistryError) -> Int {
    guard let page = rootPages[table] else { throw RegistryError(.corrupt, "The file has no table \(table).") }
    return page
  }
}

/// The rows of one table of a snapshot. The columns are in the order of the table, except that the key of a WITHOUT
/// ROWID table comes first.
struct SnapshotRows: RowReading, ~Copyable {
  private var scan: TableScan

  init(_ image: DatabaseImage, rootPage: Int, columnCount: Int) throws(RegistryError) {
    do { scan = try TableScan(image, rootPage: rootPage, columnCount: columnCount) } catch {
      throw RegistryError(error)
    }
  }

  mutating func next() throws(RegistryError) -> Bool {
    do { return try scan.next() } catch { throw RegistryError(error) }
  }

  /// The INTEGER PRIMARY KEY of the row. As a column it is NULL.
  var key: Int { scan.key }

  func isNull(_ column: Int) -> Bool { scan.isNull(column) }

  func optionalInteger(_ column: Int) throws(RegistryError) -> Int? {
    do { return try scan.integer(column) } catch { throw RegistryError(error) }
  }

  func text(_ column: Int) throws(RegistryError) -> String {
    do { return try scan.text(column) } catch { throw RegistryError(error) }
  }

  func value(_ column: Int) throws(RegistryError) -> FieldValue? {
    if isNull(column) { return nil }
    return scan.isText(column) ? .text(try text(column)) : FieldValue(try optionalInteger(column))
  }

  /// Returns whether a column holds text with exactly these bytes.
  func holds(_ word: [UInt8], _ column: Int) throws(RegistryError) -> Bool {
    do { return try scan.holds(word, column) } catch { throw RegistryError(error) }
  }

  /// Appends the text of a column, without validating its UTF-8.
  func append(_ column: Int, to texts: inout TextColumn.Builder) throws(RegistryError) {
    do { try texts.append(scan, column) } catch { throw RegistryError(error) }
  }
}
