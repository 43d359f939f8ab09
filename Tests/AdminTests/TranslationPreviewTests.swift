import Foundation
import RegistryTestSupport
import Testing

@Suite struct TranslationPreviewTests {
  private func registry() throws -> AdminFolder {
    let admin = try AdminFolder()
    for arguments in [
      ["translation", "set", "1402", "en", "{amount} is missing, {name}."],
      ["translation", "set", "1402", "ar", "ينقصك {amount} يا {name}."],
      ["language", "add", "fr", "--english-name", "French", "--own-name", "Français"],
    ] { try #require(try admin.run(arguments).status == 0) }
    return admin
  }

  @Test func `preview fills in the values and names language and direction`() throws {
    let admin = try registry()
    let shown = try admin.json("translation", "preview", "insufficient_balance", "AR", "amount=12.50 SAR", "name=a=b")
    #expect(
      shown == [
        "arguments": .array(["amount", "name"]), "code": 1402, "direction": "rtl", "fallback": false,
        "forms": .array([
          .object(["text": "ينقصك \u{2068}12.50 SAR\u{2069} يا \u{2068}a=b\u{2069}.", "values": .object([:])])
        ]), "language": "ar",
        "missing": .array([]), "pattern": "ينقصك {amount} يا {name}.", "symbol": "INSUFFICIENT_BALANCE",
        "text": "ينقصك \u{2068}12.50 SAR\u{2069} يا \u{2068}a=b\u{2069}.", "text_language": "ar",
      ])
    let result = try admin.run("translation", "preview", "1402", "ar", "amount=1", "name=x")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.output.hasSuffix("missing\t\ntext\tينقصك \u{2068}1\u{2069} يا \u{2068}x\u{2069}.\n"))
  }

  @Test func `a fallback answers as it answers in localized_message`() throws {
    let admin = try registry()
    let shown = try admin.json("translation", "preview", "200", "fr")
    #expect(shown["text"] == "Success" && shown["text_language"] == "en" && shown["language"] == "fr")
    #expect(shown["fallback"] == true && shown["direction"] == "ltr")
    #expect(try admin.run("translation", "preview", "200", "fr").error == "note: 200 has no text in fr: en answers.\n")
    #expect(try admin.run("translation", "preview", "200", "fr", "-q").error.isEmpty)
    try admin.expectRefusal(4, saying: "has no language de") { try admin.run("translation", "preview", "200", "de") }
  }

  @Test func `a missing value leaves the argument as it is, and a value too many is named`() throws {
    let admin = try registry()
    let result = try admin.run("translation", "preview", "1402", "en", "name=Amal", "amuont=1", "--format", "table")
    #expect(result.status == 0)
    #expect(
      result.error == "note: No value is given for {amount}.\nnote: The text of 1402 in en has no argument {amuont}.\n")
    #expect(
      result.output == """
        1402           INSUFFICIENT_BALANCE
        language       en
        text_language  en
        direction      ltr
        fallback       no
        missing        amount
        text           \u{2068}{amount}\u{2069} is missing, \u{2068}Amal\u{2069}.

        """)
    for wrong in [["name"], ["=x"], ["name=1", "name=2"]] {
      #expect(try admin.run(["translation", "preview", "1402", "en"] + wrong).status == 64, "\(wrong)")
    }
    #expect(try admin.run("translation", "preview", "1402", "en", "name=").status == 0)
  }

  @Test func `a value cannot be taken for an argument or for a control of the terminal`() throws {
    let admin = try registry()
    let text = try admin.json("translation", "preview", "1402", "en", "amount={name}", "name=\u{1B}[31m\u{202E}")[
      "text"]
    #expect(text == "\u{2068}{name}\u{2069} is missing, \u{2068}\u{1B}[31m\u{202E}\u{2069}.")
    let table = try admin.run("translation", "preview", "1402", "en", "name=\u{1B}[31m", "--format", "table").output
    #expect(table.contains("\\u{1B}[31m") && !table.contains("\u{1B}"))
  }

  @Test func `on a terminal the text has its own direction`() throws {
    let admin = try registry()
    try #require(try admin.run("translation", "set", "200", "ar", "OTP صحيح").status == 0)
    for (language, isolate) in [("ar", "\u{2067}OTP صحيح\u{2069}"), ("en", "\u{2066}Success\u{2069}")] {
      let result = try admin.shell(
        "script -qec \"'\(try Command.products)/admin' translation preview 200 \(language) --no-color\" /dev/null")
      #expect(result.output.contains(isolate), "\(result.output)")
    }
  }

  @Test func `services find no message for a retired code, and a text that is unfit gets a note`() throws {
    let admin = try registry()
    for arguments in [
      ["code", "deprecate", "1401", "--replaced-by", "1403"], ["code", "retire", "1401", "-y"],
      ["translation", "set", "1403", "en", "Another text", "--impact", "major"],
    ] { try #require(try admin.run(arguments).status == 0) }
    try admin.expectRefusal(
      4, saying: "1401 DUPLICATE_PAYEE_UID_GLOBALLY is retired: services find no message for it.",
      "It is replaced by 1403"
    ) { try admin.run("translation", "preview", "1401", "ar") }
    #expect(
      try admin.run("translation", "preview", "1403", "ar").error
        == "note: The text of 1403 in ar is unfit for release: its source text has had a major change.\n")
  }

  @Test func `each form of a plural is shown with a sample value, or the one of a given number`() throws {
    let admin = try registry()
    let pattern = "{n, plural, one {# try left} other {# tries left}} for {name}"
    try #require(try admin.run("translation", "set", "1402", "en", pattern, "--impact", "major").status == 0)
    let shown = try admin.run("translation", "preview", "1402", "en", "name=Amal", "--format", "tsv")
    #expect(
      shown.output.hasSuffix(
        """
        n=1\t\u{2068}1\u{2069} try left for \u{2068}Amal\u{2069}
        n=0\t\u{2068}0\u{2069} tries left for \u{2068}Amal\u{2069}

        """))
    #expect(shown.error.isEmpty)
    let given = try admin.run("translation", "preview", "1402", "en", "n=1250", "name=Amal", "--format", "tsv")
    #expect(given.output.hasSuffix("text\t\u{2068}1,250\u{2069} tries left for \u{2068}Amal\u{2069}\n"))
    try admin.expectRefusal(65, saying: "{n} is a number in this text, and 'many' is none.") {
      try admin.run("translation", "preview", "1402", "en", "n=many")
    }
    let forms = try admin.json("translation", "preview", "1402", "en")["forms"]
    #expect(
      forms
        == .array([
          .object(["text": "\u{2068}1\u{2069} try left for \u{2068}{name}\u{2069}", "values": .object(["n": "1"])]),
          .object(["text": "\u{2068}0\u{2069} tries left for \u{2068}{name}\u{2069}", "values": .object(["n": "0"])]),
        ]))
  }

  @Test func `a value without a name is refused with the form to write`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: "Write NAME=VALUE, such as amount=12.50.") {
      try admin.run("translation", "preview", "1402", "ar", "12.50")
    }
  }
}
