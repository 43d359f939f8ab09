import Foundation
import Registry
import Testing

@testable import Console

/// Reads every page in Arabic and Chinese, on a registry with all that pages can show, and looks for English.
@Suite struct PageLanguageTests {
  /// Words in Latin letters that have no others.
  private static let allowed: Set<String> = ["HTTP", "PDF", "Enter", "Ctrl", "UTC", "OTP"]

  private func intent(_ command: String, _ actor: String = "noura", note: String? = nil) -> OperationIntent {
    OperationIntent(actor: actor, command: command, note: note)
  }

  /// Makes one operation of each kind, and texts that need every kind of work.
  private func fill(_ console: TestConsole) throws {
    let registry = try RegistryStore(opening: RegistryPath(console.path), for: .editing)
    _ = try registry.edit(as: intent("language add")) { (editor) throws(RegistryError) in
      try editor.addLanguage(
        Language(
          tag: LanguageTag("ur") ?? .arabic, englishName: "Urdu", ownName: "اردو", direction: .rightToLeft,
          fallback: .english, isRequired: false, position: 4))
    }
    _ = try registry.edit(as: intent("language edit")) { (editor) throws(RegistryError) in
      try editor.editLanguage("ur") { $0.isRequired = true }
    }
    _ = try registry.edit(as: intent("category add")) { (editor) throws(RegistryError) in
      try editor.addCategory(
        StatusCategory(key: "wallet", position: 8, ranges: [1700...1799], names: [.english: "Wallet"]))
    }
    _ = try registry.edit(as: intent("category edit")) { (editor) throws(RegistryError) in
      try editor.editCategory("otp") { $0.names[.arabic] = "رموز OTP" }
    }
    _ = try registry.edit(as: intent("code add")) { (editor) throws(RegistryError) in
      try editor.addCode(
        StatusCode(number: 1700, symbol: "WALLET_EMPTY", category: "wallet"), text: "{amount} is too much")
    }
    _ = try registry.edit(as: intent("code edit", note: "because")) { (editor) throws(RegistryError) in
      try editor.editCode("1700") { code in
        code.httpStatus = 422
        code.isRetryable = true
        code.description = "A wallet without money."
      }
    }
    _ = try registry.edit(as: intent("code deprecate")) { (editor) throws(RegistryError) in
      try editor.editCode("1401") { $0.state = .deprecated }
    }
    _ = try registry.edit(as: intent("code retire")) { (editor) throws(RegistryError) in
      try editor.editCode("1403") { code in
        code.state = .retired
        code.replacedBy = 1402
      }
    }
    _ = try registry.edit(as: intent("term add")) { (editor) throws(RegistryError) in
      try editor.addTerm(
        Term(
          "wallet", note: "Not a purse.",
          renderings: [
            .english: TermRendering("wallet"),
            .arabic: TermRendering("محفظة", otherForms: ["محافظ"], synonyms: ["حافظة"], forbidden: ["جزدان"]),
          ]))
    }
    _ = try registry.edit(as: intent("term edit")) { (editor) throws(RegistryError) in
      try editor.editTerm("wallet") { $0.note = nil }
    }
    try fillTexts(registry)
  }

