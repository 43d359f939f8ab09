import RegistrySQLite
import Testing

@testable import Registry

struct EditorImportingTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func take(
    _ text: String, policy: ConflictPolicy = .fail, impact: SourceImpact? = nil, isDryRun: Bool = false
  ) throws -> EditResult<ImportResult> {
    let entries = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      Self.entry($1, line: $0 + 1)
    }
    return try registry.edit(isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.importTranslations(policy: policy, impact: impact) { (body) throws(RegistryError) in
        for entry in entries { try body(entry) }
      }
    }
  }

  /// Lines of a code, a language, a text and an optional revision, separated by tabs.
  private static func entry(_ text: Substring, line: Int) -> ImportEntry? {
    if text.isEmpty { return nil }
    let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let revision = fields.count > 3 ? Int(fields[3]) : nil
    guard fields.count >= 3, fields.count < 4 || revision != nil else {
      return .failure(RegistryError.RefusedLine(line: line, RegistryError(.invalidValue, "The line cannot be read.")))
    }
    return .success(
      TranslationEntry(line: line, code: fields[0], language: fields[1], text: fields[2], revision: revision))
  }

  @Test(arguments: [SourceImpact.minor, .major])
  func `a translation that is imported with a change of its source text is not stale`(impact: SourceImpact) throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.importTranslations(policy: .fail, impact: impact) { (body) throws(RegistryError) in
        for (line, language, text) in [(1, "ar", "الرصيد لا يكفي"), (2, "en", "The balance is too low")] {
          try body(.success(TranslationEntry(line: line, code: "1402", language: language, text: text, revision: nil)))
        }
      }
    }
    let slots = try registry.open(.reading).read { try $0.translations(ofCode: 1402) }
    let stale = slots.compactMap(\.translation).filter(\.isStale).map(\.language)
    #expect(stale == [.simplifiedChinese])
  }

  @Test(arguments: [SourceImpact.minor, .major])
  func `a translation that an import repeats beside its changed source text is confirmed`(impact: SourceImpact) throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.importTranslations(policy: .fail, impact: impact) { (body) throws(RegistryError) in
        for (line, language, text) in [(1, "en", "The balance is too low"), (2, "zh-Hans", "余额不足")] {
          try body(.success(TranslationEntry(line: line, code: "1402", language: language, text: text, revision: nil)))
        }
      }
    }
    let slots = try registry.open(.reading).read { try $0.translations(ofCode: 1402) }
    #expect(slots.compactMap(\.translation).filter(\.isStale).map(\.language) == [.arabic])
  }

  @Test func `all lines are one operation, and unchanged lines are not recorded`() throws {
    let outcome = try take("1402\tar\tأ\n1402\tzh-CN\t余额不足\n\nsuccess\tAR\tتم\t1\n")
    #expect(outcome.operation == 2)
    #expect(outcome.value.changed == 2)
    #expect(outcome.value.unchanged == 1)
    #expect(try registry.changes(of: 2).count == 2)
    #expect(try !take("1402\tar\tأ").isChanged)
    #expect(try registry.revision == 2)
    try HistoryReplay(registry).verify()
  }

  @Test func `every invalid line is reported, and nothing is changed`() throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) {
      try take(
        "1402\tar\tأ\n9999\tar\tx\n1402\tfr\tx\n1402\tfr\ty\n1402\tar\n1402\tzh\t{\n1402\tAR\tب\n200\tar\tx\tone\n")
    }
    #expect(error.code == .invalidRows)
    #expect(error.lines.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
    #expect(
      error.lines.map(\.error.code) == [
        .codeNotFound, .languageNotFound, .languageNotFound, .invalidValue, .invalidPattern, .invalidValue,
        .invalidValue,
      ])
    #expect(error.lines[5].error.message.contains("is already in line 1"))
    #expect(error.message.hasPrefix("7 of 8 lines"))
    #expect(try registry.bytes == before)
  }

  @Test func `a conflict is reported by line, and fails the import, is skipped, or overwritten`() throws {
    try registry.set("1402", "ar", "نصها", by: "noura")
    let lines = "1402\tar\tنصي\t1\n200\tar\tتم\t1\n"
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try take(lines) }
    #expect(error.code == .changedSince)
    #expect(error.lines.map(\.line) == [1])
    let conflict = error.lines.first?.error.conflict
    #expect(
      conflict == RegistryError.TextConflict(base: "الرصيد غير كافٍ", theirs: "نصها", mine: "نصي"))
    #expect(try registry.bytes == before)
    let skipped = try take(lines, policy: .skip)
    #expect(skipped.value.changed == 1)
    #expect(skipped.value.conflicts.map(\.line) == [1])
    let overwritten = try take(lines, policy: .overwrite)
    #expect(overwritten.value.changed == 1)
    #expect(overwritten.value.unchanged == 1)
    #expect(try registry.values("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == ["نصي"])
  }

  @Test func `repeating an import changes nothing`() throws {
    let lines = "1402\tar\tأ\t1\n200\tar\tتم\t1\n"
    #expect(try take(lines).value.changed == 2)
    let again = try take(lines)
    #expect(!again.isChanged)
    #expect(again.value.unchanged == 2)
  }

  @Test func `source texts are set first, in any order of the lines`() throws {
    let outcome = try take("1402\tar\tلا يكفي\n1402\ten\tNot enough\n1400\ten\tChanged\n", impact: .minor)
    #expect(outcome.value.impacts == [.minor: 2])
    let stale = try registry.open(.reading).read { try $0.translations(TranslationFilter(isStale: true)) }
    #expect(stale.map { "\($0.code) \($0.language)" } == ["1400 ar", "1400 zh-Hans", "1402 zh-Hans"])
  }

  @Test func `an unchanged line does not confirm a stale text`() throws {
    try registry.set("1402", "en", "Not enough")
    #expect(try !take("1402\tar\tالرصيد غير كافٍ\n").isChanged)
    #expect(try registry.open(.reading).read { try $0.status() }.languages.map(\.stale) == [0, 1, 1])
  }

  @Test func `a translation imported with a new source text is made from it, changed or not`() throws {
    try take("1402\ten\tNot enough\n1402\tar\tالرصيد غير كافٍ\n")
    let stale = try registry.open(.reading).read { try $0.translations(TranslationFilter(isStale: true)) }
    #expect(stale.map { "\($0.code) \($0.language)" } == ["1402 zh-Hans"])
  }

  @Test func `the same text set by another actor is no conflict`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    let outcome = try take("1402\tar\tأ\t1\n")
    #expect(!outcome.isChanged)
    #expect(outcome.value.conflicts.isEmpty)
  }

  @Test func `a line that still has the text of its revision is no conflict and overwrites nothing`() throws {
    try registry.set("1402", "ar", "أحدث", by: "noura")
    for policy in ConflictPolicy.allCases {
      let outcome = try take("1402\tar\tالرصيد غير كافٍ\t1\n", policy: policy)
      #expect(!outcome.isChanged)
      #expect(outcome.value.unchanged == 1)
      #expect(outcome.value.conflicts.isEmpty)
    }
  }

  @Test func `a dry run has the same result and changes nothing`() throws {
    let before = try registry.bytes
    #expect(try take("1402\tar\tأ\n", isDryRun: true).value.changed == 1)
    #expect(throws: RegistryError.self) { try take("1402\tar\t{\n", isDryRun: true) }
    #expect(try registry.bytes == before)
  }

  @Test func `an undo takes back a whole import`() throws {
    try take("1402\tar\tأ\n200\tar\tب\n1402\ten\tNot enough\n")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    #expect(try registry.open(.reading).read { try $0.status() }.languages.map(\.stale) == [0, 0, 0])
    let texts = try registry.values("SELECT text FROM message WHERE code = 1402 AND language = 'ar'")
    #expect(texts == ["الرصيد غير كافٍ"])
    try HistoryReplay(registry).verify()
  }

  @Test func `a line without a revision does not replace a reviewed text of somebody else`() throws {
    try registry.set("1402", "ar", "نصها", by: "noura")
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "1402", language: "ar")
    }
    let lines = "1402\tar\tنصي\n200\tar\tتم\n"
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try take(lines) }
    #expect(error.code == .replacesAcceptedText)
    #expect(
      error.message == "1 of 2 lines would replace a reviewed or final text of somebody else; nothing was changed.")
    #expect(error.lines.map(\.line) == [1])
    #expect(try registry.bytes == before)
    let skipped = try take(lines, policy: .skip).value
    #expect(skipped.changed == 1)
    #expect(skipped.skipped.map(\.theirs) == ["نصها"])
    #expect(skipped.skipped.map(\.mine) == ["نصي"])
    #expect(skipped.skipped.map(\.revision) == [3])
    let overwritten = try take(lines, policy: .overwrite).value
    #expect(overwritten.replaced.map(\.replaced.written?.actor) == ["noura"])
    #expect(overwritten.replaced.map(\.line) == [1])
  }

  @Test func `a line with the current revision replaces a reviewed text, and names whose it was`() throws {
    try registry.set("1402", "ar", "نصها", by: "noura")
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "1402", language: "ar", isFinal: true)
    }
    let done = try take("1402\tar\tنصي\t3\n200\tar\tتم\u{200F}\n").value
    #expect(done.replaced.map(\.replaced.accepted?.actor) == ["sami"])
    #expect(done.replaced.map(\.replaced.state) == [.final])
    #expect(done.cleaned == [CleanedLine(line: 2, removed: ["U+200F at the end"])])
  }
}
