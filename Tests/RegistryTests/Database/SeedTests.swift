import Foundation
import Registry
import RegistrySQLite
import RegistryTestSupport
import Testing

/// Compares the seeded registry with the page from which it was made.
struct SeedTests {
  private let registry: RegistryFixture
  private let snapshot: Snapshot

  init() throws {
    registry = try RegistryFixture()
    snapshot = try registry.open(.reading).read { try $0.snapshot() }
  }

  struct PageRow: Equatable {
    let category: String
    let code: Int
    let english: [UInt8]
  }

  private func page() throws -> [PageRow] {
    let path = Command.package + "/Tests/RegistryTests/Fixtures/source-page.tsv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(fields.count == 3)
      return PageRow(category: String(fields[0]), code: try #require(Int(fields[1])), english: Array(fields[2].utf8))
    }
  }

  private func messages(_ language: LanguageTag) -> [Snapshot.Message] {
    snapshot.messages.filter { $0.language == language }
  }

  @Test func `the codes and English texts are exactly those of the page`() throws {
    let names = Dictionary(uniqueKeysWithValues: snapshot.categories.map { ($0.key, $0.names[.english] ?? "") })
    let english = messages(.english)
    try #require(english.map(\.code) == snapshot.codes.map(\.number))
    let seeded = zip(snapshot.codes, english).map {
      PageRow(category: names[$0.category] ?? "", code: $0.number, english: Array($1.text.utf8))
    }
    #expect(try seeded == page().sorted { $0.code < $1.code })
    #expect(seeded.count == 61)
  }

