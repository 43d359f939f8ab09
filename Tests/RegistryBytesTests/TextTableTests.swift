import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

/// Columns of texts, and the strings that are made of them.
struct TextTableTests {
  /// Texts as a table's rows give them; nil is a row without one.
  private func column(_ texts: [String?]) throws -> TextColumn {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
    for text in texts { try connection.execute("INSERT INTO t (text) VALUES (?)", [SQLiteValue(text)]) }
    var scan = try TableScan(DatabaseImage(try connection.image()), rootPage: 2, columnCount: 2)
    var builder = TextColumn.Builder()
    while try scan.next() {
      if scan.isNull(1) { continue }
      builder.skip(to: scan.key - 1)
      try builder.append(scan, 1)
    }
    return builder.finish(places: texts.count)
  }

  @Test func `each text has its place, and a place can be empty`() throws {
    let texts = [nil, "余额不足", nil, nil, "الرصيد", "x", nil]
    let column = try column(texts)
    #expect(column.count == 7)
    for (place, text) in texts.enumerated() {
      #expect(column[place] == text)
      #expect(column.isEmpty(place) == (text == nil))
      column.withBytes(place) { #expect(Array($0) == Array((text ?? "").utf8)) }
    }
    for place in [-1, 7, .max, .min] {
      #expect(column[place] == nil)
      #expect(column.isEmpty(place))
      column.withBytes(place) { #expect($0.isEmpty) }
    }
    #expect(column.isUTF8)
  }

  @Test func `a column has as many places as are asked for, and drops the texts behind them`() throws {
    let connection = try Connection()
    try connection.executeScript(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'b')")
    let image = try DatabaseImage(try connection.image())
    for places in [0, 1, 2, 3, 1_000] {
      var scan = try TableScan(image, rootPage: 2, columnCount: 2)
      var builder = TextColumn.Builder()
      while try scan.next() { try builder.append(scan, 1) }
      let column = builder.finish(places: places)
      #expect(column[0] == (places < 1 ? nil : "a"))
      #expect(column[1] == (places < 2 ? nil : "b"))
      #expect(column.count == places)
    }
  }

  @Test(arguments: [
    (["c3a9"], true), (["61", "c3a9", "62"], true), (["c3"], false), (["ff"], false), (["c3a9c3"], false),
    (["eda080"], false), (["80"], false),
    // Together a character, each by itself none.
    (["61c3", "a962"], false),
  ])
  func `text that is not UTF-8 is found, and repaired where it is shown all the same`(hex: [String], isUTF8: Bool)
    throws
  {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT)")
    for text in hex { try connection.execute("INSERT INTO t (text) VALUES (CAST(x'\(text)' AS TEXT))") }
    var scan = try TableScan(DatabaseImage(try connection.image()), rootPage: 2, columnCount: 2)
    var builder = TextColumn.Builder()
    while try scan.next() { try builder.append(scan, 1) }
    let column = builder.finish(places: hex.count)
    #expect(column.isUTF8 == isUTF8)
    #expect(hex.indices.contains { column[$0]?.contains("\u{FFFD}") == true } == !isUTF8)
  }

  @Test func `a table gives what its columns hold, again and again`() throws {
    let texts = [(0..<40).map { $0 % 3 == 0 ? nil : "first \($0)" }, (0..<40).map { "الثاني \($0)" }]
    let table = TextTable(try texts.map(column), rowCount: 40)
    for _ in 0..<2 {
      for column in 0..<2 { for row in 0..<40 { #expect(table.text(column, row) == texts[column][row]) } }
    }
    for (column, row) in [(-1, 0), (2, 0), (0, -1), (0, 40), (.max, .max)] { #expect(table.text(column, row) == nil) }
  }

  @Test func `an empty table has no text`() {
    #expect(TextTable([], rowCount: 0).text(0, 0) == nil)
  }

  @Test func `threads that ask for the same text at once all get it`() throws {
    let texts = (0..<5_000).map { "a text that does not fit into a string's own bytes, \($0)" }
    let column = try column(texts)
    for _ in 0..<20 {
      let table = TextTable([column], rowCount: texts.count)
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        for row in texts.indices where table.text(0, row) != texts[row] { Issue.record("row \(row)") }
      }
    }
  }
}
