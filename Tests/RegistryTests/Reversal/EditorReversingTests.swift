import RegistrySQLite
import Testing

@testable import Registry

struct EditorReversingTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func undo(
    _ operation: Int? = nil, by actor: String = "amal", isDryRun: Bool = false, ifRevision revision: Int? = nil
  ) throws -> EditResult<ReversalResult> {
    try registry.edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.undo(operation, ifRevision: revision)
    }
  }

  @discardableResult
  private func redo(by actor: String = "amal", ifRevision revision: Int? = nil) throws -> EditResult<ReversalResult> {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in try editor.redo(ifRevision: revision) }
  }

  /// The content without revisions and history.
  private func content() throws -> [SQLiteValue] {
    try [
      "SELECT tag, english_name, own_name, direction, fallback, required, position FROM language ORDER BY tag",
      "SELECT key, position FROM category ORDER BY key",
      "SELECT first, last, category FROM category_range ORDER BY first",
      "SELECT category, language, name FROM category_name ORDER BY category, language",
      """
      SELECT code, symbol, category, state, replaced_by, http_status, retryable, description FROM status_code
      ORDER BY code
      """,
      """
      SELECT code, language, text, state, meaning_revision, source_revision, source_major_revision FROM translation
      ORDER BY code, language
      """,
    ].flatMap(registry.values)
  }

  private func text(_ code: Int, _ language: String) throws -> String? {
    try registry.values("SELECT text FROM message WHERE code = \(code) AND language = '\(language)'").first?.text
  }

  private static let kinds = 13

  /// One edit of every kind, each as its own operation; the last operation has several edits. They depend on each
  /// other.
  private static func edit(_ kind: Int, _ editor: Editor) throws(RegistryError) {
    switch kind {
    case 0: try editor.setTranslation(code: "1402", language: "ar", text: "أ")
    case 1: try editor.setTranslation(code: "1402", language: "en", text: "Not enough", impact: .minor)
    case 2: _ = try editor.reviewTranslation(code: "1402", language: "zh", allowsSelf: true)
    case 3: try editor.unsetTranslation(code: "1400", language: "ar")
    case 4:
      try editor.editCode("1402") { code in
        code.symbol = "NO_MONEY"
        code.httpStatus = 402
        code.isRetryable = false
        code.description = "the payer's balance"
      }
    case 5:
      try editor.editCode("1401") { code in
        code.state = .deprecated
        code.replacedBy = 1402
      }
    case 6: try editor.editCode("1403") { $0.state = .retired }
    case 7: try addFrench(editor)
    case 8: try editor.setTranslation(code: "1402", language: "fr", text: "Solde insuffisant")
    case 9: try editor.editLanguage("fr") { $0.isRequired = true }
    case 10:
      try editor.addCategory(
        StatusCategory(
          key: "refund", position: 8, ranges: [1700...1799], names: [.english: "Refund", .arabic: "استرداد"]))
    case 11:
      try editor.editCategory("refund") { category in
        category.ranges.append(1900...1999)
        category.names[.simplifiedChinese] = "退款"
      }
    default:
      try editor.setTranslation(code: "200", language: "en", text: "Done")
      try editor.setTranslation(code: "200", language: "ar", text: "تم")
      try editor.editCode("200") { $0.httpStatus = 200 }
    }
  }

  private static func addFrench(_ editor: Editor) throws(RegistryError) {
    guard let french = LanguageTag("fr") else { return }
    try editor.addLanguage(
      Language(
        tag: french, englishName: "French", ownName: "Français", direction: .leftToRight, fallback: .english,
        isRequired: false, position: 4))
  }

  @Test func `undo goes back through every kind of edit, and redo forward`() throws {
    var states = [try content()]
    for kind in 0..<Self.kinds {
      let outcome = try registry.edit { (editor) throws(RegistryError) in try Self.edit(kind, editor) }
      #expect(outcome.isChanged)
      states.append(try content())
    }
    for step in stride(from: Self.kinds, to: 0, by: -1) {
      let outcome = try undo()
      #expect(outcome.value.reversal.root == step + 1)
      #expect(outcome.value.conflicts.isEmpty)
      #expect(try content() == states[step - 1], "undo of \(step + 1)")
    }
    try HistoryReplay(registry).verify()
    let nothing = try #require(throws: RegistryError.self) { try undo() }
    #expect(nothing.code == .nothingToReverse)
    for step in 1...Self.kinds {
      #expect(try redo().value.reversal.root == step + 1)
      #expect(try content() == states[step], "redo of \(step + 1)")
    }
    #expect(throws: RegistryError.self) { try redo() }
    #expect(try registry.open(.reading).read { try $0.examine() }.findings.isEmpty)
    try HistoryReplay(registry).verify()
  }

  @Test func `an undo is an operation with its own actor, command and note`() throws {
    try registry.set("1402", "ar", "أ")
    try registry.edit(by: "noura", note: "wrong ticket") { (editor) throws(RegistryError) in try editor.undo(2) }
    let operations = try registry.open(.reading).read { try $0.history(HistoryFilter(code: "1402", limit: 2)) }
    #expect(operations.map(\.id) == [3, 2])
    #expect(operations[0].actor == "noura")
    #expect(operations[0].note == "wrong ticket")
    #expect(operations[0].reversal?.root == 2)
    #expect(operations[1].undoneBy == 3)
    #expect(operations[0].changes.first?.after == .text("الرصيد غير كافٍ"))
  }

  @Test func `state and staleness return with the text`() throws {
    func row() throws -> Translation? {
      try registry.open(.reading).read { try $0.details(ofCode: "1402") }.slots.first { $0.language == .arabic }?
        .translation
    }
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "1402", language: "ar", isFinal: true)
    }
    try registry.set("1402", "en", "Not enough")
    let before = try #require(try row())
    #expect(before.state == .final)
    #expect(before.staleness == .major)
    try registry.set("1402", "ar", "لا يكفي", ifRevision: before.revision)
    #expect(try row()?.state == .translated)
    #expect(try row()?.staleness == nil)
    try undo()
    let after = try #require(try row())
    #expect(after.state == .final)
    #expect(after.staleness == .major)
    #expect(after.text == before.text)
    try undo()
    #expect(try row()?.staleness == nil, "the source text is again the one that it was made from")
    try redo()
    #expect(try row()?.staleness == .major)
  }

  @Test func `a text made from a source text that was undone is stale`() throws {
    try registry.set("1402", "en", "Not enough")
    try registry.set("1402", "ar", "لا يكفي")
    try undo(2)
    let slots = try registry.open(.reading).read { try $0.details(ofCode: "1402") }.slots
    #expect(slots.map(\.translation?.staleness) == [nil, .major, nil])
  }

  @Test func `an older operation can be undone, except for rows with later changes`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      for code in ["1400", "1401", "1402"] {
        try editor.setTranslation(code: code, language: "ar", text: "مستورد \(code)")
      }
    }
    try registry.set("1401", "ar", "مصحح", by: "noura")
    try registry.set("200", "ar", "تم")
    let original = try registry.values("SELECT before FROM change WHERE operation = 2 AND field = 'text'").map(\.text)
    let outcome = try undo(2)
    #expect(outcome.operation == 5)
    #expect(outcome.value.changes.map(\.row) == [.translation(1400, .arabic), .translation(1402, .arabic)])
    let conflict = try #require(outcome.value.conflicts.first)
    #expect(outcome.value.conflicts.count == 1)
    #expect(conflict.row == .translation(1401, .arabic))
    #expect(conflict.reason == "1401 in ar has changed since, in operation 3 by noura.")
    #expect(conflict.cause == .changedSince(operation: 3, actor: "noura"))
    let field = try #require(conflict.fields.first { $0.name == "text" })
    #expect(field.before == original[1].map(FieldValue.text))
    #expect(field.after == .text("مستورد 1401"))
    #expect(field.current == .text("مصحح"))
    #expect(try text(1400, "ar") == original[0])
    #expect(try text(1401, "ar") == "مصحح")
    #expect(try text(200, "ar") == "تم")
    try HistoryReplay(registry).verify()
  }

  @Test func `a row that was in conflict is undone once the conflict is gone`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      for code in ["1400", "1401"] { try editor.setTranslation(code: code, language: "ar", text: "مستورد") }
    }
    try registry.set("1401", "ar", "مصحح")
    try undo(2)
    let again = try undo(2)
    #expect(!again.isChanged)
    #expect(again.value.conflicts.count == 1)
    try undo(3)
    #expect(try undo(2).value.changes.map(\.row) == [.translation(1401, .arabic)])
    #expect(try !undo(2).isChanged, "it is undone already")
    try HistoryReplay(registry).verify()
  }

  @Test func `an undo can be undone by its number, also after other edits`() throws {
    try registry.set("1402", "ar", "أ")
    try undo()
    try registry.set("200", "ar", "تم")
    let nothing = try #require(throws: RegistryError.self) { try redo() }
    #expect(nothing.code == .nothingToReverse)
    #expect(nothing.remedy == .undoReversal(of: 2, undo: 3))
    #expect(try undo(3).value.reversal.kind == .redo)
    #expect(try text(1402, "ar") == "أ")
    #expect(try undo(5).value.reversal.kind == .undo, "the redo is taken back in turn")
    #expect(try text(1402, "ar") == "الرصيد غير كافٍ")
  }

  @Test func `undoing an added code retires it, and redoing restores it`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addCode(StatusCode(number: 1450, symbol: "LIMIT_REACHED", category: "payment"), text: "Limit reached")
    }
    let outcome = try undo()
    #expect(outcome.value.retired == [1450])
    #expect(outcome.value.conflicts.isEmpty)
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1450") }.code.state == .retired)
    #expect(try redo().value.conflicts.isEmpty)
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1450") }.code.state == .active)
    try HistoryReplay(registry).verify()
  }

  @Test func `a refused row is reported with the rule, and the rest is undone`() throws {
    try registry.edit { (editor) throws(RegistryError) in try Self.addFrench(editor) }
    try registry.set("1402", "fr", "Solde insuffisant")
    let language = try undo(2)
    #expect(!language.isChanged)
    #expect(language.value.conflicts.first?.reason.contains("in use") == true)
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editCode("1400") { $0.symbol = "FIRST" }
      try editor.editCode("1401") { $0.httpStatus = 409 }
    }
    try undo(4)
    try registry.edit { (editor) throws(RegistryError) in try editor.editCode("1402") { $0.symbol = "FIRST" } }
    let codes = try undo(5)
    #expect(codes.value.changes.map(\.row) == [.statusCode(1401)])
    #expect(codes.value.conflicts.map(\.row) == [.statusCode(1400)])
    #expect(codes.value.conflicts.first?.reason.contains("has the symbol") == true)
    guard case .refused(let error) = codes.value.conflicts.first?.cause else {
      Issue.record("The cause is not the rule.")
      return
    }
    #expect(error.code == .alreadyExists)
    try HistoryReplay(registry).verify()
  }

  @Test func `a row that another program changed is not touched`() throws {
    try registry.set("1402", "ar", "أ")
    #expect(try registry.shell("UPDATE translation SET text = 'ب' WHERE code = 1402 AND language = 'ar'").status == 0)
    let outcome = try undo(2)
    #expect(!outcome.isChanged)
    let reason = try #require(outcome.value.conflicts.first?.reason)
    #expect(reason.contains("by another program, without an entry in the history"))
    #expect(outcome.value.conflicts.first?.cause == .changedPastHistory)
    #expect(try text(1402, "ar") == "ب")
  }

  @Test func `an added category with a later name is not removed`() throws {
    try registry.edit { (editor) throws(RegistryError) in try Self.edit(10, editor) }
    try registry.edit(by: "bob") { (editor) throws(RegistryError) in
      try editor.editCategory("refund") { $0.names[.simplifiedChinese] = "退款" }
    }
    let outcome = try undo(2)
    #expect(!outcome.isChanged)
    #expect(outcome.value.conflicts.map(\.row) == [.category("refund")])
    #expect(outcome.value.conflicts.first?.reason.contains("by bob") == true)
    try undo(3)
    #expect(try undo().value.conflicts.isEmpty)
    #expect(try registry.open(.reading).read { try $0.categories() }.count == 7)
  }

  @Test func `each name of an edited category is undone separately`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editCategory("otp") { category in
        category.position = 3
        category.names[.arabic] = "رمز"
      }
    }
    try registry.edit { (editor) throws(RegistryError) in try editor.editCategory("otp") { $0.position = 4 } }
    let outcome = try undo(2)
    #expect(outcome.value.changes.map(\.row) == [.categoryName("otp", .arabic)])
    #expect(outcome.value.conflicts.map(\.row) == [.category("otp")])
  }

  @Test func `a category with codes is kept, and undo continues with the previous operation`() throws {
    try registry.set("1402", "ar", "أ")
    try registry.edit { (editor) throws(RegistryError) in try Self.edit(10, editor) }
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addCode(StatusCode(number: 1700, symbol: "REFUNDED", category: "refund"), text: "Refunded")
    }
    try undo()
    #expect(try undo().value.reversal.root == 2)
    #expect(try undo(3).value.kept == ["refund"])
    #expect(try text(1402, "ar") == "الرصيد غير كافٍ")
    try HistoryReplay(registry).verify()
  }

  @Test func `a later undo includes rows that an earlier one did not touch`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      for code in ["1400", "1401"] { try editor.setTranslation(code: code, language: "ar", text: "مستورد") }
    }
    try registry.set("1401", "ar", "مصحح")
    try undo(2)
    #expect(try undo().value.reversal.root == 3)
    #expect(try undo().value.changes.map(\.row) == [.translation(1401, .arabic)])
    #expect(throws: RegistryError.self) { try undo() }
  }

  @Test func `an old state is restored even if a new edit could not make it`() throws {
    try registry.edit { (editor) throws(RegistryError) in try Self.edit(5, editor) }
    try registry.edit { (editor) throws(RegistryError) in try editor.editCode("1402") { $0.state = .retired } }
    #expect(try undo(2).value.conflicts.isEmpty)
    #expect(try redo().value.conflicts.isEmpty)
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1401") }.code.replacedBy == 1402)
  }

  @Test func `a repeated undo of one operation does not undo another one`() throws {
    try registry.set("1400", "ar", "أ")
    try registry.set("1401", "ar", "ب")
    #expect(try undo(2, ifRevision: 3).isChanged)
    #expect(throws: RegistryError.self) { try undo(3, ifRevision: 3) }
    #expect(throws: RegistryError.self) { try undo(ifRevision: 3) }
    #expect(throws: RegistryError.self) { try undo(ifRevision: .max) }
    #expect(try !undo(2, ifRevision: 3).isChanged)
  }

  @Test func `an undo of an old revision is refused once somebody else has edited`() throws {
    try registry.set("1400", "ar", "أ")
    try registry.set("1401", "ar", "ب")
    #expect(try undo(3, ifRevision: 3).isChanged)
    try registry.set("1402", "ar", "ج", by: "sami")
    for attempt in [{ try undo(3, ifRevision: 3) }, { try undo(ifRevision: 3) }, { try redo(ifRevision: 4) }] {
      let error = try #require(throws: RegistryError.self) { _ = try attempt() }
      #expect(error.code == .changedSince)
    }
    #expect(try registry.revision == 5)
  }

  @Test func `an undo that was already undone is not undone again`() throws {
    try registry.set("1402", "ar", "أ")
    try undo()
    try redo()
    try undo()
    #expect(try !undo(3).isChanged)
    #expect(try text(1402, "ar") == "الرصيد غير كافٍ")
  }

  @Test func `merged ranges with a code are separated again`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addCategory(StatusCategory(key: "k", position: 9, ranges: [2000...2009, 2050...2099], names: [:]))
      try editor.addCode(StatusCode(number: 2060, symbol: "S", category: "k"), text: "T")
    }
    try registry.edit { (editor) throws(RegistryError) in try editor.editCategory("k") { $0.ranges = [2000...2099] } }
    #expect(try undo().value.conflicts.isEmpty)
    #expect(try registry.open(.reading).read { try $0.categories() }.last?.value.ranges == [2000...2009, 2050...2099])
    try HistoryReplay(registry).verify()
  }

  @Test func `a dry run, operation 1 and an unknown number change nothing`() throws {
    try registry.set("1402", "ar", "أ")
    let before = try registry.bytes
    #expect(try undo(isDryRun: true).value.changes.first?.after == .text("الرصيد غير كافٍ"))
    for (operation, code) in [(1, RegistryError.Code.ruleBroken), (3, .operationNotFound), (-1, .operationNotFound)] {
      #expect(try #require(throws: RegistryError.self) { try undo(operation) }.code == code)
    }
    #expect(try registry.bytes == before)
  }

  @Test func `the revision distinguishes a repeated undo from a second one`() throws {
    try registry.set("1402", "ar", "أ")
    try registry.set("1402", "ar", "ب")
    #expect(try undo(ifRevision: 3).operation == 4)
    #expect(try !undo(ifRevision: 3).isChanged)
    #expect(try text(1402, "ar") == "أ")
    let other = try #require(throws: RegistryError.self) { try undo(by: "noura", ifRevision: 3) }
    #expect(other.code == .changedSince)
    #expect(try redo(ifRevision: 4).operation == 5)
    #expect(try !redo(ifRevision: 4).isChanged)
    #expect(try text(1402, "ar") == "ب")
  }
}
