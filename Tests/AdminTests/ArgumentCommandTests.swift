import Foundation
import RegistryTestSupport
import Testing

/// The arguments of a text, which are those of its source text in every language.
@Suite struct ArgumentCommandTests {
  private let admin: AdminFolder

  /// A registry in which 1402 has the arguments `list` and `reason` in every language.
  init() throws {
    admin = try AdminFolder()
    let made = try admin.shell(
      """
      set -e
      admin translation set 1402 en '{list} for {reason}' --impact major
      admin translation set 1402 ar '{list} بسبب {reason}'
      admin translation set 1402 zh '因{reason}:{list}'
      """)
    try #require(made.status == 0, "\(made.error)")
  }

  @Test(arguments: [
    ("{list}", "the argument {list}"), ("{list} {why}", "the arguments {list}, {why}"), ("قائمة", "no arguments"),
  ])
  func `a translation with other arguments is refused`(text: String, found: String) throws {
    let reason = "The text has \(found); its source text has the arguments {list}, {reason}."
    try admin.expectRefusal(65, saying: reason) { try admin.run("translation", "set", "1402", "ar", text) }
    try admin.write(Array("1402\tar\t\(text)\n".utf8), to: "texts.tsv")
    try admin.expectRefusal(65, saying: "line 1: \(reason)", lines: 2) {
      try admin.run("translation", "import", "texts.tsv")
    }
  }

  @Test func `the order and the number of uses are free`() throws {
    #expect(try admin.run("translation", "set", "1402", "ar", "{reason} {list} {reason}").status == 0)
  }

  @Test(arguments: ["typo", "minor"])
  func `a source text that changes its arguments is a major change`(impact: String) throws {
    let reason = "The new source text has the argument {list} instead of the arguments {list}, {reason}"
    try admin.expectRefusal(65, saying: reason, "the impact is major, not \(impact)", "--impact major") {
      try admin.run("translation", "set", "1402", "en", "{list}", "--impact", impact)
    }
    #expect(try admin.run("translation", "set", "1402", "en", "{list}").status == 0)
    #expect(try admin.run("translation", "set", "1402", "en", "{list}.", "--impact", "typo").status == 0)
  }

  @Test func `an import takes the arguments of the new source text`() throws {
    try admin.write(Array("1402\tar\t{list}\n1402\ten\t{list}\n1402\tzh\t{list}\n".utf8), to: "texts.tsv")
    #expect(try admin.run("translation", "import", "texts.tsv").status == 0)
    #expect(try admin.sql("SELECT count(*) FROM message WHERE code = 1402 AND text = '{list}'") == "3\n")
  }

  @Test func `texts that another program changed are refused by review and by create`() throws {
    try admin.rewrite(["UPDATE translation SET text = '{list}' WHERE code = 1402 AND language = 'ar'"])
    let review = try admin.run("translation", "review", "1402", "--language", "ar", "--actor", "sami")
    #expect(review.status == 65)
    #expect(review.error.contains("The text does not show {reason}, which its source text shows. (missing-argument)"))
    let create = try admin.run("snapshot", "create", "--release", "1", "-o", ".")
    #expect(create.status == 2)
    #expect(
      create.error.contains("1402 in ar has the argument {list}; its source text has the arguments {list}, {reason}."))
  }

  @Test func `code show lists the arguments`() throws {
    #expect(try admin.json("code", "show", "1402")["arguments"] == .array(["list", "reason"]))
    #expect(try admin.run("code", "show", "1402").output.contains("arguments\tlist reason\n"))
    #expect(try admin.json("code", "show", "200")["arguments"] == .array([]))
  }
}
