import Registry
import Testing

struct EditorTermsTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private static let settlement = Term(
    "settlement", note: "Money moves.",
    renderings: [
      .arabic: TermRendering("التسوية", otherForms: ["تسوية", "التسويات"], synonyms: ["تصفية"]),
      .simplifiedChinese: TermRendering("结算", forbidden: ["解决"]),
    ])

  @discardableResult
  private func add(_ term: Term, by actor: String = "amal") throws -> EditResult<Revised<Term>> {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in try editor.addTerm(term) }
  }

  @discardableResult
  private func edit(
    _ name: String = "settlement", by actor: String = "amal", ifRevision revision: Int? = nil, isDryRun: Bool = false,
    _ body: @escaping @Sendable (inout Term) -> Void
  ) throws -> EditResult<Revised<Term>> {
    try registry.edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.editTerm(name, ifRevision: revision) { body(&$0) }
    }
  }

  @discardableResult
  private func undo(_ operation: Int? = nil, by actor: String = "amal") throws -> ReversalResult {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in try editor.undo(operation) }.value
  }

  private func term(_ source: String = "settlement") throws -> Revised<Term>? {
    try registry.open(.reading).read { try $0.revisedTerms() }.first { $0.value.source == source }
  }

  @Test func `a new term is one operation, recorded field by field`() throws {
    #expect(try add(Self.settlement).operation == 2)
    #expect(
      try registry.changes(of: 2) == [
        "term settlement source: nothing → settlement", "term settlement note: nothing → Money moves.",
        "term_rendering settlement en text: nothing → settlement",
        "term_rendering settlement ar text: nothing → التسوية",
        "term_rendering settlement ar other_forms: nothing → تسوية | التسويات",
        "term_rendering settlement ar synonyms: nothing → تصفية",
        "term_rendering settlement zh-Hans text: nothing → 结算",
        "term_rendering settlement zh-Hans forbidden: nothing → 解决",
      ])
    var stored = Self.settlement
    stored.renderings[.english] = TermRendering("settlement")
    #expect(try term() == Revised(stored, revision: 2))
    try HistoryReplay(registry).verify()
  }

  @Test func `a term without words in the source language is rendered there by its own`() throws {
    try add(Term("limit (daily)", renderings: [:]))
    #expect(try term("limit (daily)")?.value.renderings == [.english: TermRendering("limit")])
    try edit("LIMIT (daily)") { $0.renderings[.english] = TermRendering("daily limit", otherForms: ["daily limits"]) }
    try edit("limit (daily)") { $0.renderings[.english] = nil }
    #expect(try term("limit (daily)")?.value.renderings == [.english: TermRendering("limit")])
  }

  @Test func `terms are ordered by their source without regard to case`() throws {
    try add(Term("aPI limit", renderings: [:]))
    let sources = try registry.open(.reading).read { try $0.terms() }.map(\.source)
    #expect(sources.prefix(3) == ["API key", "aPI limit", "API version"])
    #expect(sources.count == 50)
  }

  static let mistakes: [(term: Term, expected: RegistryError.Code)] = [
    (Term("otp", renderings: [:]), .alreadyExists), (Term("OTP", renderings: [:]), .alreadyExists),
    (Term("", renderings: [:]), .invalidText), (Term("a ", renderings: [:]), .invalidText),
    (Term("a\u{7}", renderings: [:]), .invalidText), (Term("a\u{2067}b\u{2069}", renderings: [:]), .invalidText),
    (Term(String(repeating: "a", count: 201), renderings: [:]), .invalidText),
    (Term("new", note: " ", renderings: [:]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("")]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("أ|ب")]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("أ", otherForms: [""])]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("أ", synonyms: ["ب ", "ج"])]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("أ", synonyms: ["ب | ج"])]), .invalidText),
    (Term("new", renderings: [.arabic: TermRendering("أ", synonyms: ["ب"], forbidden: ["ب"])]), .invalidValue),
    (Term("new", renderings: [.arabic: TermRendering("أ", forbidden: ["أ"])]), .invalidValue),
    (
      Term(
        "new", renderings: [.arabic: TermRendering("أ", synonyms: (1...900).map { "word \($0)" })]), .invalidText
    ),
    (Term("new", renderings: [LanguageTag("fr") ?? .arabic: TermRendering("nouveau")]), .languageNotFound),
  ]

  @Test(arguments: mistakes)
  func `an invalid term changes nothing`(term: Term, expected: RegistryError.Code) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try add(term) }
    #expect(error.code == expected, "\(error)")
    #expect(try registry.bytes == before)
  }

  @Test func `uniqueness covers letters of every script, and another case than ASCII`() throws {
    try add(Term("Überweisung", renderings: [:]))
    #expect(throws: RegistryError.self) { try add(Term("ÜBERWEISUNG", renderings: [:])) }
    #expect(try registry.open(.reading).read { try $0.term(named: "überweisung") }.value.source == "Überweisung")
  }

  @Test func `adding the same term again changes nothing for the one who added it`() throws {
    try add(Self.settlement)
    #expect(try !add(Self.settlement).isChanged)
    let error = try #require(throws: RegistryError.self) { try add(Self.settlement, by: "noura") }
    #expect(error.code == .alreadyExists)
    try registry.edit { (editor) throws(RegistryError) in try editor.removeTerm("settlement") }
    #expect(try add(Self.settlement).isChanged)
    #expect(try !add(Self.settlement).isChanged, "also after it was removed in between")
  }

  @Test func `an edit records only the fields that changed`() throws {
    try add(Self.settlement)
    let result = try edit("Settlement", ifRevision: 2) { term in
      term.note = nil
      term.renderings[.arabic]?.synonyms = []
      term.renderings[.simplifiedChinese]?.text = "清算"
    }
    #expect(result.value.revision == 3)
    #expect(
      try registry.changes(of: 3) == [
        "term settlement note: Money moves. → nothing", "term_rendering settlement ar synonyms: تصفية → nothing",
        "term_rendering settlement zh-Hans text: 结算 → 清算",
      ])
    #expect(try !edit { $0.note = nil }.isChanged)
    try HistoryReplay(registry).verify()
  }

  @Test func `an edit from another revision, of an unknown term or of the source is refused`() throws {
    try add(Self.settlement)
    try edit { $0.note = "changed" }
    let old = try #require(throws: RegistryError.self) { try edit(ifRevision: 2) { $0.note = "other" } }
    #expect(old.code == .changedSince)
    #expect(old.remedy == .repeatFrom(revision: 3, row: .term("settlement")))
    #expect(try !edit(ifRevision: 2) { $0.note = "changed" }.isChanged, "the same edit again")
    let unknown = try #require(throws: RegistryError.self) { try edit("setlement") { $0.note = "x" } }
    #expect(unknown.code == .termNotFound && unknown.remedy == .didYouMean("settlement"))
    let renamed = try #require(throws: RegistryError.self) {
      try edit { $0 = Term("Settlement", renderings: $0.renderings) }
    }
    #expect(renamed.code == .ruleBroken)
  }

  @Test func `a dry run says what would be and writes nothing`() throws {
    try add(Self.settlement)
    let before = try registry.bytes
    #expect(try edit(isDryRun: true) { $0.note = "x" }.isChanged)
    #expect(try registry.bytes == before)
  }

  @Test func `a removed term is gone with its renderings, and undo brings all of it back`() throws {
    try add(Self.settlement)
    let stored = try term()?.value
    let removed = try registry.edit { (editor) throws(RegistryError) in
      try editor.removeTerm("SETTLEMENT", ifRevision: 2)
    }
    #expect(removed.value == stored)
    #expect(try term() == nil)
    #expect(try registry.values("SELECT count(*) FROM term_rendering WHERE term = 'settlement'") == [0])
    #expect(try undo().conflicts.isEmpty)
    #expect(try term() == stored.map { Revised($0, revision: 4) })
    #expect(try undo(2).conflicts.isEmpty)
    #expect(try term() == nil)
    try HistoryReplay(registry).verify()
  }

  @Test func `the addition of what was removed before is undone`() throws {
    let refund = StatusCategory(key: "refund", position: 8, ranges: [1700...1799], names: [.english: "Refund"])
    for _ in 1...2 {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.addCategory(refund)
        try editor.addTerm(Self.settlement)
      }
      try registry.edit { (editor) throws(RegistryError) in
        try editor.removeCategory("refund")
        try editor.removeTerm("settlement")
      }
    }
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addCategory(refund)
      try editor.addTerm(Self.settlement)
    }
    #expect(try undo().conflicts.isEmpty)
    #expect(try term() == nil)
    #expect(try registry.values("SELECT count(*) FROM category WHERE key = 'refund'") == [0])
    try HistoryReplay(registry).verify()
  }

  @Test func `every edit is undone and redone`() throws {
    let edits: [@Sendable (inout Term) -> Void] = [
      { $0.note = nil }, { $0.note = "other" }, { $0.renderings[.arabic] = nil },
      { $0.renderings[.simplifiedChinese]?.forbidden = ["x", "y"] }, { $0.renderings[.arabic]?.otherForms = [] },
      { $0.renderings[.english] = TermRendering("settlement", synonyms: ["clearing"]) },
      { term in
        term.note = nil
        term.renderings[.arabic] = TermRendering("أ")
        term.renderings[.simplifiedChinese] = nil
      },
    ]
    try add(Self.settlement)
    let before = try term()?.value
    for body in edits {
      try edit("settlement", body)
      let after = try term()?.value
      #expect(after != before)
      #expect(try undo().conflicts.isEmpty)
      #expect(try term()?.value == before)
      try registry.edit { (editor) throws(RegistryError) in _ = try editor.redo() }
      #expect(try term()?.value == after)
      #expect(try undo().conflicts.isEmpty)
    }
    #expect(try term()?.value == before)
    try HistoryReplay(registry).verify()
    #expect(try registry.open(.reading).read { try $0.examine() }.findings.isEmpty)
  }

  @Test func `an undo leaves what somebody changed since`() throws {
    try add(Self.settlement)
    try edit { term in
      term.renderings[.arabic]?.text = "تسوية"
      term.renderings[.arabic]?.otherForms = []
      term.renderings[.simplifiedChinese]?.text = "清算"
    }
    try edit(by: "noura") { $0.renderings[.simplifiedChinese]?.text = "交割" }
    let result = try undo(3)
    #expect(result.conflicts.map(\.row) == [.termRendering("settlement", .simplifiedChinese)])
    #expect(result.conflicts.first?.reason.contains("operation 4 by noura") == true)
    let renderings = try term()?.value.renderings
    #expect(renderings?[.arabic]?.text == "التسوية")
    #expect(renderings?[.simplifiedChinese]?.text == "交割")
    // The addition is left alone too, because a rendering was changed since.
    #expect(try undo(2).conflicts.contains { $0.row == .term("settlement") })
    #expect(try term() != nil)
  }

  @Test func `a language with a rendering cannot be removed`() throws {
    let french = try #require(LanguageTag("fr"))
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addLanguage(
        Language(
          tag: french, englishName: "French", ownName: "Français", direction: .leftToRight, fallback: .english,
          isRequired: false, position: 4))
      try editor.addTerm(Term("settlement", renderings: [french: TermRendering("règlement")]))
    }
    let error = try #require(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in try editor.removeLanguage("fr") }
    }
    #expect(error.message.contains("the terms settlement"))
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editTerm("settlement") { $0.renderings[french] = nil }
      try editor.removeLanguage("fr")
    }
    #expect(try registry.shell("DELETE FROM language WHERE tag = 'ar'").error.contains("in use"))
  }

  @Test func `a word of any language finds the terms that have it`() throws {
    func found(_ word: String) throws -> [String] {
      try registry.open(.reading).read { try $0.terms(meantBy: word) }.map(\.value.source)
    }
    #expect(try found("otp") == ["OTP"])
    #expect(try found("رمز التحقق") == ["OTP"])
    #expect(try found("动态密码") == ["OTP"])
    #expect(try found("Verification Code") == ["OTP"])
    #expect(try found("校验") == ["validation", "verification"])
    #expect(try found("收款人") == ["payee"])
    let error = try #require(throws: RegistryError.self) { try found("verificaton code") }
    #expect(error.remedy == .didYouMean("OTP"))
    #expect(try #require(throws: RegistryError.self) { try found("zzzzzzzzzz") }.remedy == .listTerms)
  }
}
