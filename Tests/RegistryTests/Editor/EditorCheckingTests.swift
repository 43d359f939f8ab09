import RegistryTestSupport
import Testing

@testable import Registry

/// Checks when a text is stored, accepted or released.
@Suite struct EditorCheckingTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  /// A text that only another program can have stored.
  private static let damaged = "الرصيد غير كا\u{FFFD}ٍ"

  private func storeDamagedText() throws {
    let result = try registry.shell(
      "UPDATE translation SET text = '\(Self.damaged)' WHERE code = 1402 AND language = 'ar'")
    try #require(result.status == 0, "\(result.error)")
  }

  @Test func `a text with an error is refused, and nothing changes`() throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", Self.damaged) }
    #expect(error.code == .checkFailed)
    #expect(error.message.contains("U+FFFD") && error.message.hasSuffix("(replacement-character)"))
    #expect(error.findings.map(\.check) == ["replacement-character"])
    #expect(error.findings.first?.evidence?.range == 13..<14)
    #expect(try registry.bytes == before)
  }

  @Test func `the error says what to write instead`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "en", text: "{amount} is missing", impact: .major)
    }
    let error = try #require(throws: RegistryError.self) { try registry.set("1402", "zh-Hans", "缺少 ｛amount｝ {amount}") }
    #expect(error.code == .checkFailed)
    #expect(error.remedy?.description.hasPrefix("Write {amount} instead of ｛amount｝. ") == true)
  }

  @Test func `warnings are returned, and the text is stored`() throws {
    let result = try registry.set("1402", "ar", "الرصيد  غير كافٍ.").value
    #expect(result.isChanged)
    #expect(result.findings.map(\.check) == ["double-space", "end-mark"])
    #expect(result.findings.first?.evidence?.suggestion == " ")
    #expect(try registry.set("1402", "ar", "الرصيد  غير كافٍ.").value.findings.isEmpty, "it was already so")
    #expect(try registry.set("1402", "ar", "الرصيد غير كافٍ").value.findings.isEmpty)
  }

  @Test func `the terms of the glossary are checked`() throws {
    let result = try registry.set("1402", "ar", "المبلغ المتاح غير كافٍ").value
    #expect(result.findings.map(\.check) == ["other-term"])
  }

  @Test func `an import names each line with an error, and each with a warning`() throws {
    func imported(_ texts: [String]) throws -> ImportResult {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.importTranslations(policy: .fail, impact: nil) { (body) throws(RegistryError) in
          for (index, text) in texts.enumerated() {
            try body(
              .success(
                TranslationEntry(line: index + 1, code: "\(1402 + index)", language: "ar", text: text, revision: nil)))
          }
        }
      }.value
    }
    let error = try #require(throws: RegistryError.self) { try imported(["الرصيد غير كافٍ", "طريقة \u{FFFD}"]) }
    #expect(error.lines.map(\.line) == [2])
    #expect(error.lines.first?.error.code == .checkFailed)
    let result = try imported(["الرصيد غير كافٍ.", "طريقة الدفع غير مدعومة"])
    #expect(result.checked.map(\.line) == [1])
    #expect(result.checked.first?.findings.map(\.check) == ["end-mark"])
  }

  @Test func `a text with an error is not accepted, unless the check is silenced for exactly this text`() throws {
    try storeDamagedText()
    let review: @Sendable (Editor) throws(RegistryError) -> ReviewResult = { (editor) throws(RegistryError) in
      try editor.reviewTranslation(code: "1402", language: "ar")
    }
    let error = try #require(throws: RegistryError.self) { try registry.edit(by: "sami", review) }
    #expect(error.code == .checkFailed)
    let many = try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      try editor.reviewTranslations(ReviewSelection(languages: ["ar"], category: "payment"))
    }.value
    #expect(many.faulty.map(\.row) == [.translation(1402, .arabic)])
    #expect(many.reviews.count == 7)
    try registry.edit { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "replacement-character", reason: "A test.")
    }
    #expect(try registry.edit(by: "sami", review).value.state == .reviewed)
    let other = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "نص آخر \u{FFFD}") }
    #expect(other.code == .checkFailed)
  }

  @Test func `content with an error is not released`() throws {
    try storeDamagedText()
    let folder = try TemporaryFolder()
    let error = try #require(throws: RegistryError.self) { try ReleaseFixture.release(registry, in: folder) }
    #expect(error.code == .unfit)
    #expect(error.findings.map(\.check) == ["replacement-character"])
    #expect(error.remedy == .correctOrSilence)
    try registry.edit { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "replacement-character", reason: "A test.")
    }
    #expect(try ReleaseFixture.release(registry, in: folder).isChanged)
  }

  @Test func `a new registry has no findings`() throws {
    let findings = try registry.open(.reading).read { try $0.textFindings() }
    #expect(findings.open.isEmpty, "\(findings.open)")
    #expect(findings.silenced.allSatisfy { !$0.silence.reason.isEmpty })
  }

  @Test func `a silence ends when the text changes`() throws {
    try registry.set("1402", "ar", "الرصيد غير كافٍ.")
    try registry.edit { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "end-mark", reason: "A test.")
    }
    let read = { try registry.open(.reading).read { try $0.textFindings() } }
    #expect(try read().open.isEmpty)
    #expect(try read().silenced.map(\.silence.reason) == ["A test."])
    try registry.set("1402", "ar", "رصيد الحساب غير كافٍ.")
    #expect(try read().open.map(\.check) == ["end-mark"])
    #expect(try read().silenced.isEmpty)
  }

  @Test func `an examination finds what was there when it was read`() throws {
    try registry.set("1402", "ar", "الرصيد غير كافٍ.")
    let store = try registry.open(.reading)
    let examination = try store.read { try $0.textExamination() }
    try registry.set("1402", "ar", "الرصيد غير كافٍ")
    #expect(examination.findings().open.map(\.check) == ["end-mark"])
    #expect(try store.read { try $0.textFindings() }.open.isEmpty)
  }

  @Test func `only the contract of a stale text is compared with its source text`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "en", text: "{balance} is not enough?", impact: .major)
    }
    let findings = try registry.open(.reading).read { try $0.textFindings() }.open
    #expect(findings.map(\.check) == ["missing-argument", "missing-argument"])
  }

  @Test func `texts of retired codes are not checked`() throws {
    try registry.set("1402", "ar", "الرصيد غير كافٍ.")
    try registry.edit { (editor) throws(RegistryError) in _ = try editor.editCode("1402") { $0.state = .retired } }
    #expect(try registry.open(.reading).read { try $0.textFindings() }.open.isEmpty)
  }
}
