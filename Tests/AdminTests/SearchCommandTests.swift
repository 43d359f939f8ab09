import RegistryTestSupport
import Testing

/// Tests `admin search`, and `admin code show` with words of a message.
@Suite struct SearchCommandTests {
  @Test(arguments: [
    (["رصيد", "غير", "كاف"], 1402, "part"), (["餘額不足"], 1402, "text"), (["insuficient balanse"], 1402, "near"),
    (["INSUFFICIENT BALANCE"], 1402, "text"), (["insufficient_balance"], 1402, "symbol"), (["١٤٠٢"], 1402, "number"),
    (["code=1402"], 1402, "number"), (["#1402"], 1402, "number"),
    (["بيانات", "الاعتماد"], 1610, "part"),
    (["OTP sending credentials"], 1610, "part"), (["请问短信网关异常怎么办"], 1601, "text"),
    ([#"{"level":"error","message":"File MD5 is inconsistent","ms":1402}"#], 1501, "text"),
    (["\\u4f59\\u989d\\u4e0d\\u8db3"], 1402, "text"),
    ([#"POST \xE4\xBD\x99\xE9\xA2\x9D\xE4\xB8\x8D\xE8\xB6\xB3"#], 1402, "text"),
    (
      [#"\xd8\xa7\xd9\x84\xd8\xb1\xd8\xb5\xd9\x8a\xd8\xaf \xd8\xba\xd9\x8a\xd8\xb1 \xd9\x83\xd8\xa7\xd9\x81"#], 1402,
      "text"
    ),
  ])
  func `a code is found by what a customer sent`(query: [String], code: Int, reason: String) throws {
    let admin = try AdminFolder()
    let result = try admin.run(["search"] + query + ["--format", "tsv"])
    #expect(result.status == 0, "\(result.error)")
    let cells = try #require(result.output.split(separator: "\n").first).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(cells.count == 8)
    #expect(cells[0] == "\(code)" && cells[2] == reason && cells[4] == "no", "\(result.output)")
  }

  @Test func `a number beside a text is a hit of its own`() throws {
    let hits = try AdminFolder().jsonList("search", "1403", "Insufficient", "balance")
    #expect(hits.prefix(2).map { $0["code"] } == [1402, 1403])
    #expect(hits.prefix(2).map { $0["reason"] } == ["text", "number"])
  }

  @Test func `the JSON of a hit has the documented keys`() throws {
    let admin = try AdminFolder()
    try #require(
      admin.run("translation", "set", "1402", "en", "You need {amount} {currency} more, {name}").status == 0)
    let hit = try #require(try admin.jsonList("search", "You need 1,000.50 SAR more, سارة").first)
    #expect(
      hit.keys.sorted() == [
        "arguments", "code", "language", "reason", "score", "state", "symbol", "text", "tied_with", "weak",
      ])
    #expect(hit["arguments"] == .object(["amount": "1,000.50", "currency": "SAR", "name": "سارة"]))
    #expect(hit["code"] == 1402 && hit["reason"] == "pattern" && hit["language"] == "en")
    #expect(hit["state"] == "active" && hit["symbol"] == "INSUFFICIENT_BALANCE" && hit["weak"] == false)
    #expect(hit["text"] == "You need {amount} {currency} more, {name}" && hit["tied_with"] == .array([]))
  }

  @Test func `values that nothing separates have one key`() throws {
    let admin = try AdminFolder()
    try #require(admin.run("translation", "set", "1402", "en", "You need {amount}{currency} more").status == 0)
    let hit = try #require(try admin.jsonList("search", "You need 5 SAR more").first)
    #expect(hit["arguments"] == .object(["amount+currency": "5 SAR"]))
    let table = try admin.run("search", "You need 5 SAR more", "--format", "table")
    #expect(table.output.contains("amount+currency=5 SAR"))
  }

  @Test func `codes that fit equally well are named in a note`() throws {
    let result = try AdminFolder().run("search", "Please fill in the cus")
    #expect(result.status == 0)
    #expect(result.error == "note: 2 codes fit equally well: 1305, 1306. More words would tell.\n")
    #expect(result.output.hasPrefix("1305\tMISSING_CUSTOMER_NAME\tpart\t"))
  }

  @Test func `numbers that were all named need no more words`() throws {
    let result = try AdminFolder().run("search", "1402", "1403")
    #expect(result.status == 0 && result.error.isEmpty, "\(result.error)")
    #expect(result.output.hasPrefix("1402\t") && result.output.contains("\n1403\t"))
  }

  @Test(arguments: ["zzzqqq xxyy", "🙂", "---", "؟؟؟"])
  func `a query that nothing is like has exit code 4 and no output`(query: String) throws {
    let result = try AdminFolder().run("search", "--", query)
    #expect(result.status == 4 && result.output.isEmpty)
    #expect(result.error.hasPrefix("error: No code fits '\(query)'. Give a number, a symbol, or words"))
  }

  @Test func `similar codes are printed, but the exit code says that none fits`() throws {
    let admin = try AdminFolder()
    let result = try admin.run("search", "thank", "you")
    #expect(result.status == 4)
    #expect(!result.output.isEmpty && result.output.split(separator: "\n").allSatisfy { $0.contains("\tyes\t") })
    #expect(result.error == "error: No code fits 'thank you'. The codes that are listed are only similar.\n")
    let document = try admin.run("search", "thank", "you", "--json")
    #expect(document.status == 4 && document.output.contains(#""weak":true"#))
    #expect(document.error.contains(#""code":"code-not-found""#))
  }

  @Test func `a language limits the texts, not the numbers`() throws {
    let admin = try AdminFolder()
    #expect(try admin.run("search", "余额不足", "--language", "ar").status == 4)
    let both = try admin.jsonList("search", "余额不足", "--language", "ar", "--language", "zh_CN")
    #expect(both.first?["code"] == 1402)
    let number = try admin.jsonList("search", "1402", "--language", "ar")
    #expect(number.first?["language"] == "ar" && number.first?["text"] == "الرصيد غير كافٍ")
    let unknown = try admin.run("search", "balance", "--language", "xx")
    #expect(unknown.status == 4 && unknown.error.contains("xx"))
  }

  @Test func `a limit is the number of hits`() throws {
    let admin = try AdminFolder()
    #expect(try admin.jsonList("search", "failed", "--limit", "3").count == 3)
    #expect(try admin.jsonList("search", "failed").count == 10)
    #expect(try admin.run("search", "failed", "--limit", "0").status == 64)
  }

  @Test func `standard input is a query of several lines`() throws {
    let admin = try AdminFolder()
    let lines = "2026-11-28 10:00:00 ERROR\nmessage: رقم الجوال المخصص لاستلام رمز OTP غير مطابق\ntrace 0xff\n"
    let result = try admin.run("search", "-", input: Array(lines.utf8))
    #expect(result.status == 0 && result.output.hasPrefix("1608\t"), "\(result.output)\(result.error)")
    #expect(try admin.run("search", "-", input: [0xFF, 0xFE, 0x41]).status == 65)
    #expect(try admin.run("search", "-").status == 64)
    #expect(try admin.run("search", " ").status == 64)
  }

  @Test func `a long query of anything is answered`() throws {
    let admin = try AdminFolder()
    for part in ["\u{301}", "{\"a\":\"", "a ", "余", "%D9", "\\u06"] {
      let result = try admin.run("search", "-", input: Array(String(repeating: part, count: 100_000).utf8))
      #expect([0, 4].contains(result.status), "\(result.error)")
    }
  }

  @Test func `control characters of a query are escaped in the error`() throws {
    let result = try AdminFolder().run("search", "\u{1B}[31mqq\u{202E}zz")
    #expect(result.status == 4 && result.error.contains("\\u{1B}[31mqq\\u{202E}zz"))
  }

  @Test func `a former symbol finds its code`() throws {
    let admin = try AdminFolder()
    try #require(admin.run("code", "edit", "1402", "--symbol", "BALANCE_TOO_LOW").status == 0)
    let hit = try #require(try admin.jsonList("search", "INSUFFICIENT_BALANCE").first)
    #expect(hit["code"] == 1402 && hit["symbol"] == "BALANCE_TOO_LOW" && hit["reason"] == "symbol")
    let now = try #require(try admin.jsonList("search", "BALANCE_TOO_LOW").first)
    #expect(now["score"] == .integer(1) && hit["score"] == .number(0.995), "the present symbol fits better")
  }

  @Test func `code show finds the one code that words fit`() throws {
    let admin = try AdminFolder()
    for query in ["رصيد غير كاف", "insuficient balanse", "余额不足"] {
      let result = try admin.run("code", "show", query)
      #expect(result.status == 0 && result.output.hasPrefix("code\t1402\n"), "\(result.error)")
      #expect(result.error == "note: 1402 INSUFFICIENT_BALANCE was found by its text, which fits '\(query)' best.\n")
    }
  }

  @Test func `code show names the best codes when several fit`() throws {
    let result = try AdminFolder().run("code", "show", "balance")
    #expect(result.status == 4 && result.output.isEmpty)
    #expect(
      result.error
        == "error: The registry has no code 'balance'. Did you mean 1402 INSUFFICIENT_BALANCE, "
        + "or 1405 MERCHANT_BALANCE_OPERATION_FAILED?\n")
  }

  @Test(arguments: ["9999", "INSUFICIENT_BALANCE", "zzzqqq", "1402 FAILED"])
  func `code show does not search for a number or a mistyped symbol`(name: String) throws {
    let result = try AdminFolder().run("code", "show", name)
    #expect(result.status == 4 && result.error.hasPrefix("error: The registry has no code '\(name)'."))
  }
}
