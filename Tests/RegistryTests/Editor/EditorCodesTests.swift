import Registry
import Testing

struct EditorCodesTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func add(_ code: StatusCode, text: String = "New text") throws -> EditResult<Revised<StatusCode>> {
    try registry.edit { (editor) throws(RegistryError) in try editor.addCode(code, text: text) }
  }

  @discardableResult
  private func edit(
    _ name: String, by actor: String = "amal", ifRevision revision: Int? = nil, isDryRun: Bool = false,
    _ body: @escaping @Sendable (inout StatusCode) -> Void
  ) throws -> EditResult<Revised<StatusCode>> {
    try registry.edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.editCode(name, ifRevision: revision) { body(&$0) }
    }
  }

  @Test func `a new code is one operation with its source text, recorded field by field`() throws {
    let code = StatusCode(
      number: 1450, symbol: "CARD_EXPIRED", category: "payment", httpStatus: 402, isRetryable: false,
      description: "The card is past its date.")
    #expect(try add(code, text: "Card expired").operation == 2)
    #expect(
      try registry.changes(of: 2) == [
        "status_code 1450 symbol: nothing → CARD_EXPIRED", "status_code 1450 category: nothing → payment",
        "status_code 1450 state: nothing → active", "status_code 1450 http_status: nothing → 402",
        "status_code 1450 retryable: nothing → 0", "status_code 1450 description: nothing → The card is past its date.",
        "translation 1450 en text: nothing → Card expired", "translation 1450 en state: nothing → translated",
        "translation 1450 en meaning_revision: nothing → 2", "translation 1450 en source_revision: nothing → 2",
      ])
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "card_expired") }.code == code)
    try HistoryReplay(registry).verify()
  }

  @Test func `the category of a new code can be in any case`() throws {
    #expect(try add(StatusCode(number: 1450, symbol: "NEW", category: "PAYMENT")).value.value.category == "payment")
  }

  static let mistakes: [(code: StatusCode, text: String, expected: RegistryError.Code)] = [
    (StatusCode(number: 1402, symbol: "NEW", category: "payment"), "x", .alreadyExists),
    (StatusCode(number: 1450, symbol: "SUCCESS", category: "payment"), "x", .alreadyExists),
    (StatusCode(number: 1599, symbol: "NEW", category: "payment"), "x", .invalidNumber),
    (StatusCode(number: 0, symbol: "NEW", category: "payment"), "x", .invalidNumber),
    (StatusCode(number: -1, symbol: "NEW", category: "payment"), "x", .invalidNumber),
    (StatusCode(number: .max, symbol: "NEW", category: "payment"), "x", .invalidNumber),
    (StatusCode(number: 1450, symbol: "new", category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: "", category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: "1A", category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: "É", category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: "A\0", category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: String(repeating: "A", count: 129), category: "payment"), "x", .invalidSymbol),
    (StatusCode(number: 1450, symbol: "NEW", category: "paiment"), "x", .categoryNotFound),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment", httpStatus: 600), "x", .invalidValue),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment", httpStatus: 99), "x", .invalidValue),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment", description: "a\nb"), "x", .invalidText),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment", description: ""), "x", .invalidText),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment"), "", .invalidText),
    (StatusCode(number: 1450, symbol: "NEW", category: "payment"), "{", .invalidPattern),
  ]

  @Test(arguments: mistakes)
  func `an invalid new code changes nothing`(code: StatusCode, text: String, expected: RegistryError.Code) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try add(code, text: text) }
    #expect(error.code == expected, "\(error)")
    #expect(try registry.bytes == before)
  }

  @Test func `the error for a refused number has the next free one`() throws {
    let last = try #require(
      try registry.open(.reading).read { try $0.codes(CodeFilter(category: "payment")) }.last?.value.number)
    for number in [1402, 1500, 1599] {
      let error = try #require(throws: RegistryError.self) {
        try add(StatusCode(number: number, symbol: "NEW", category: "payment"))
      }
      #expect(error.remedy?.description == "The next free number of payment is \(last + 1).")
    }
  }

  @Test func `the same code with another text is no repetition`() throws {
    let code = StatusCode(number: 1450, symbol: "NEW", category: "payment")
    try add(code)
    #expect(try !add(code).isChanged)
    let error = try #require(throws: RegistryError.self) { try add(code, text: "Another text") }
    #expect(error.code == .alreadyExists)
  }

  @Test func `a retired number and its symbol cannot be used again`() throws {
    try edit("1402") { $0.state = .retired }
    for code in [
      StatusCode(number: 1402, symbol: "NEW", category: "payment"),
      StatusCode(number: 1450, symbol: "INSUFFICIENT_BALANCE", category: "payment"),
    ] {
      let error = try #require(throws: RegistryError.self) { try add(code) }
      #expect(error.code == .alreadyExists)
      #expect(error.message.contains("(retired)"))
    }
  }

  @Test func `a replacement must exist, not be retired, and not form a cycle`() throws {
    try edit("1401") { $0.replacedBy = 1402 }
    let unknown = try #require(throws: RegistryError.self) { try edit("1400") { $0.replacedBy = 9999 } }
    #expect(unknown.code == .codeNotFound)
    let itself = try #require(throws: RegistryError.self) { try edit("1400") { $0.replacedBy = 1400 } }
    #expect(itself.code == .invalidValue)
    let back = try #require(throws: RegistryError.self) { try edit("1402") { $0.replacedBy = 1401 } }
    #expect(back.code == .invalidValue)
    try edit("1403") { $0.state = .retired }
    let retired = try #require(throws: RegistryError.self) { try edit("1400") { $0.replacedBy = 1403 } }
    #expect(retired.code == .invalidValue)
    #expect(try registry.revision == 3)
  }

  @Test func `the replacement of a new code follows the same rules`() throws {
    try edit("1403") { $0.state = .retired }
    for (replacement, expected) in [
      (9_999, RegistryError.Code.codeNotFound), (1_450, .invalidValue), (1_403, .invalidValue),
    ] {
      let code = StatusCode(
        number: 1_450, symbol: "NEW", category: "payment", state: .deprecated, replacedBy: replacement)
      let error = try #require(throws: RegistryError.self) { try add(code) }
      #expect(error.code == expected, "\(error)")
    }
    #expect(try registry.revision == 2)
  }

  @Test func `only changed fields are recorded, with their values before and after`() throws {
    let outcome = try edit("1402") {
      $0.state = .deprecated
      $0.replacedBy = 1401
      $0.httpStatus = 402
    }
    #expect(outcome.operation == 2)
    #expect(
      try registry.changes(of: 2) == [
        "status_code 1402 state: active → deprecated", "status_code 1402 replaced_by: nothing → 1401",
        "status_code 1402 http_status: nothing → 402",
      ])
    try edit("1402") { $0.httpStatus = nil }
    #expect(try registry.changes(of: 3) == ["status_code 1402 http_status: 402 → nothing"])
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1402") }.revision == 3)
    try HistoryReplay(registry).verify()
  }

  @Test func `an edit that changes nothing makes no operation`() throws {
    let before = try registry.bytes
    let outcome = try edit("1402") { $0.category = "PAYMENT" }
    #expect(!outcome.isChanged)
    #expect(outcome.operation == nil)
    #expect(try registry.bytes == before)
  }

  @Test func `a description that differs only in normalization is a change`() throws {
    try edit("1402") { $0.description = "\u{e9}" }
    #expect(try edit("1402") { $0.description = "e\u{301}" }.operation == 3)
    try HistoryReplay(registry).verify()
  }

  @Test func `a dry run leaves every byte`() throws {
    let before = try registry.bytes
    let outcome = try edit("1402", isDryRun: true) { $0.symbol = "BALANCE_TOO_LOW" }
    #expect(outcome.isChanged)
    #expect(outcome.operation == nil)
    #expect(outcome.value.value.symbol == "BALANCE_TOO_LOW")
    #expect(try registry.bytes == before)
  }

  @Test func `a symbol may be renamed, to one that is free`() throws {
    try edit("1402") { $0.symbol = "BALANCE_TOO_LOW" }
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "balance_too_low") }.code.number == 1402)
    let error = try #require(throws: RegistryError.self) { try edit("1402") { $0.symbol = "SUCCESS" } }
    #expect(error.code == .alreadyExists)
    #expect(error.message.contains("200"))
  }

  @Test func `a number cannot be changed`() throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) {
      try edit("1402") { $0 = StatusCode(number: 1403, symbol: $0.symbol + "_2", category: $0.category) }
    }
    #expect(error.code == .ruleBroken)
    #expect(try registry.bytes == before)
  }

  @Test func `a code can only move to a category whose ranges contain its number`() throws {
    let error = try #require(throws: RegistryError.self) { try edit("1402") { $0.category = "data" } }
    #expect(error.code == .invalidNumber)
  }

  @Test func `a retired code cannot be used again`() throws {
    try edit("1402") { $0.state = .retired }
    for state in [StatusCode.State.active, .deprecated] {
      let error = try #require(throws: RegistryError.self) { try edit("1402") { $0.state = state } }
      #expect(error.code == .ruleBroken)
    }
    try edit("1402") { $0.description = "Gone since the new ledger." }
    #expect(try registry.revision == 3)
  }

  @Test func `an edit made from an older revision is refused, and a repeated one changes nothing`() throws {
    try edit("1402", by: "noura", ifRevision: 1) { $0.httpStatus = 402 }
    let error = try #require(throws: RegistryError.self) { try edit("1402", ifRevision: 1) { $0.httpStatus = 409 } }
    #expect(error.code == .changedSince)
    #expect(error.remedy == .repeatFrom(revision: 2, row: .statusCode(1402)))
    #expect(try !edit("1402", by: "noura", ifRevision: 1) { $0.httpStatus = 402 }.isChanged)
    #expect(throws: RegistryError.self) { try edit("1402", by: "amal", ifRevision: 1) { $0.httpStatus = 402 } }
    #expect(try registry.revision == 2)
  }

  @Test func `a text and its code have separate revisions`() throws {
    try registry.set("1402", "ar", "نص")
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1402") }.revision == 1)
    try edit("1402", ifRevision: 1) { $0.httpStatus = 402 }
    #expect(try registry.set("1402", "ar", "نص آخر", ifRevision: 2).operation == 4)
  }

  @Test(arguments: ["1402 ", "١٤٠٢", "code 1402", "错误码1402", "1402 INSUFFICIENT_BALANCE"])
  func `a code is found by the forms in which people write it`(name: String) throws {
    #expect(try registry.open(.reading).read { try $0.details(ofCode: name) }.code.number == 1402)
  }

  @Test(arguments: [
    "", " ", "1401 INSUFFICIENT_BALANCE", "+1402", "code", "0x1402", "99999999999999999999", "SUCCESS\0",
  ])
  func `an unknown code is not found`(name: String) throws {
    let error = try #require(throws: RegistryError.self) {
      try registry.open(.reading).read { try $0.details(ofCode: name) }
    }
    #expect(error.code == .codeNotFound)
  }

  @Test func `a number with leading zeros is the same number`() throws {
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "0200") }.code.symbol == "SUCCESS")
  }
}
