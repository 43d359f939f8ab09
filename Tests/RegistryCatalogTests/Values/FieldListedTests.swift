import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import RegistryCatalog

/// What follows from the lists of fields: equality, the digest, and the columns of a snapshot.
struct FieldListedTests {
  /// The same text for a reader, in two normalizations: e and U+0301, and U+00E9.
  private static let (decomposed, composed) = ("caf\u{65}\u{301}", "caf\u{E9}")

  /// A snapshot in which one place holds a text.
  enum Place: CaseIterable {
    case englishName, ownName, categoryKey, categoryName, symbol, codeCategory, description, message
  }

  private struct Rows {
    var language = Language.english
    var category = StatusCategory(key: "data", position: 1, ranges: [1...9], names: [.english: "Data"])
    var code = StatusCode(number: 1, symbol: "ONE", category: "data")
    var message = Snapshot.Message(code: 1, language: .english, text: "One")

    init(_ text: String, at place: Place) {
      switch place {
      case .englishName: language.englishName = text
      case .ownName: language.ownName = text
      case .categoryKey: category = StatusCategory(key: text, position: 1, ranges: [1...9], names: category.names)
      case .categoryName: category.names[.english] = text
      case .symbol: code.symbol = text
      case .codeCategory: code.category = text
      case .description: code.description = text
      case .message: message.text = text
      }
    }

    var snapshot: Snapshot {
      Snapshot(revision: 1, languages: [language], categories: [category], codes: [code], messages: [message])
    }
  }

  @Test(arguments: Place.allCases)
  func `texts that differ only in their normalization are different, in values and in the digest`(place: Place) {
    #expect(Self.decomposed == Self.composed, "for Swift the two are one text")
    let (left, right) = (Rows(Self.decomposed, at: place), Rows(Self.composed, at: place))
    #expect(left.snapshot != right.snapshot)
    #expect(Self.countDifferences(left, right) == 1, "only the row that holds the text differs")
    #expect(left.snapshot.contentDigest != right.snapshot.contentDigest)
    let same = Rows(Self.decomposed, at: place)
    #expect(left.snapshot == same.snapshot)
    #expect(left.snapshot.contentDigest == same.snapshot.contentDigest)
  }

  private static func countDifferences(_ left: Rows, _ right: Rows) -> Int {
    let areEqual = [
      left.language == right.language, left.category == right.category, left.code == right.code,
      left.message == right.message,
    ]
    return areEqual.count { !$0 }
  }

  @Test func `a snapshot has the columns of the key and of the fields that are released, in their order`() throws {
    let connection = try Connection()
    for statement in SnapshotSchema.statements { try connection.execute(statement) }
    func columns(_ table: String) throws -> [SQLiteValue] {
      try connection.values("SELECT name FROM pragma_table_info(?) ORDER BY cid", [.text(table)])
    }
    func expected<Row: FieldListed>(_ key: String, _ row: Row.Type) -> [SQLiteValue] {
      ([key] + row.releasedColumns.map(\.name)).map { .text($0) }
    }
    #expect(try columns("language") == expected("tag", Language.self))
    #expect(try columns("category") == expected("key", StatusCategory.self))
    #expect(try columns("status_code") == expected("code", StatusCode.self))
    #expect(try columns("category_name") == [.text("category")] + expected("language", CategoryName.self))
    #expect(try columns("message") == [.text("code")] + expected("language", Snapshot.Message.self))
  }

  @Test func `the digest is made of the key and of the fields that are released, in their order`() throws {
    let snapshot = try SnapshotFixture().released.snapshot()
    #expect(try Self.digest(of: snapshot) == snapshot.contentDigest)
    for place in Place.allCases {
      let snapshot = Rows(Self.decomposed, at: place).snapshot
      #expect(try Self.digest(of: snapshot) == snapshot.contentDigest, "\(place)")
    }
  }

  /// The content digest as `docs/snapshot-format.md` says it, from the lists of fields.
  private static func digest(of snapshot: Snapshot) throws -> String {
    var bytes: [UInt8] = []
    func append(_ value: FieldValue?) {
      switch value {
      case nil: bytes += "n".utf8
      case .integer(let number): bytes += "i\(number);".utf8
      case .text(let text): bytes += "t\(text.utf8.count):\(text)".utf8
      }
    }
    func append<Row: FieldListed>(_ table: String, _ rows: [(key: [FieldValue], row: Row)]) {
      append(.text(table))
      append(.integer(rows.count))
      for (key, row) in rows {
        key.forEach { append($0) }
        for field in Row.releasedColumns { append(field.value(row)) }
      }
    }
    append(.text("status-code-registry content 1"))
    append("language", snapshot.languages.map { ([.text($0.tag.description)], $0) })
    append("category", snapshot.categories.map { ([.text($0.key)], $0) })
    let ranges = snapshot.categories.flatMap { category in category.ranges.map { (category.key, $0) } }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    append(.text("category_range"))
    append(.integer(ranges.count))
    for (key, range) in ranges {
      [.integer(range.lowerBound), .integer(range.upperBound), .text(key)].forEach { append($0) }
    }
    append(
      "category_name",
      snapshot.categories.flatMap { category in
        category.names.sorted { $0.key < $1.key }.map {
          ([.text(category.key), .text($0.key.description)], CategoryName($0.value))
        }
      })
    append("status_code", snapshot.codes.map { ([.integer($0.number)], $0) })
    append("message", snapshot.messages.map { ([.text($0.language.description), .integer($0.code)], $0) })
    return "sha256:" + (try DatabaseImage(bytes).sha256)
  }
}
