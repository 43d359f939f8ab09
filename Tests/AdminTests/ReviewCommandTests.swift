import Foundation
import RegistryTestSupport
import Testing

@Suite struct ReviewCommandTests {
  @Test func `review accepts texts of several codes as one operation`() throws {
    let admin = try AdminFolder()
    let done = try admin.json("translation", "review", "1400", "insufficient_balance", "--language", "AR")
    #expect(done["operation"] == 2)
    let list = try admin.jsonList("translation", "list", "--state", "reviewed")
    #expect(list.map { $0["code"] } == [1400, 1402])
    #expect(try admin.json("status")["languages"]?["ar"]?["reviewed"] == 2)
    let final = try admin.run("translation", "review", "1402", "--language", "ar", "--final", "--format", "table")
    #expect(final.output == "1402 in ar is final (operation 3).\n")
    let again = try admin.run("translation", "review", "1402", "1400", "--language", "ar", "--format", "table")
    #expect(
      again.output
        == "1402 in ar was final already; nothing was changed.\n1400 in ar was reviewed already; nothing was changed.\n"
    )
    #expect(try admin.json("status")["revision"] == 3)
  }

  @Test func `the author cannot review, and one refusal rolls back all reviews`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "أ", "--actor", "noura").status == 0)
    try admin.expectRefusal(65, saying: "written by noura", "--allow-self") {
      try admin.run("translation", "review", "1400", "1402", "--language", "ar", "--actor", "noura")
    }
    #expect(
      try admin.run("translation", "review", "1402", "--language", "ar", "--actor", "noura", "--allow-self").status == 0
    )
    let dropped = try admin.run("translation", "set", "1402", "ar", "ب", "--actor", "Noura")
    #expect(dropped.error.hasPrefix("note: This replaces your own text (operation 2, "))
    #expect(
      dropped.error.hasSuffix("\nnote: The old text of 1402 in ar was reviewed; the new one is only translated.\n"))
    try admin.expectRefusal(4, saying: "9999") { try admin.run("translation", "review", "9999", "--language", "ar") }
    #expect(try admin.run("translation", "review", "1402").status == 64)
    #expect(
      try admin.run("translation", "review", "1402", "1400", "--language", "ar", "--if-revision", "1").status == 64)
  }

  @Test func `the impact of an English text is inferred, given, or major without a terminal`() throws {
    let admin = try AdminFolder()
    #expect(try admin.json("translation", "set", "1402", "en", "Insufficient balance!")["impact"] == "typo")
    #expect(try admin.json("translation", "set", "1402", "en", "Not enough", "--impact", "minor")["impact"] == "minor")
    let major = try admin.run("translation", "set", "1402", "en", "Blocked")
    #expect(major.error.hasPrefix("note: This replaces your own text (operation 3, "))
    #expect(
      major.error.split(separator: "\n").dropFirst().joined(separator: "\n")
        == """
        note: The source text of 1402 changed: major, which makes the translations stale and unfit for release.
        note: Look at ar, zh-Hans: admin translation edit 1402 ar zh-Hans
        """)
    let stale = try admin.jsonList("translation", "list", "--stale", "--language", "ar")
    #expect(stale.first?["staleness"] == "major")
    #expect(stale.first?["source_then"] == "Insufficient balance")
    #expect(stale.first?["source_now"] == "Blocked")
    #expect(try admin.json("status")["languages"]?["ar"]?["unfit"] == 1)
    try admin.expectRefusal(65, saying: "only the source text") {
      try admin.run("translation", "set", "1402", "ar", "أ", "--impact", "typo")
    }
    #expect(try admin.run("translation", "set", "1402", "en", "x", "--impact", "huge").status == 64)
  }

  @Test func `on a terminal the user is asked for the impact of an English text`() throws {
    let admin = try AdminFolder()
    var command = Command(
      "script",
      [
        "-qec", "'\(try Command.products)/admin' translation set 1402 en 'Not enough balance' --no-color", "/dev/null",
      ], in: admin.path)
    command.input = Array("what\n2\n".utf8)
    let script = try command.run()
    #expect(script.output.contains("1402 in en: [-Insufficient-]{+Not enough+} balance"), "\(script.output)")
    #expect(script.output.contains("1, 2 or 3? "))
    #expect(try admin.jsonList("translation", "list", "--stale").map { $0["staleness"] } == ["minor", "minor"])
  }

  @Test func `review takes several languages`() throws {
    let admin = try AdminFolder()
    let languages = ["--language", "ar", "--language", "zh-CN"]
    #expect(try admin.run(["translation", "review", "1400", "1402"] + languages).status == 0)
    let reviewed = try admin.jsonList("translation", "list", "--state", "reviewed")
    #expect(reviewed.map { $0["language"] } == ["ar", "zh-Hans", "ar", "zh-Hans"])
    #expect(try admin.run(["translation", "review", "1402", "--if-revision", "1"] + languages).status == 64)
  }

  @Test func `--all-by and --category choose the texts, and leave stale ones and one's own alone`() throws {
    let admin = try AdminFolder()
    for code in ["1400", "1401", "1402"] {
      try #require(try admin.run("translation", "set", code, "ar", "نص", "--actor", "noura").status == 0)
    }
    try #require(try admin.run("translation", "set", "1600", "zh", "文字").status == 0)
    try #require(try admin.run("translation", "set", "1401", "en", "Other", "--impact", "minor").status == 0)
    // A code that is retired, and a text that somebody else has replaced.
    for (code, actor) in [("1403", "noura"), ("1404", "noura"), ("1404", "wei")] {
      try #require(try admin.run("translation", "set", code, "ar", "نص \(actor)", "--actor", actor).status == 0)
    }
    try #require(try admin.run("code", "retire", "1403", "-y").status == 0)
    try admin.expectRefusal(65, saying: "written by Noura, who cannot review them too", "--allow-self") {
      try admin.run("translation", "review", "--all-by", "noura", "--actor", "Noura")
    }
    let before = try admin.bytes()
    let planned = try admin.run("translation", "review", "--all-by", "NOURA", "--dry-run", "--format", "table")
    #expect(
      planned.output
        == "1400 in ar would be reviewed; nothing was changed.\n1402 in ar would be reviewed; nothing was changed.\n")
    #expect(planned.error.contains("1 stale text left alone"))
    #expect(planned.error.contains("1401 in ar"))
    #expect(try admin.bytes() == before)
    #expect(try admin.run("translation", "review", "--all-by", "noura").status == 0)
    #expect(try admin.run("translation", "review", "--all-by", "noura").error.contains("There is no text to review."))
    let chinese = try admin.run("translation", "review", "--category", "otp", "--language", "zh-Hans")
    #expect(chinese.output.filter { $0 == "\n" }.count == 12)
    #expect(
      chinese.error == "note: 1 text of your own left alone; ask a colleague for a review, or say --allow-self.\n")
    #expect(try admin.json("status")["languages"]?["ar"]?["reviewed"] == 2)
    for wrong in [["--category", "otp"], ["1402", "--all-by", "noura"], ["--language", "ar"]] {
      #expect(try admin.run(["translation", "review"] + wrong).status == 64)
    }
    try admin.expectRefusal(4, saying: "no category") {
      try admin.run("translation", "review", "--category", "none", "--language", "ar")
    }
  }

  @Test func `a language in the place of a code and an unknown author are named as what they are`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: "The language has an option: write --language ar instead of ar.") {
      try admin.run("translation", "review", "1402", "ar")
    }
    try #require(try admin.run("translation", "set", "1402", "ar", "نص", "--actor", "noura").status == 0)
    try admin.expectRefusal(4, saying: "'nora' has never written to the registry. Did you mean noura?") {
      try admin.run("translation", "review", "--all-by", "nora")
    }
  }
}
