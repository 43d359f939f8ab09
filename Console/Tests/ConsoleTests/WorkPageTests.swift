import Foundation
import Registry
import Testing

@testable import Console

@Suite struct WorkPageTests {
  /// Makes texts of several people that need every kind of work, with codes that are retired.
  private func fill(_ console: TestConsole) throws {
    for (code, language, text, actor) in [
      ("1402", "ar", "رصيدك غير كافٍ", "layla"), ("1403", "ar", "طريقة الدفع  ليست مدعومة", "Layla"),
      ("1404", "zh-Hans", "付款 方式", "noura"), ("1604", "ar", "نص  آخر", "noura"),
    ] {
      try console.edit(by: actor) { (editor) throws(RegistryError) in
        _ = try editor.setTranslation(code: code, language: language, text: text)
      }
    }
    try console.edit { (editor) throws(RegistryError) in
      for (code, impact) in [("1405", SourceImpact.minor), ("1406", .major), ("1407", .minor), ("1601", .major)] {
        _ = try editor.setTranslation(code: code, language: "en", text: "Changed \(code)", impact: impact)
      }
      for code in ["1602", "1603"] { _ = try editor.unsetTranslation(code: code, language: "ar") }
      // Their texts wait for nothing.
      for code in ["1407", "1601", "1603", "1604"] { _ = try editor.editCode(code) { $0.state = .retired } }
    }
  }

  @Test(arguments: ["layla", "LAYLA", "noura", "omar"])
  func `each number of the first page is that of the rows of the list that it leads to`(person: String) async throws {
    let console = try TestConsole()
    try fill(console)
    try await console.signIn(as: person)
    let links = try await console.get("/").body.matches(of: /<li><a href="([^"]*)">[^0-9<]*([0-9]+)[^0-9<]* text/)
    var seen: Set<String> = []
    for link in links {
      let path = String(link.output.1).replacing("&amp;", with: "&")
      let page = try await console.get(path).body
      #expect(page.ranges(of: "<tr><td>").count == Int(link.output.2), "\(person): \(path)")
      seen.insert(path.replacing(/language=[A-Za-z-]+/, with: ""))
    }
    #expect(
      seen == [
        "/texts?&missing=1", "/texts?&stale=major", "/texts?&stale=minor", "/texts?&findings=1", "/review?",
      ])
  }

  @Test(arguments: ["layla", "LAYLA", "noura", "omar"])
  func `a text that waits for a review is listed for others, and counted as one's own`(person: String) async throws {
    let console = try TestConsole()
    try fill(console)
    let store = try RegistryStore(opening: RegistryPath(console.path), for: .reading)
    let findings = try store.read { try $0.textExamination() }.findings()
    let texts = try store.read { try $0.inboxTexts() }
    let waiting = WaitingTexts(texts.items(of: nil, findings: findings))
    for language in ["en", "ar", "zh-Hans"] {
      let tag = try #require(LanguageTag(language))
      let (listed, own) = try store.read { registry in
        (
          try registry.reviewQueue(of: person, language: language, window: CodeWindow(limit: 1_000)).rows.count,
          try registry.countOfTextsInReview(writtenBy: person, language: language)
        )
      }
      #expect(waiting.count(.review, tag, for: person) == listed)
      #expect(waiting.count(.review, tag, for: "nobody") == listed + own)
      if language == "ar" { #expect(own == (person.lowercased() == "layla" ? 2 : 0), "1604 of noura is retired") }
    }
  }
}
