import Foundation
import RegistryTestSupport
import Testing

/// Tests `admin check`.
@Suite struct CheckCommandTests {
  private let admin: AdminFolder
  init() throws { admin = try AdminFolder() }

  /// Stores a text with two warnings.
  private func storeText() throws {
    try #require(try admin.run("translation", "set", "1402", "ar", "الرصيد  غير كافٍ.").status == 0)
  }

  /// Stores a text with an error, as only another program can.
  private func damageText() throws {
    _ = try admin.sql("UPDATE translation SET text = 'الرصيد غير كا\u{FFFD}' WHERE code = 1402 AND language = 'ar'")
  }

  @Test func `a new registry has no findings`() throws {
    let result = try admin.run("check", "--strict")
    #expect(result.status == 0 && result.output.isEmpty && result.error == "note: No findings.\n")
  }

  @Test func `warnings are listed, and fail only with --strict`() throws {
    try storeText()
    let result = try admin.run("check")
    #expect(result.status == 0)
    #expect(
      result.output
        == "warning\tdouble-space\t1402\tar\tThe text has two spaces in a row.\t  \n"
        + "warning\tend-mark\t1402\tar\tThe text ends with a full stop, its source text with no mark.\t.\n")
    let strict = try admin.run("check", "--strict")
    #expect(strict.status == 2 && strict.error == "error: 2 warnings in registry.db.\n")
    #expect(strict.output == result.output)
  }

  @Test func `a text that a check refuses can be stored once the check is silenced for it, with a reason`() throws {
    let text = "الرصيد في محفظة پي غير كافٍ"
    let set = ["translation", "set", "1402", "ar", text]
    try admin.expectRefusal(
      65, saying: "persian-letter",
      "say so first: 'admin check 1402 --language ar --silence persian-letter --for TEXT --reason WHY'"
    ) { try admin.run(set) }
    let silence = ["check", "1402", "--language", "ar", "--silence", "persian-letter"]
    #expect(try admin.run(silence + ["--for", text]).status == 64)
    #expect(
      try admin.run(["check", "1401"] + silence.dropFirst() + ["--for", text, "--reason", "A brand."]).status == 64)
    #expect(try admin.run(silence + ["--for", "{", "--reason", "A brand."]).status == 65)
    let done = try admin.run(silence + ["--for", text, "--reason", "A brand."])
    try #require(done.status == 0, "\(done.error)")
    try #require(try admin.run(set).status == 0)
    #expect(try admin.run("check", "--strict").status == 0)
    try admin.expectRefusal(65, saying: "persian-letter") {
      try admin.run("translation", "set", "1402", "ar", text + " الآن")
    }
  }

  @Test func `an error fails with exit 2, also of a single text`() throws {
    try damageText()
    for arguments in [
      ["check"], ["check", "1402"], ["check", "--language", "ar"], ["check", "--category", "payment"],
    ] {
      let result = try admin.run(arguments)
      #expect(result.status == 2 && result.error == "error: 1 error in registry.db.\n", "\(result.error)")
      #expect(result.output.hasPrefix("error\treplacement-character\t1402\tar\t"))
    }
    for arguments in [
      ["check", "1401"], ["check", "--language", "zh-CN"], ["check", "--category", "otp"],
      ["check", "--check", "tatweel"],
    ] {
      #expect(try admin.run(arguments).status == 0, "\(arguments)")
    }
  }

  @Test func `JSON has the fixed keys and the evidence`() throws {
    try storeText()
    let findings = try admin.jsonList("check", "--check", "end-mark")
    #expect(
      findings == [
        [
          "check": "end-mark", "severity": "warning", "code": 1402, "language": "ar", "start": 16, "end": 17,
          "excerpt": ".", "suggestion": "", "message": "The text ends with a full stop, its source text with no mark.",
        ]
      ])
  }

  @Test func `a silence needs a reason, hides the finding, and can be taken back`() throws {
    try storeText()
    #expect(try admin.run("check", "1402", "--language", "ar", "--silence", "end-mark").status == 64)
    let silenced = try admin.run(
      "check", "1402", "--language", "ar", "--silence", "end-mark", "--reason", "As on the page.")
    #expect(silenced.status == 0 && silenced.output == "end-mark\t1\t3\ttrue\n", "\(silenced)")
    let result = try admin.run("check")
    #expect(!result.output.contains("end-mark") && result.output.contains("double-space"))
    #expect(result.error == "note: 1 finding silenced; see 'admin check --silenced'.\n")
    #expect(try admin.run("check", "--silenced").output.hasSuffix("\tAs on the page.\n"))
    #expect(try admin.run("history").output.contains("check --silence"))
    #expect(try admin.run("check", "1402", "--language", "ar", "--unsilence", "end-mark").status == 0)
    #expect(try admin.run("check").output.contains("end-mark"))
    #expect(try admin.run("undo").status == 0)
    #expect(try !admin.run("check").output.contains("end-mark"))
  }

  @Test func `a text with an error is refused by every command that stores or releases texts`() throws {
    try admin.expectRefusal(65, saying: "U+FFFD", "(replacement-character)") {
      try admin.run("translation", "set", "1402", "ar", "الرصيد \u{FFFD}")
    }
    try admin.write(Array("1402\tar\tالرصيد \u{FFFD}\n".utf8), to: "texts.tsv")
    let imported = try admin.run("translation", "import", "texts.tsv")
    #expect(imported.status == 65 && imported.error.contains("replacement-character"), "\(imported.error)")
    let edited = try admin.run(
      "translation", "edit", "1402", "ar", environment: ["VISUAL": "sed -i s/كاف/كا\u{FFFD}/"])
    #expect(edited.status == 65 && edited.error.contains("replacement-character"), "\(edited.error)")
    try damageText()
    #expect(try admin.run("translation", "review", "1402", "--language", "ar", "--allow-self").status == 65)
    let created = try admin.run("snapshot", "create", "--release", "1.0", "-o", "dist")
    #expect(created.status == 2 && created.error.contains("U+FFFD"), "\(created.error)")
    #expect(created.error.contains("--silence"))
  }

  @Test func `warnings are notes after the write, and a member of its JSON`() throws {
    let text = "الرصيد غير كافٍ."
    let set = try admin.run(["translation", "set", "1402", "ar", text], keepsFindings: true)
    #expect(
      set.error == "note: 1402 in ar: The text ends with a full stop, its source text with no mark. (end-mark)\n")
    let json = try admin.json("translation", "set", "1403", "ar", "طريقة الدفع غير مدعومة.")
    #expect(json["findings"]?[0]?["check"] == "end-mark")
  }

  @Test func `the list has every check, and an unknown check is a usage error`() throws {
    let list = try admin.run("check", "--list").output
    for name in ["missing-argument\terror\tcontract", "tatweel\twarning\tarabic", "same-text\tnote\ttext"] {
      #expect(list.contains(name), "\(name)")
    }
    try admin.expectRefusal(64, saying: "There is no check 'end'. Did you mean end-mark?", lines: 1) {
      try admin.run("check", "--check", "end")
    }
    #expect(try admin.run("check", "--silence", "end-mark", "--reason", "x").status == 64)
    #expect(try admin.run("check", "9999").status == 4)
  }
}

extension JSONValue {
  fileprivate subscript(index: Int) -> JSONValue? {
    if case .array(let values) = self, values.indices.contains(index) { values[index] } else { nil }
  }
}
