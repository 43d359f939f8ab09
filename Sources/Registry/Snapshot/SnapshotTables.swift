import RegistrySQLite

/// The tables of a snapshot, read from the pages of its file: a service that starts needs no database engine for them.
struct SnapshotTables {
  /// What the file says of its tables.
  let schema: DatabaseSchema
  private let image: DatabaseImage
  private let rootPages: [String: Int]

  /// The tables of a file whose header is that of a snapshot.
  ///
  /// Throws: `corrupt`.
  init(_ image: DatabaseImage) throws(RegistryError) {
    // sqlite_schema: type, name, tbl_name, rootpage, sql.
    var rows = try SnapshotRows(image, rootPage: 1, columnCount: 5)
    var rootPages: [String: Int] = [:]
    while try rows.next() {
      if try rows.text(0) == "table" { rootPages[try rows.text(1)] = try rows.integer(3) }
    }
    var again = try SnapshotRows(image, rootPage: 1, columnCount: 5)
    schema = try DatabaseSchema(&again)
    self.image = image
    self.rootPages = rootPages
  }

  /// The rows of a table in the order of its key.
  ///
  /// - Parameter columnCount: how many columns it has.
  func rows(_ table: String, columnCount: Int) throws(RegistryError) -> SnapshotRows {
    try SnapshotRows(image, rootPage: try rootPage(table), columnCount: columnCount)
  }

  /// How many rows a table has; quicker than reading them.
  func rowCount(_ table: String) throws(RegistryError) -> Int {
    let page = try rootPage(table)
    do { return try TableScan.rowCount(image, rootPage: page) } catch { throw RegistryError(error) }
  }

  private func rootPage(_ table: String) throws(RegistryError) -> Int {
    guard let page = rootPages[table] else { throw RegistryError(.corrupt, "The file has no table \(table).") }
    return page
  }
}

/// The rows of one table of a snapshot, columns in the order of the table, the key of a table WITHOUT ROWID first.
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

  /// The INTEGER PRIMARY KEY, which is NULL as a column.
  var key: Int { scan.key }

  func isNull(_ column: Int) -> Bool { scan.isNull(column) }

  func optionalInteger(_ column: Int) throws(RegistryError) -> Int? {
    do { return try scan.integer(column) } catch { throw RegistryError(error) }
  }

  func text(_ column: Int) throws(RegistryError) -> String {
    do { return try scan.text(column) } catch { throw RegistryError(error) }
  }

  /// Whether the column holds these bytes as text.
  func holds(_ word: [UInt8], _ column: Int) throws(RegistryError) -> Bool {
    do { return try scan.holds(word, column) } catch { throw RegistryError(error) }
  }

  /// Puts the text of a column into the next place, whatever its bytes are.
  func append(_ column: Int, to texts: inout TextColumn.Builder) throws(RegistryError) {
    do { try texts.append(scan, column) } catch { throw RegistryError(error) }
  }
}

/// With the registry's own errors.
extension TextColumn.Builder {
  static func empty() throws(RegistryError) -> TextColumn.Builder {
    do { return try TextColumn.Builder() } catch { throw RegistryError(.failed, "Out of memory.") }
  }

  mutating func leaveEmpty(upTo place: Int) throws(RegistryError) {
    do { try skip(to: place) } catch { throw RegistryError(error) }
  }

  consuming func column(places: Int) throws(RegistryError) -> TextColumn {
    do { return try finish(places: places) } catch { throw RegistryError(error) }
  }
}
