import Foundation
import RegistryTestSupport
import Testing

/// `code add --from` and `language add --from`.
@Suite struct AddFromFileTests {
  private func admin(_ text: String) throws -> AdminFolder {
    let admin = try AdminFolder()
    try admin.write(Array(text.utf8), to: "new.csv")
    return admin
  }

  private let add = ["code", "add", "--from", "new.csv"]

  @Test func `the codes of a file are one operation, with all of their fields`() throws {
    let admin = try admin(
      """
      code,symbol,category,text,HTTP status,retryable,description,state,replaced_by
      1450,LIMIT_REACHED,Payment,"The limit, {amount}, is reached.",402,yes,"A ""daily"" limit",,
      1451,LIMIT_OLD,payment,Limit,none,NO,,deprecated,1450

      1452,LIMIT_GONE,payment,Gone,,unknown,,retired,
      ,,,,,,,,
      """)
    let added = try admin.json("code", "add", "--from", "new.csv", "-m", "from the sheet")
    #expect(
      added == ["operation": 2, "added": 3, "unchanged": 0, "changed": true, "dry_run": false, "lines": 6])
    #expect(
      try admin.sql(
        """
        SELECT code, symbol, category, state, replaced_by, http_status, retryable, description FROM status_code
        WHERE revision = 2
        """) == """
          1450|LIMIT_REACHED|payment|active||402|1|A "daily" limit
          1451|LIMIT_OLD|payment|deprecated|1450||0|
          1452|LIMIT_GONE|payment|retired||||

          """)
    #expect(
      try admin.sql("SELECT text FROM translation WHERE code = 1450") == "The limit, {amount}, is reached.\n")
    #expect(try admin.sql("SELECT command, note FROM operation WHERE id = 2") == "code add|from the sheet\n")
    #expect(try admin.run("doctor").status == 0)
    #expect(try admin.run(add).output == "\t0\t3\n", "given once more, it is already so")
  }

  @Test func `every bad row is named, and nothing is added`() throws {
    let admin = try admin(
      """
      code;symbol;category;text;http_status;retryable;replaced_by
      1450;GOOD;payment;Good;;;
      1450;AGAIN;payment;Same number;;;
      1451;GOOD;payment;Same symbol;;;
      1402;TAKEN;payment;Used number;;;
      1453;SUCCESS;payment;Used symbol;;;
      99;RANGE;payment;Other range;;;
      1454;lower;payment;Symbol;;;
      1455;CATEGORY;paymnt;Category;;;
      1456;EMPTY;payment;;;;
      1457;BRACE;payment;{;;;
      1458;STATUS;payment;Status;99;;
      1459;RETRY;payment;Retry;;perhaps;
      146O;NUMBER;payment;Number;;;
      1461;REPLACED;payment;Replaced;;;1499
      1462;ITSELF;payment;Itself;;;1462
      1463;EXTRA;payment;Hello; world;;;;more
      """)
    let says = [
      "15 of 16 lines", "line 3: The number 1450 is already in line 2", "line 4: The symbol GOOD is already in line 2",
      "line 5: 1402 INSUFFICIENT_BALANCE exists", "line 6: 200 SUCCESS exists", "line 7: 99 is outside the ranges",
      "line 8: 'lower' cannot be a symbol", "line 9: The registry has no category 'paymnt'",
      "line 10: The text is empty", "line 11: The text has a '{'", "line 12: 99 is not an HTTP status",
      "line 13: retryable is 'perhaps'", "line 14: '146O' is not a number", "line 15: The registry has no code '1499'",
      "line 16: 1462 cannot replace 1462", "line 17: The line has 'more' after its last column",
    ]
    for extra in [[], ["-n"]] {
      let before = try admin.bytes()
      let refused = try admin.run(add + extra)
      #expect(refused.status == 65)
      for words in says { #expect(refused.error.contains(words), "\(refused.error)") }
      #expect(try admin.bytes() == before)
    }
  }

  @Test func `a dry run changes nothing and says what it would do`() throws {
    let admin = try admin("code\tsymbol\tcategory\ttext\n1450\tA\tpayment\tx\n")
    let before = try admin.bytes()
    #expect(try admin.run(add + ["-n"]).output == "\t1\t0\tdry-run\n")
    #expect(try admin.run(add + ["-n", "--format", "table"]).output == "1 code would be added, 0 already so.\n")
    #expect(try admin.bytes() == before)
  }

  @Test(arguments: [
    ("code,symbol,category,text,colour\n", "'colour' is not a column. The columns are code, symbol, category, text"),
    ("code,symbol,text\n", "lacks category"), ("code,symbol,category,text,Text\n", "'text' is there twice"),
    ("code,,symbol,category,text\n", "Column 2 has no name"), ("1450,A,payment,x\n", "'1450' is not a column"),
    ("", "new.csv is empty"), ("\n \n\n", "' '"), ("\u{FEFF}", "new.csv is empty"), ("\n\n", "new.csv is empty"),
  ])
  func `a file whose header is wrong is refused with one line`(text: String, says: String) throws {
    let admin = try admin(text)
    try admin.expectRefusal(65, saying: says.replacing("' '", with: "Line 2")) { try admin.run(add) }
  }

  @Test func `a header alone adds nothing`() throws {
    let admin = try admin("code,symbol,category,text,,\n")
    #expect(try admin.run(add).output == "\t0\t0\n")
  }

  @Test(arguments: [
    "code add 1450 --from new.csv", "code add --from new.csv --retryable yes", "code add --symbol A",
    "code add 1450 --symbol A --category payment", "code add 1450 --symbol A --category payment --text x --literal",
    "language add fr --from new.csv", "language add --from new.csv --position 1", "language add",
  ])
  func `a wrong command line changes nothing`(arguments: String) throws {
    let admin = try admin("code,symbol,category,text\n1450,A,payment,x\n")
    try admin.expectRefusal(64, saying: "--help") {
      try admin.run(arguments.split(separator: " ").map(String.init))
    }
  }

  @Test func `texts of another formatter are noted, and --literal quotes them`() throws {
    let admin = try admin("code,symbol,category,text\n1450,A,payment,Pay %1$s\n1451,B,payment,it''s {0}\n")
    #expect(try admin.run(add).error.contains("line 3: The text has braces without an argument name"))
    let literal = try admin.run(add + ["--literal"])
    #expect(literal.status == 0)
    #expect(literal.error.isEmpty)
    #expect(
      try admin.sql("SELECT text FROM translation WHERE code IN (1450, 1451)") == "Pay %1$s\nit''''s '{0}'\n")
  }

  /// One process for each code took 46 seconds. The limit is for a debug build on a machine that does other work.
  @Test func `thousands of codes are added in seconds, also where each is refused or replaced by the one before`()
    throws
  {
    let admin = try AdminFolder()
    try #require(try admin.run("category", "add", "bulk", "--range", "10000-29999").status == 0)
    let rows = (10_000..<15_000).map {
      "\($0),CODE_\($0),bulk,\"Number \($0), failed\",\($0 == 10_000 ? "" : "\($0 - 1)")"
    }
    let file = "code,symbol,category,text,replaced_by\n" + rows.joined(separator: "\n")
    try admin.write(Array(file.utf8), to: "new.csv")
    let start = ContinuousClock.now
    #expect(try admin.run(add).output == "3\t5000\t0\n")
    let adding = ContinuousClock.now - start
    // The same codes have other texts now, so every row is refused.
    try admin.write(Array(file.replacing("\"Number", with: "\"No").utf8), to: "new.csv")
    let again = ContinuousClock.now
    #expect(try admin.run(add).error.contains("line 5001: 14999 CODE_14999 exists"))
    let refusing = ContinuousClock.now - again
    #expect(adding < .seconds(20))
    #expect(refusing < .seconds(20))
    print("code add --from: 5,000 codes in \(adding), refused in \(refusing)")
  }

  @Test func `the languages of a file are one operation`() throws {
    let admin = try admin(
      """
      tag\tenglish name\town name\tdirection\tfallback\trequired\tposition
      fr\tFrench\tFrançais\t\t\tyes\t
      fr_CA\tCanadian French\tFrançais canadien\t\tfr\t\t20
      ur\tUrdu\tاردو\t\t\tno\t
      """)
    let from = ["language", "add", "--from", "new.csv"]
    #expect(try admin.json("language", "add", "--from", "new.csv")["added"] == 3)
    #expect(
      try admin.sql("SELECT tag, direction, fallback, required, position, revision FROM language WHERE revision = 2")
        == "fr|ltr|en|1|4|2\nfr-CA|ltr|fr|0|20|2\nur|rtl|en|0|21|2\n")
    #expect(try admin.run(from).output == "\t0\t3\n", "given once more, it is already so")
    try admin.write(
      Array("tag,english_name,own_name,direction\nxx,,X,\nfr,F,F,up\nde-de-de,D,D,\nen,E,E,\n".utf8), to: "new.csv")
    try admin.expectRefusal(
      65, saying: "4 of 4 lines", "line 2: The writing direction of xx is not known",
      "line 3: direction is 'up', not one of ltr, rtl",
      "line 4: 'de-de-de' is not a language tag", "line 5: The language en exists", lines: 5
    ) { try admin.run(from) }
  }
}
