import Registry
import Testing

struct EditorCategoriesTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func add(_ category: StatusCategory) throws -> EditResult<Revised<StatusCategory>> {
    try registry.edit { (editor) throws(RegistryError) in try editor.addCategory(category) }
  }

  @discardableResult
  private func edit(
    _ name: String, by actor: String = "amal", ifRevision revision: Int? = nil, isDryRun: Bool = false,
    _ body: @escaping @Sendable (inout StatusCategory) -> Void
  ) throws -> EditResult<Revised<StatusCategory>> {
    try registry.edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.editCategory(name, ifRevision: revision) { body(&$0) }
    }
  }

  private func category(_ key: String) throws -> StatusCategory? {
    try registry.open(.reading).read { try $0.categories() }.first { $0.value.key == key }?.value
  }

  @Test func `a new category is one operation, recorded field by field`() throws {
    let loyalty = StatusCategory(
      key: "loyalty", position: 8, ranges: [1800...1899, 1700...1709], names: [.english: "Loyalty", .arabic: "الولاء"])
    #expect(try add(loyalty).operation == 2)
    #expect(
      try registry.changes(of: 2) == [
        "category loyalty position: nothing → 8", "category loyalty ranges: nothing → 1700-1709 1800-1899",
        "category loyalty ar name: nothing → الولاء", "category loyalty en name: nothing → Loyalty",
      ])
    #expect(try category("loyalty")?.ranges == [1700...1709, 1800...1899])
    try HistoryReplay(registry).verify()
  }

  static let mistakes: [(category: StatusCategory, expected: RegistryError.Code)] = [
    (StatusCategory(key: "data", position: 8, ranges: [1700...1799], names: [:]), .alreadyExists),
    (StatusCategory(key: "Loyalty", position: 8, ranges: [1700...1799], names: [:]), .invalidKey),
    (StatusCategory(key: "", position: 8, ranges: [1700...1799], names: [:]), .invalidKey),
    (StatusCategory(key: "a_b", position: 8, ranges: [1700...1799], names: [:]), .invalidKey),
    (StatusCategory(key: String(repeating: "a", count: 33), position: 8, ranges: [1...2], names: [:]), .invalidKey),
    (StatusCategory(key: "loyalty", position: 8, ranges: [], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [1699...1799], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [1150...1160], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [1700...1710, 1710...1720], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [-1...9], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [1700...1_000_000_000], names: [:]), .invalidRange),
    (StatusCategory(key: "loyalty", position: 8, ranges: [1700...1799], names: [.english: ""]), .invalidText),
  ]

  @Test(arguments: mistakes)
  func `an invalid new category changes nothing`(category: StatusCategory, expected: RegistryError.Code) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try add(category) }
    #expect(error.code == expected, "\(error)")
    #expect(try registry.bytes == before)
  }

  @Test func `a name in an unknown language is refused`() throws {
    let french = try #require(LanguageTag("fr"))
    let error = try #require(throws: RegistryError.self) { try edit("data") { $0.names[french] = "Données" } }
    #expect(error.code == .languageNotFound)
  }

  @Test func `only changed fields are recorded, with their values before and after`() throws {
    try edit("payment") {
      $0.ranges = [1400...1449, 2400...2499]
      $0.names[.english] = "Payments"
      $0.position = 9
    }
    #expect(
      try registry.changes(of: 2) == [
        "category payment position: 5 → 9", "category payment ranges: 1400-1499 → 1400-1449 2400-2499",
        "category payment en name: Payment → Payments",
      ])
    #expect(try category("payment")?.ranges == [1400...1449, 2400...2499])
    try HistoryReplay(registry).verify()
  }

  @Test func `a range can be extended while it has codes, and removed once it has none`() throws {
    try edit("payment") { $0.ranges = [1400...1499, 1700...1799] }
    try edit("payment") { $0.ranges = [1390...1499].map { max(1400, $0.lowerBound)...$0.upperBound } }
    try edit("otp") { $0.ranges = [1600...1799] }
    #expect(try category("otp")?.ranges == [1600...1799])
    try HistoryReplay(registry).verify()
  }

  @Test func `a change that would leave a code outside the ranges is refused`() throws {
    for ranges in [[1403...1499], [1400...1401, 1403...1499], [2400...2499]] {
      let error = try #require(throws: RegistryError.self) { try edit("payment") { $0.ranges = ranges } }
      #expect(error.code == .invalidRange)
      #expect(error.message.contains("would be left outside payment"))
    }
  }

  @Test func `a name can be removed, and the history keeps it`() throws {
    try edit("data") { $0.names[.arabic] = nil }
    #expect(try category("data")?.names.keys.sorted() == [.english, .simplifiedChinese])
    #expect(try registry.changes(of: 2) == ["category data ar name: البيانات → nothing"])
    try HistoryReplay(registry).verify()
  }

  @Test func `an edit that changes nothing makes no operation`() throws {
    let before = try registry.bytes
    #expect(try edit("public") { _ in }.operation == nil)
    let reordered = try edit("public") { $0.ranges.reverse() }
    #expect(!reordered.isChanged)
    #expect(reordered.operation == nil)
    #expect(try registry.bytes == before)
  }

  @Test func `a name that differs only in normalization is a change`() throws {
    try edit("data") { $0.names[.english] = "Donn\u{e9}es" }
    #expect(try edit("data") { $0.names[.english] = "Donne\u{301}es" }.operation == 3)
    try HistoryReplay(registry).verify()
  }

  @Test func `a dry run leaves every byte`() throws {
    let before = try registry.bytes
    #expect(try edit("data", isDryRun: true) { $0.names[.english] = "Records" }.isChanged)
    #expect(try registry.bytes == before)
  }

  @Test func `a key cannot be changed`() throws {
    let before = try registry.bytes
    for key in ["file", "records"] {
      let error = try #require(throws: RegistryError.self) {
        try edit("data") { $0 = StatusCategory(key: key, position: 1, ranges: [1500...1599], names: [:]) }
      }
      #expect(error.code == .ruleBroken)
    }
    #expect(try registry.bytes == before)
  }

  @Test func `an edit made from an older revision is refused, and a repeated one changes nothing`() throws {
    try edit("data", by: "noura", ifRevision: 1) { $0.names[.english] = "Records" }
    let error = try #require(throws: RegistryError.self) { try edit("data", ifRevision: 1) { $0.position = 9 } }
    #expect(error.code == .changedSince)
    #expect(try !edit("data", by: "noura", ifRevision: 1) { $0.names[.english] = "Records" }.isChanged)
    #expect(throws: RegistryError.self) {
      try edit("data", by: "amal", ifRevision: 1) { $0.names[.english] = "Records" }
    }
    #expect(try registry.revision == 2)
  }

  @Test func `the error for an unknown category suggests a similar one, or lists all`() throws {
    let near = try #require(throws: RegistryError.self) { try edit("paymant") { _ in } }
    #expect(near.code == .categoryNotFound)
    #expect(near.remedy?.description == "Did you mean payment?")
    let far = try #require(throws: RegistryError.self) { try edit("zzzzzz") { _ in } }
    #expect(far.remedy == .chooseFrom(["public", "data", "secure", "customer", "payment", "file", "otp"]))
  }
}
