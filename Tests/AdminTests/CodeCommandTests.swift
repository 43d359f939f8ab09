import Foundation
import RegistryTestSupport
import Testing

@Suite struct CodeCommandTests {
  static let add = ["code", "add", "1408", "--symbol", "NEW_CODE", "--category", "payment", "--text", "New {thing}"]

  @Test func `show prints all properties, by number or by symbol in any case`() throws {
    let admin = try AdminFolder()
    let shown = try admin.json("code", "show", "1402")
    let at = try JSONValue.string(admin.sql("SELECT at FROM operation").trimmingCharacters(in: .newlines))
    #expect(
      shown == [
        "arguments": .array([]), "category": "payment", "code": 1402, "description": nil, "http_status": nil,
        "renamed_from": nil, "replaced_by": nil, "retryable": nil,
        "revision": 1, "state": "active", "symbol": "INSUFFICIENT_BALANCE",
        "translations": .object([
          "ar": .object([
            "author": nil, "written_at": at, "revision": 1, "stale": false, "staleness": nil, "state": "translated",
            "text": "الرصيد غير كافٍ",
          ]),
          "en": .object([
            "author": nil, "written_at": at, "revision": 1, "stale": false, "staleness": nil, "state": "translated",
            "text": "Insufficient balance",
          ]),
          "zh-Hans": .object([
            "author": nil, "written_at": at, "revision": 1, "stale": false, "staleness": nil, "state": "translated",
            "text": "余额不足",
          ]),
        ]),
      ])
    #expect(try admin.json("code", "show", "Insufficient_Balance") == shown)
  }

  @Test func `show says who wrote each text`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "أ", "--actor", "noura").status == 0)
    try #require(try admin.run("translation", "review", "1402", "--language", "ar", "--actor", "sami").status == 0)
    #expect(try admin.json("code", "show", "1402")["translations"]?["ar"]?["author"] == "noura")
    let table = try admin.run("code", "show", "1402", "--format", "table").output.split(separator: "\n").suffix(4)
    #expect(
      table.map { $0.split(separator: " ", maxSplits: 3).prefix(4).map { $0.trimmingCharacters(in: .whitespaces) } }
        .map { $0.last?.split(separator: " ").first } == ["AUTHOR", "-", "noura", "-"])
    try #require(try admin.run("undo", "3").status == 0)
    try #require(try admin.run("undo", "2").status == 0)
    #expect(try admin.json("code", "show", "1402")["translations"]?["ar"]?["author"] == .null)
  }

  @Test(arguments: [
    ("1042", "Did you mean 1402"), ("1420", "Did you mean 1402"),
    ("INSUFICIENT_BALANCE", "Did you mean 1402 INSUFFICIENT_BALANCE?"),
    ("xyzzy", "admin code list"), ("999999999999999999999999", "admin code list"), ("", "admin code list"),
    ("-1", "admin code list"),
  ])
  func `an unknown code is exit code 4, with a similar code as a hint`(name: String, says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(4, saying: "The registry has no code '\(name)'", says) {
      try admin.run("code", "show", "--", name)
    }
  }

  @Test func `list filters by category and state`() throws {
    let admin = try AdminFolder()
    #expect(try admin.jsonList("code", "list").count == 61)
    let otp = try admin.jsonList("code", "list", "--category", "OTP")
    #expect(otp.count == 13)
    #expect(otp.allSatisfy { $0["category"] == "otp" && $0["translations"] == nil })
    try #require(try admin.run("code", "deprecate", "1600").status == 0)
    #expect(try admin.jsonList("code", "list", "--state", "deprecated").map { $0["code"] } == [1600])
    try admin.expectRefusal(4, saying: "no category 'paymnt'", "Did you mean payment?") {
      try admin.run("code", "list", "--category", "paymnt")
    }
  }

  @Test func `add creates the code and its English text as one operation`() throws {
    let admin = try AdminFolder()
    let added = try admin.json(
      "code", "add", "1408", "--symbol", "NEW_CODE", "--category", "PAYMENT", "--text", "New {thing}", "--retryable",
      "no")
    #expect(added["operation"] == 2)
    #expect(added["category"] == "payment")
    #expect(added["retryable"] == false)
    #expect(
      try admin.sql("SELECT entity, field, after FROM change WHERE operation = 2 ORDER BY sequence") == """
        status_code|symbol|NEW_CODE
        status_code|category|payment
        status_code|state|active
        status_code|retryable|0
        translation|text|New {thing}
        translation|state|translated
        translation|meaning_revision|2
        translation|source_revision|2

        """)
    #expect(
      try admin.sql("SELECT language, text_language FROM localized_message WHERE code = 1408")
        == "ar|en\nen|en\nzh-Hans|en\n")
  }

  @Test(
    arguments: [
      (
        ["1500", "--symbol", "X", "--category", "payment"], 65, "1500 FILE_UPLOAD_FAILED exists (active)",
        "next free number of payment is 1408"
      ),
      (
        ["1599", "--symbol", "X", "--category", "payment"], 65, "1599 is outside the ranges of payment: 1400-1499",
        "is 1408"
      ),
      (["1408", "--symbol", "SUCCESS", "--category", "payment"], 65, "200 SUCCESS exists", "is 1408"),
      (["1408", "--symbol", "lower", "--category", "payment"], 65, "'lower' cannot be a symbol", "upper-case ASCII"),
      (["1408", "--symbol", "É", "--category", "payment"], 65, "cannot be a symbol", "ASCII"),
      (["1408", "--symbol", "E\u{301}", "--category", "payment"], 65, "cannot be a symbol", "ASCII"),
      (["14x", "--symbol", "X", "--category", "payment"], 65, "'14x' is not a number", "0 to 999999999"),
      (["0", "--symbol", "X", "--category", "payment"], 65, "0 is outside", "is 1408"),
      (["1408", "--symbol", "X", "--category", "nope"], 4, "no category 'nope'", "It has public"),
      (
        ["1408", "--symbol", "X", "--category", "payment", "--http-status", "99"], 65, "99 is not an HTTP status",
        "100 to 599"
      ),
    ] as [([String], Int32, String, String)])
  func `a code that breaks a rule is refused with the next free number`(
    arguments: [String], status: Int32, says: String, hint: String
  ) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(status, saying: says, hint) {
      try admin.run(["code", "add"] + arguments + ["--text", "x"])
    }
  }

  @Test func `a retired number is never used again`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run(Self.add).status == 0)
    try #require(try admin.run("code", "retire", "1408", "-y").status == 0)
    try admin.expectRefusal(65, saying: "1408 NEW_CODE exists (retired)", "is 1409") { try admin.run(Self.add) }
    try admin.expectRefusal(65, saying: "is retired already") { try admin.run("code", "deprecate", "1408") }
    #expect(try admin.sql("SELECT count(*) FROM localized_message WHERE code = 1408") == "0\n")
  }

  @Test func `edit changes only the given fields`() throws {
    let admin = try AdminFolder()
    let edited = try admin.json(
      "code", "edit", "1402", "--symbol", "LOW_BALANCE", "--http-status", "402", "--retryable", "yes", "--description",
      "Ask to top up")
    #expect(edited["symbol"] == "LOW_BALANCE")
    #expect(edited["http_status"] == 402)
    #expect(edited["retryable"] == true)
    #expect(edited["description"] == "Ask to top up")
    #expect(
      try admin.sql("SELECT field, before, after FROM change WHERE operation = 2") == """
        symbol|INSUFFICIENT_BALANCE|LOW_BALANCE
        http_status||402
        retryable||1
        description||Ask to top up

        """)
    let cleared = try admin.json(
      "code", "edit", "low_balance", "--http-status", "none", "--retryable", "unknown", "--description", "")
    #expect(cleared["http_status"] == .null)
    #expect(cleared["retryable"] == .null)
    #expect(cleared["description"] == .null)
    let same = try admin.json("code", "edit", "1402", "--symbol", "LOW_BALANCE")
    #expect(same["changed"] == false)
    #expect(try admin.json("status")["revision"] == 3)
    try admin.expectRefusal(64, saying: "Nothing to change") { try admin.run("code", "edit", "1402") }
    try admin.expectRefusal(65, saying: "200 has the symbol SUCCESS already") {
      try admin.run("code", "edit", "1402", "--symbol", "SUCCESS")
    }
    try admin.expectRefusal(65, saying: "outside the ranges of file") {
      try admin.run("code", "edit", "1402", "--category", "file")
    }
  }

  @Test func `a stale revision of a code is a conflict, and a repeated edit changes nothing`() throws {
    let admin = try AdminFolder()
    let command = ["code", "edit", "1402", "--retryable", "yes", "--if-revision", "1"]
    try #require(try admin.run(command).status == 0)
    #expect(try admin.run(command).output == "1402\tINSUFFICIENT_BALANCE\tactive\t2\tfalse\n")
    try admin.expectRefusal(3, saying: "1402 has changed since revision 1: it is at 2", "admin code show 1402") {
      try admin.run("code", "edit", "1402", "--retryable", "no", "--if-revision", "1")
    }
  }

  @Test func `a retired code is not deprecated, and the error says why`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("code", "retire", "1402", "-y").status == 0)
    for options in [[], ["--replaced-by", "1403"]] {
      try admin.expectRefusal(
        65, saying: "1402 INSUFFICIENT_BALANCE is retired already, which goes further than deprecated. Services find no"
      ) { try admin.run(["code", "deprecate", "1402"] + options) }
    }
  }

  @Test func `deprecate sets a replacement, and replacements cannot form a cycle`() throws {
    let admin = try AdminFolder()
    let done = try admin.json("code", "deprecate", "1401", "--replaced-by", "insufficient_balance")
    #expect(done["state"] == "deprecated")
    #expect(done["replaced_by"] == 1402)
    #expect(try admin.sql("SELECT count(*) FROM localized_message WHERE code = 1401") == "3\n")
    try admin.expectRefusal(65, saying: "they would replace each other") {
      try admin.run("code", "deprecate", "1402", "--replaced-by", "1401")
    }
    try admin.expectRefusal(65, saying: "they would replace each other") {
      try admin.run("code", "deprecate", "1402", "--replaced-by", "1402")
    }
    try admin.expectRefusal(4, saying: "no code '1499'") {
      try admin.run("code", "deprecate", "1402", "--replaced-by", "1499")
    }
  }

  @Test func `retire asks on a terminal, and needs --yes without one`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: "Retire 1402 INSUFFICIENT_BALANCE?", "--yes") {
      try admin.run("code", "retire", "1402")
    }
    for (answer, status, state) in [("n", 1, "active"), ("", 1, "active"), ("y", 0, "retired")] {
      let result = try admin.shell(
        "{ sleep 0.3; echo '\(answer)'; } | script -qec \"'\(try Command.products)/admin' code retire 1402\" /dev/null")
      #expect(result.status == status, "\(result.output)")
      #expect(result.output.contains("Retire 1402 INSUFFICIENT_BALANCE? Services will find no message for it. [y/N] "))
      #expect(try admin.json("code", "show", "1402")["state"] == .string(state))
    }
    #expect(try admin.json("code", "retire", "1402")["changed"] == false)
  }
}
