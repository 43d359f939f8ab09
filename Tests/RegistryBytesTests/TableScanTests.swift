import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

/// What SQLite itself reads is what must come out.
struct TableScanTests {
  /// A database with a table of each kind, whose rows are of all sizes: some in their page, some far longer than it.
  private func database(rows: Int, seed: UInt64, pageSize: Int = 4_096) throws -> Connection {
    var random = SeededGenerator(seed: seed)
    let connection = try Connection()
    try connection.execute("PRAGMA page_size = \(pageSize)")
    try connection.execute("CREATE TABLE numbered (id INTEGER NOT NULL PRIMARY KEY, word TEXT, number INTEGER) STRICT")
    try connection.execute(
      "CREATE TABLE keyed (word TEXT NOT NULL, id INTEGER NOT NULL, note TEXT, PRIMARY KEY (word, id)) "
        + "STRICT, WITHOUT ROWID")
    try connection.execute("BEGIN")
    for _ in 0..<rows {
      let number = Int64.random(in: .min ... .max, using: &random) >> Int64.random(in: 0..<64, using: &random)
      let length = [0, 1, 10, 100, 900, 3_000, 20_000].randomElement(using: &random) ?? 0
      let text = String(repeating: "ر", count: Int.random(in: 0...length, using: &random))
      let values: [SQLiteValue] = [
        Bool.random(using: &random) ? .null : .text(text), Bool.random(using: &random) ? .null : .integer(number),
      ]
      try connection.execute("INSERT OR IGNORE INTO numbered VALUES (?, ?, ?)", [.integer(number >> 20)] + values)
      try connection.execute(
        "INSERT OR IGNORE INTO keyed VALUES (?, ?, ?)",
        [.text("w\(Int.random(in: 0..<4, using: &random))"), .integer(number >> 30), values[0]])
    }
    try connection.execute("COMMIT")
    return connection
  }

  /// A database of two pages whose table has the row (1, 'hello'), and the offset of that text in it.
  ///
  /// The cell before the text has one byte for each of the size of the payload, the rowid, the size of the record's
  /// header, and the types of the two columns (sqlite.org/fileformat2.html, 1.6 and 2.1).
  private func greeting() throws -> (bytes: [UInt8], text: Int) {
    let connection = try Connection()
    try connection.execute("PRAGMA page_size = 512")
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT)")
    try connection.execute("INSERT INTO t VALUES (1, 'hello')")
    let bytes = try connection.image()
    let place = bytes.indices.first { bytes[$0...].starts(with: Array("hello".utf8)) }
    return (bytes, try #require(place))
  }

  private func firstRow(_ bytes: [UInt8]) throws -> String? {
    var scan = try TableScan(try DatabaseImage(bytes), rootPage: 2, columnCount: 2)
    return try scan.next() ? try scan.text(1) : nil
  }

  @Test func `a column that is longer than its record is refused`() throws {
    var (bytes, text) = try greeting()
    #expect(try firstRow(bytes) == "hello")
    bytes[text - 1] = 13 + 2 * 6
    #expect(throws: ImageError.self) { try firstRow(bytes) }
  }

  @Test func `a payload that is longer than any file is refused`() throws {
    var (bytes, text) = try greeting()
    // Nine bytes for the size of the payload, in the free space before the cell.
    let cell = text - 5 - 8
    bytes.replaceSubrange(cell...(text - 5), with: [UInt8](repeating: 0xFF, count: 9))
    let offset = cell - 512
    bytes.replaceSubrange(520..<522, with: [UInt8(offset >> 8), UInt8(offset & 0xFF)])
    #expect(throws: ImageError.self) { try firstRow(bytes) }
  }

  private func rootPage(_ table: String, _ connection: Connection) throws -> Int {
    let statement = try connection.statement("SELECT rootpage FROM sqlite_schema WHERE name = ?")
    try statement.bind([.text(table)])
    return try statement.step() ? statement.integer(0) : 0
  }

  private func text(_ scan: borrowing TableScan, _ column: Int) throws -> SQLiteValue {
    scan.isNull(column) ? .null : .text(try scan.text(column))
  }

  @Test(arguments: [512, 1_024, 4_096, 65_536], [0, 1, 40, 3_000])
  func `it gives the rows that a query gives, in the order of the key`(pageSize: Int, rows: Int) throws {
    let connection = try database(rows: rows, seed: UInt64(rows + pageSize), pageSize: pageSize)
    let image = try DatabaseImage(try connection.image())
    var scan = try TableScan(image, rootPage: try rootPage("numbered", connection), columnCount: 3)
    let numbered = try connection.statement("SELECT id, word, number FROM numbered ORDER BY id")
    while try numbered.step() {
      try #require(try scan.next())
      #expect(scan.key == (try numbered.integer(0)))
      #expect(try text(scan, 1) == numbered.value(1))
      #expect(try scan.integer(2) == numbered.optionalInteger(2))
    }
    #expect(try !scan.next())
    #expect(try !scan.next(), "the end stays the end")
    var other = try TableScan(image, rootPage: try rootPage("keyed", connection), columnCount: 3)
    let keyed = try connection.statement("SELECT word, id, note FROM keyed ORDER BY word, id")
    while try keyed.step() {
      try #require(try other.next())
      #expect(try text(other, 0) == keyed.value(0))
      #expect(try other.integer(1) == keyed.integer(1))
      #expect(try text(other, 2) == keyed.value(2))
    }
    #expect(try !other.next())
  }