  private func fillTexts(_ registry: RegistryStore) throws {
    func set(
      _ code: String, _ language: String, _ text: String, _ impact: SourceImpact? = nil, by actor: String = "noura"
    )
      throws
    {
      _ = try registry.edit(as: intent("translation set", actor)) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: code, language: language, text: text, impact: impact)
      }
    }
    try set("1402", "ar", "الرصيد  غير كافٍ")
    try set("1402", "zh-Hans", "余额 不足", by: "layla")
    try set("1404", "ar", "خصم 10٪ للعميل")
    try set("1405", "en", "Payment order does not exist in 24 hours", .minor)
    try set("1406", "en", "Something else", .major)
    try set("1407", "ar", "نص")
    _ = try registry.edit(as: intent("translation review", "omar")) { (editor) throws(RegistryError) in
      try editor.reviewTranslation(code: "1407", language: "ar", isFinal: true)
    }
    _ = try registry.edit(as: intent("translation unset")) { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1501", language: "ar")
    }
    _ = try registry.edit(as: intent("check --silence")) { (editor) throws(RegistryError) in
      try editor.silence(code: "1404", language: "ar", check: "percent-sign", reason: "A brand.")
    }
    _ = try registry.edit(as: intent("undo")) { (editor) throws(RegistryError) in try editor.undo() }
    _ = try registry.edit(as: intent("redo")) { (editor) throws(RegistryError) in try editor.redo() }
    _ = try registry.edit(as: intent("a command of tomorrow")) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1502", language: "ar", text: "نص آخر")
    }
    // An undo of this operation leaves the row alone.
    try set("1502", "ar", "نص ثالث")
  }

  /// The words of the interface on a page that are in Latin letters: not those of elements that say their language, as
  /// all texts of the registry do, and not names.
  private func english(_ body: String, names: Set<String>) -> [String] {
    PageTexts(body).texts.filter { !$0.isMarked && !$0.isName }.flatMap { text in
      text.text.matches(of: /[A-Za-z_]{2,}/).map { String($0.output) }.filter {
        !Self.allowed.contains($0) && !names.contains($0)
      }.map { "\($0) in: \(text.text)" }
    }
  }

  /// Returns the places where a space follows a mark that has one in its own width.
  private func spaces(_ body: String) -> [String] {
    let inline = #/</?(?:a|b|bdi|code|del|ins|q|span|strong|time)(?: [^>]*)?>/#
    // What only readers of the screen say stands before a text, which can begin with a space.
    let seen = body.replacing(/<span class="spoken"[^>]*>[^<]*<\/span>/, with: "")
    return seen.replacing(inline, with: "").matches(of: /.{0,12}[：。，、；！？] +[^<\s].{0,12}/).map { String($0.output) }
  }

  @Test(arguments: ["ar", "zh-Hans"])
  func `no page has English that is not marked as English`(language: String) async throws {
    let console = try TestConsole()
    try fill(console)
    try await console.signIn()
    // Another program changes what the history does not have.
    let shell = Process()
    shell.executableURL = URL(filePath: "/usr/bin/env")
    shell.arguments = [
      "sqlite3", "-bail", console.path,
      """
      UPDATE translation SET state = 'final' WHERE code = 1503 AND language = 'ar';
      UPDATE status_code SET http_status = 404 WHERE code = 1504;
      UPDATE category SET revision = 2 WHERE key = 'file';
      DELETE FROM translation WHERE code = 1504 AND language = 'ar';
      """,
    ]
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0)
    let revision = try console.revision
    var paths = [
      "/", "/codes", "/codes?category=payment&state=active", "/texts", "/texts?language=ar&stale=1",
      "/texts?missing=1", "/review", "/review?language=ar&done=same", "/history", "/history?skip=30",
      "/glossary",
      "/checks", "/doctor", "/help", "/find?q=balance", "/find?q=1402x", "/find?q=", "/find?q=xyzzy", "/codes/1402",
      "/codes/1405", "/codes/1406", "/codes/1700", "/codes/1402?done=same", "/codes/1402?done=\(revision)",
      "/operations/5?done=7", "/operations/5?done=same",
    ]
    paths += (1...revision).map { "/operations/\($0)" }
    for path in paths {
      let answer = try await console.get(path, [.acceptLanguage: language])
      #expect(answer.status == 200, "\(path)")
      #expect(answer.body.contains("<html lang=\"\(language)\""), "\(path)")
      // Symbols are names, also in a title.
      let symbols = Set(answer.body.matches(of: /[A-Z0-9]+(?:_[A-Z0-9]+)+/).map { String($0.output) })
      let found = english(answer.body, names: symbols)
      #expect(found.isEmpty, "\(path): \(found)")
      if language == "zh-Hans" { #expect(spaces(answer.body).isEmpty, "\(path): \(spaces(answer.body))") }
    }
  }

  @Test(arguments: ["ar", "zh-Hans"])
  func `no page about an error, and no answer to a form, has English`(language: String) async throws {
    let console = try TestConsole()
    try fill(console)
    func post(_ path: String, _ language: String, _ form: [(String, String)]) async throws -> TestConsole.Answer {
      try await console.post(
        path, form, [.origin: "http://\(TestConsole.host)", .acceptLanguage: language])
    }
    func check(_ answer: TestConsole.Answer, _ status: Int, _ names: Set<String> = []) {
      #expect(answer.status == status, "\(answer.body)")
      let found = english(answer.body, names: names)
      #expect(found.isEmpty, "\(found)")
    }
    check(try await console.get("/codes", [.acceptLanguage: language]), 401)
    check(try await console.get("/once/x", [.acceptLanguage: language]), 410)
    check(try await post("/codes/1402", language, [("text-ar", "نص"), ("base-ar", ""), ("revision-ar", "0")]), 401)
    try await console.signIn()
    for path in [
      "/codes/9999", "/codes/INSUFFICIENT_BALANC", "/codes/x", "/nowhere", "/operations/99999", "/operations/x",
      "/history?language=fr", "/history?language=x-", "/history?code=9999", "/texts?category=nothing",
      "/texts?language=fr", "/review?language=fr", "/history?actor=nobody",
    ] {
      let answer = try await console.get(path, [.acceptLanguage: language])
      check(answer, answer.status)
      #expect((400..<500).contains(answer.status), "\(path) \(answer.status)")
    }
    check(try await post("/codes/1402", language, [("text-ar", "x"), ("text-ar", "y")]), 400)
    for (code, text) in [
      ("1402", " "), ("1402", "رمز \u{202E}OTP"), ("1402", "الرصيد {amount"),
      ("1700", "البنک {amount}"), ("1700", "المبلغ"),
    ] {
      let fields = [("text-ar", text), ("base-ar", ""), ("revision-ar", "0")]
      check(
        try await post("/codes/\(code)", language, fields), 422, ["WALLET_EMPTY", "INSUFFICIENT_BALANCE"])
      let live = try await post(
        "/-/check", language, [("code", code), ("language", "ar"), ("text", text)])
      #expect(live.status == 200 && (text == " " || !live.body.contains("The ")), "\(live.body)")
    }
    // The source text is changed without a word about its effect, and a text meanwhile.
    check(
      try await post(
        "/codes/1402", language,
        [("text-en", "Not enough"), ("base-en", "Insufficient balance"), ("revision-en", "1")]),
      422, ["INSUFFICIENT_BALANCE"])
    check(
      try await post(
        "/codes/1402", language, [("text-ar", "الرصيد قليل"), ("base-ar", "الرصيد غير كافٍ"), ("revision-ar", "1")]),
      409, ["INSUFFICIENT_BALANCE"])
    let source = try await post(
      "/codes/1402", language,
      [
        ("text-en", "Not enough {money}"), ("base-en", "Insufficient balance"), ("revision-en", "1"),
        ("impact", "minor"),
      ])
    check(source, 422, ["INSUFFICIENT_BALANCE"])
    check(try await post("/review", language, []), 200)
    check(try await post("/review", language, [("pick-1402-ar", "1")]), 409)
    check(try await post("/review", language, [("pick-1402-zh-Hans", "\(try revision(1402, console))")]), 422)
    check(try await post("/operations/1/undo", language, []), 422)
  }

  /// The revision of the Chinese text, which the person who is signed in wrote.
  private func revision(_ code: Int, _ console: TestConsole) throws -> Int {
    try RegistryStore(opening: RegistryPath(console.path), for: .reading).read { registry in
      try registry.translations(TranslationFilter(language: "zh-Hans"), ofCode: code).first?.translation?.revision ?? 0
    }
  }

  @Test func `the elements that say a language are found`() {
    let texts = PageTexts(
      """
      <!DOCTYPE html><html lang="ar"><body aria-label="a"><p>b<span lang="en">c<br>d</span></p><bdi>e</bdi>f</body>
      """
    ).texts
    #expect(texts.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(texts.map(\.language) == ["ar", "ar", "en", "en", "ar", "ar"])
    #expect(texts.map(\.isMarked) == [false, false, true, true, false, false])
    #expect(texts.map(\.isName) == [false, false, false, false, true, false])
  }
}