  @Test func `the categories have the order of the page and the ranges of the design`() throws {
    let ordered = snapshot.categories.sorted { $0.position < $1.position }
    var names: [String] = []
    for row in try page() where names.last != row.category { names.append(row.category) }
    #expect(ordered.map { $0.names[.english] } == names)
    #expect(
      ordered.map { [$0.key] + $0.ranges.map { "\($0.lowerBound)-\($0.upperBound)" } } == [
        ["public", "200-200", "1000-1099"], ["data", "1100-1199"], ["secure", "1200-1299"], ["customer", "1300-1399"],
        ["payment", "1400-1499"], ["file", "1500-1599"], ["otp", "1600-1699"],
      ])
  }

  @Test func `every category has a name and every code a text in all three languages, all translated`() throws {
    #expect(snapshot.languages.map(\.tag) == [.arabic, .english, .simplifiedChinese])
    #expect(snapshot.languages.map(\.direction) == [.rightToLeft, .leftToRight, .leftToRight])
    for category in snapshot.categories { #expect(category.names.count == 3, "\(category.key)") }
    let status = try registry.open(.reading).read { try $0.status() }
    #expect(status.languages.map(\.language) == [.english, .arabic, .simplifiedChinese])
    for language in status.languages {
      #expect(language.states == [.translated: 61])
      #expect(language.missing == 0)
      #expect(language.stale == 0)
    }
    #expect(snapshot.messages.count == 183)
  }

  @Test func `every text passes the rules for messages and holds no argument and no bidi control`() throws {
    for message in snapshot.messages {
      #expect(try TextRules.validateMessage(message.text).arguments == [], "\(message.code) \(message.language)")
      let scalars = message.text.unicodeScalars
      #expect(!scalars.contains { $0.properties.isBidiControl }, "\(message.code) \(message.language)")
      #expect(scalars.first?.properties.isWhitespace == false && scalars.last?.properties.isWhitespace == false)
      #expect(Array(message.text.utf8) == Array(message.text.precomposedStringWithCanonicalMapping.utf8))
    }
  }

  @Test func `Arabic texts begin with an Arabic letter and have neither tatweel nor other digits`() {
    for message in messages(.arabic) {
      let values = message.text.unicodeScalars.map(\.value)
      #expect(values.first.map { (0x0621...0x064A).contains($0) } == true, "\(message.text)")
      #expect(!values.contains { $0 == 0x0640 || (0x0660...0x0669).contains($0) || (0x06F0...0x06F9).contains($0) })
    }
  }

  @Test func `Chinese texts have simplified Han characters`() {
    for message in messages(.simplifiedChinese) {
      let values = message.text.unicodeScalars.map(\.value)
      #expect(values.contains { (0x4E00...0x9FFF).contains($0) }, "\(message.text)")
      #expect(!message.text.contains { "數據錯誤賬戶請驗證碼參號狀態審銀關閉單該時間無".contains($0) }, "\(message.text)")
    }
  }

  @Test(arguments: [
    ("OTP", "OTP", "验证码"), ("payee", "مستفيد", "收款方"), ("APIKEY", "API", "API 密钥"),
    ("reconciliation file", "المطابقة", "对账文件"), ("signature", "توقيع", "签名"),
    ("User Agent", "User-Agent", "User-Agent"), ("STCPay", "STCPay", "STCPay"), ("merchant", "تاجر", "商户"),
    ("balance", "رصيد", "余额"),
  ])
  func `a term of the glossary has one rendering`(english: String, arabic: String, chinese: String) throws {
    let codes = messages(.english).filter { $0.text.lowercased().contains(english.lowercased()) }.map(\.code)
    #expect(!codes.isEmpty)
    for message in snapshot.messages where codes.contains(message.code) {
      let term = [.arabic: arabic, .simplifiedChinese: chinese][message.language] ?? english
      #expect(message.text.lowercased().contains(term.lowercased()), "\(message.code): \(message.text)")
    }
  }

  @Test func `every term has words in all languages, and no text has a word that is forbidden for it`() throws {
    let terms = try registry.open(.reading).read { try $0.terms() }
    #expect(terms.count == 49)
    let english = Dictionary(uniqueKeysWithValues: messages(.english).map { ($0.code, $0.text.lowercased()) })
    for term in terms {
      #expect(Set(term.renderings.keys) == [.english, .arabic, .simplifiedChinese], "\(term.source)")
      #expect(term.renderings[.english]?.text == term.words)
      let source = term.renderings[.english].map { [$0.text] + $0.otherForms } ?? []
      for message in snapshot.messages {
        guard let text = english[message.code], source.contains(where: { text.contains($0.lowercased()) }) else {
          continue
        }
        for word in term.renderings[message.language]?.forbidden ?? [] {
          #expect(!message.text.contains(word), "\(message.code) \(message.language): \(word)")
        }
      }
    }
  }

  @Test func `punctuation is that of the language, and a text ends with a full stop if the English one does`() throws {
    let english = Dictionary(uniqueKeysWithValues: messages(.english).map { ($0.code, $0.text) })
    for message in messages(.arabic) + messages(.simplifiedChinese) {
      let foreign = message.language == .arabic ? ",;?" : ",;:?!()"
      #expect(!message.text.contains { foreign.contains($0) }, "\(message.text)")
      let stops = { (text: String?) in text?.last.map { ".。".contains($0) } }
      #expect(stops(message.text) == stops(english[message.code]), "\(message.text)")
    }
    #expect(messages(.english).allSatisfy { $0.text.unicodeScalars.allSatisfy(\.isASCII) })
  }

  @Test func `fields that are not on the page are empty`() {
    for code in snapshot.codes {
      #expect(code.state == .active)
      #expect(code.replacedBy == nil && code.httpStatus == nil && code.isRetryable == nil && code.description == nil)
    }
  }

  @Test func `the seed is operation 1, whose history contains every value`() throws {
    #expect(snapshot.revision == 1)
    #expect(try registry.values("SELECT id, actor, command FROM operation") == [1, "seeder", "init"])
    try HistoryReplay(registry).verify()
  }

  @Test func `the sqlite3 shell creates the same registry from the same files`() throws {
    let folder = try TemporaryFolder()
    let root = Command.package
    let scripts = try FileManager.default.contentsOfDirectory(atPath: root + "/migrations").sorted()
      .map { ".read \(root)/migrations/\($0)" }
    var command = Command("sqlite3", ["-batch", "-bail", "plain.db"], in: folder.path)
    command.input = Array((scripts + [".read \(root)/seed.sql"]).joined(separator: "\n").utf8)
    let made = try command.run()
    try #require(made.status == 0, "\(made.error)")
    let tables = [
      "language", "category", "category_range", "category_name", "status_code", "translation", "term", "term_rendering",
      "silence", "change",
    ]
    let plain = try Connection(path: Array(folder.file("plain.db").utf8), access: .readOnly)
    for table in tables {
      let rows = try plain.statement("SELECT * FROM \(table)")
      var values: [SQLiteValue] = []
      while try rows.step() { for column in 0..<rows.columnCount { values.append(try rows.value(column)) } }
      #expect(try registry.values("SELECT * FROM \(table)") == values, "\(table)")
    }
  }
}