  @Test(arguments: ["numbered", "keyed"], [0, 40, 3_000])
  func `the pages say how many rows there are`(table: String, rows: Int) throws {
    let connection = try database(rows: rows, seed: UInt64(rows), pageSize: 512)
    let image = try DatabaseImage(try connection.image())
    let count = try connection.statement("SELECT count(*) FROM \(table)")
    try #require(try count.step())
    #expect(try TableScan.rowCount(image, rootPage: rootPage(table, connection)) == count.integer(0))
    #expect(throws: ImageError.self) { try TableScan.rowCount(image, rootPage: 1_000_000) }
  }

  @Test func `a value of another type is an error, not a converted value`() throws {
    let connection = try Connection()
    try connection.executeScript(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (1, 2), (2, x'00'), (3, 1.5)")
    var scan = try TableScan(DatabaseImage(try connection.image()), rootPage: 2, columnCount: 2)
    #expect(try scan.next())
    #expect(throws: ImageError.self) { try scan.text(1) }
    #expect(try scan.integer(1) == 2)
    for _ in 0..<2 {
      #expect(try scan.next())
      #expect(throws: ImageError.self) { try scan.text(1) }
      #expect(throws: ImageError.self) { try scan.integer(1) }
    }
  }

  @Test func `another number of columns, and a page that is no tree, are refused`() throws {
    let connection = try database(rows: 10, seed: 1)
    let image = try DatabaseImage(try connection.image())
    let root = try rootPage("numbered", connection)
    for columns in [0, 1, 2, 4] {
      #expect(throws: ImageError.self) {
        var scan = try TableScan(image, rootPage: root, columnCount: columns)
        while try scan.next() {}
      }
    }
    for page in [-1, 0, 1_000_000] {
      #expect(throws: ImageError.self) { try TableScan(image, rootPage: page, columnCount: 3).key }
    }
    for bytes in [[], Array("SQLite format 3\0".utf8), [UInt8](repeating: 0, count: 5_000)] {
      #expect(throws: ImageError.self) { try TableScan(DatabaseImage(bytes), rootPage: 1, columnCount: 3).key }
    }
  }

  @Test func `whatever the bytes are, it ends, with an error or with rows`() throws {
    let connection = try database(rows: 300, seed: 3, pageSize: 512)
    let good = try connection.image()
    let roots = [try rootPage("numbered", connection), try rootPage("keyed", connection)]
    var random = SeededGenerator(seed: 11)
    var refused = 0
    for _ in 0..<3_000 {
      var bytes = good
      // Half of the changes hit the pages' own numbers, where they do most.
      let page = Int.random(in: 0..<(good.count / 512), using: &random) * 512
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place =
          Bool.random(using: &random)
          ? page + Int.random(in: 0..<40, using: &random) : Int.random(in: 100..<good.count, using: &random)
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<2_000, using: &random)) }
      let image = try DatabaseImage(bytes)
      for root in roots {
        do {
          var scan = try TableScan(image, rootPage: root, columnCount: 3)
          while try scan.next() {
            for column in 0..<3 where !scan.isNull(column) {
              _ = try? scan.text(column)
              _ = try? scan.integer(column)
            }
          }
        } catch { refused += 1 }
      }
    }
    #expect(refused > 500)
  }

  @Test func `pages that run in a circle are refused`() throws {
    let connection = try database(rows: 500, seed: 5, pageSize: 512)
    var bytes = try connection.image()
    let root = try rootPage("numbered", connection)
    // The rightmost child of the root is the root.
    for (offset, byte) in [0, 0, 0, UInt8(root)].enumerated() { bytes[(root - 1) * 512 + 8 + offset] = byte }
    #expect(throws: ImageError.self) {
      var scan = try TableScan(DatabaseImage(bytes), rootPage: root, columnCount: 3)
      while try scan.next() {}
    }
  }

  @Test(arguments: ["numbered", "keyed"])
  func `pages that lead to each other again and again are refused`(_ table: String) throws {
    let connection = try database(rows: 40, seed: 7)
    let root = try rootPage(table, connection)
    var prepared = PreparedDatabase(try connection.image())
    prepared.plantBomb(root: root)
    let image = try DatabaseImage(prepared.bytes)
    #expect(throws: ImageError.self) { try TableScan.rowCount(image, rootPage: root) }
    var scan = try TableScan(image, rootPage: root, columnCount: 3)
    var rows = 0
    #expect(throws: ImageError.self) { while try scan.next() { rows += 1 } }
    #expect(rows <= prepared.bytes.count / 6)
  }

  @Test func `cells that overlap, so that rows hold more than their page, are refused`() throws {
    let connection = try Connection()
    try connection.execute("PRAGMA page_size = 65536")
    try connection.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT)")
    try connection.execute("INSERT INTO t VALUES (1, ?)", [.text(String(repeating: "x", count: 20_000))])
    let root = try rootPage("t", connection)
    var prepared = PreparedDatabase(try connection.image())
    prepared.overlapCells(ofLeaf: root)
    var scan = try TableScan(try DatabaseImage(prepared.bytes), rootPage: root, columnCount: 2)
    var bytes = 0
    #expect(throws: ImageError.self) { while try scan.next() { bytes += try scan.text(1).utf8.count } }
    #expect(bytes <= prepared.bytes.count)
  }
}
