import Foundation
import RegistryTestSupport
import Testing

/// `translation export`, and taking its files back.
@Suite struct ExportCommandTests {
  @Test func `a file has a header and one line for each text, missing or not`() throws {
    let admin = try AdminFolder()
    try #require(
      try admin.shell(
        """
        admin translation unset 1402 ar -y && admin code edit 1400 --description 'Seen in "batch", often' &&
        admin translation set 1401 ar 'قيمة، "مكررة"'
        """
      ).status == 0)
    let result = try admin.run("translation", "export", "-o", "ar.csv", "--language", "ar", "--category", "payment")
    #expect(result.output == "ar.csv\t8\n", "\(result.error)")
    let lines = String(decoding: try admin.bytes("ar.csv"), as: UTF8.self).split(separator: "\n")
    #expect(lines[0] == "code,language,symbol,description,source,text,revision")
    #expect(lines[1].hasPrefix("1400,ar,DUPLICATE_PAYEE_UID_IN_REQUEST,\"Seen in \"\"batch\"\", often\",Payeeuid"))
    #expect(lines[2].hasSuffix(",\"قيمة، \"\"مكررة\"\"\",4"))
    #expect(lines[3] == "1402,ar,INSUFFICIENT_BALANCE,,Insufficient balance,,0")
  }

  @Test func `every language can be exported and imported again without a change`() throws {
    let admin = try AdminFolder()
    let setup = try admin.shell(
      """
      admin translation unset 1402 ar -y; admin translation set 200 en 'Done at last' --impact major
      admin code retire 1403 -y; admin language add fr --english-name French --own-name Français
      """)
    try #require(setup.status == 0, "\(setup.error)")
    let before = try admin.bytes()
    for file in ["all.csv", "all.tsv"] {
      for bom in [[], ["--bom"]] {
        try #require(try admin.run(["translation", "export", "-o", file, "--force"] + bom).status == 0)
        #expect(try admin.bytes(file).starts(with: [0xEF, 0xBB, 0xBF]) == !bom.isEmpty)
        let back = try admin.json("translation", "import", file)
        #expect(back["changed"] == false)
        #expect(back["unchanged"] == 182, "\(back)")
      }
    }
    #expect(try admin.bytes() == before)
  }

  @Test func `a translator's file adds the missing texts and keeps those that others have changed`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      admin translation unset 1402 ar -y && admin translation unset 1400 ar -y
      admin translation export -o - --language ar > ar.tsv
      sed -i 's/^\\(1402\\t.*\\t\\)\\t0$/\\1لا يكفي\\t0/' ar.tsv
      admin translation set 1401 ar 'نص أحدث' --actor noura
      admin translation import ar.tsv --json
      """)
    let last = try #require(result.output.split(separator: "\n").last)
    let json = try JSONDecoder().decode([String: JSONValue].self, from: Data(last.utf8))
    #expect(json["set"] == 1, "\(result.error) \(result.output)")
    #expect(json["conflicts"] == JSONValue.array([]), "the translator did not touch the line that noura changed")
    #expect(
      try admin.sql("SELECT text FROM translation WHERE language = 'ar' AND code BETWEEN 1400 AND 1402")
        == "نص أحدث\nلا يكفي\n")
    try admin.expectRefusal(3, saying: "1 of 60 texts have changed since", lines: 5) {
      try admin.shell("sed 's/^1401.*/1401\\tar\\t\\t\\t\\tنص ثالث\\t1/' ar.tsv | admin translation import -")
    }
  }

  @Test func `a text that was made from an older source text is stale after the import`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      admin translation export -o ar.csv --language ar --code 1400-1404
      admin translation set 1400 en 'payeeuid duplicate in Request!' -q
      admin translation set 1401 en 'Duplicate UID' --impact minor -q
      admin translation set 1402 en 'The payer is blocked' --impact major -q
      sed -i -E 's/^(140[0-3],.*,)[^,]*,1$/\\1نص,1/; s/^1404,ar,([A-Z_]*),.*/1404,ar,\\1,,Never this,نص,1/' ar.csv
      admin translation import ar.csv --json
      """)
    let last = try #require(result.output.split(separator: "\n").last)
    let json = try JSONDecoder().decode([String: JSONValue].self, from: Data(last.utf8))
    #expect(json["set"] == 5, "\(result.error) \(result.output)")
    func line(_ line: Int, _ code: Int, _ staleness: JSONValue) -> JSONValue {
      .object(["line": .integer(line), "code": .integer(code), "language": "ar", "staleness": staleness])
    }
    #expect(json["outdated"] == .array([line(3, 1401, "minor"), line(4, 1402, "major")]))
    guard case .array(let notes) = json["notes"] else { throw CancellationError() }
    #expect(
      notes.contains(
        "line 4: 1402 in ar was made from an older source text, so it is stale (major) and unfit for release."))
    #expect(notes.contains("To see what changed in the source texts: admin translation list --stale"))
    #expect(
      notes.contains(
        .string(
          "line 6: its column 'source' is no source text that the code has had. The text counts as made from the "
            + "current one.")))
    let stale = try admin.jsonList("translation", "list", "--stale", "--language", "ar")
    #expect(stale.map { $0["code"] } == [1401, 1402])
    #expect(stale.map { $0["source_then"] } == ["Payeeuid duplicate in global", "Insufficient balance"])
    // The same file again changes nothing. A file made now has the source text as it is, so its text is not stale.
    #expect(try admin.json("translation", "import", "ar.csv")["changed"] == false)
    let again = try admin.shell(
      "admin translation export -o - --language ar --stale | sed 's/نص/نص جديد/' | admin translation import -")
    #expect(again.output.hasPrefix("6\t2\t0\t0"), "\(again.output) \(again.error)")
    #expect(try admin.jsonList("translation", "list", "--stale", "--language", "ar").isEmpty)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `filters choose the lines`() throws {
    let admin = try AdminFolder()
    let setup = try admin.shell(
      """
      admin translation unset 1402 ar -y; admin translation set 200 en 'Done at last' --impact minor
      admin translation review 1400 --language ar --actor sami
      """)
    try #require(setup.status == 0, "\(setup.error)")
    let codes = { (options: [String]) in
      try admin.run(["translation", "export", "-o", "-", "--language", "ar"] + options).output
        .split(separator: "\n").dropFirst().map { $0.prefix { $0 != "\t" } }
    }
    #expect(try codes(["--missing"]) == ["1402"])
    #expect(try codes(["--stale"]) == ["200"])
    #expect(try codes(["--state", "reviewed"]) == ["1400"])
    #expect(try codes(["--author", "sami"]).isEmpty, "a review does not make an author")
    #expect(try codes(["--code", "1400-1402", "--symbol", "duplicate"]) == ["1400", "1401"])
    #expect(try codes(["--text", "الرصيد", "--until", "2020"]).isEmpty)
    #expect(try codes(["--since", "yesterday", "--code", "200"]) == ["200"])
    try admin.expectRefusal(64, saying: "do not give --missing with these") {
      try admin.run("translation", "export", "-o", "x.tsv", "--missing", "--author", "sami")
    }
    #expect(try codes(["--category", "otp"]).count == (try admin.jsonList("code", "list", "--category", "otp")).count)
  }

  @Test func `an existing file is kept, unless it is to be replaced`() throws {
    let admin = try AdminFolder()
    try admin.write(Array("mine".utf8), to: "ar.csv")
    try admin.expectRefusal(65, saying: "ar.csv exists already", "--force") {
      try admin.run("translation", "export", "-o", "ar.csv")
    }
    #expect(try admin.bytes("ar.csv") == Array("mine".utf8))
    #expect(try admin.run("translation", "export", "-o", "ar.csv", "--force").status == 0)
    #expect(try admin.bytes("ar.csv").count > 1_000)
    #expect(try admin.folder.names.sorted() == ["ar.csv", "registry.db"])
  }

  static let refusals: [([String], Int32, String)] = [
    (["-o", "registry.db", "--as", "csv", "--force"], 65, "registry.db is a database"),
    (["-o", ".", "--as", "csv", "--force"], 65, "a directory"), (["-o", "none/ar.csv"], 4, "no folder none"),
    (["-o", "ar.txt"], 64, "neither .csv nor .tsv"), (["-o", "ar.csv", "--missing", "--stale"], 64, "has no state"),
    (["-o", "ar.csv", "--as", "xlsx"], 64, "xlsx"), (["-o", "ar.csv", "--language", "xx"], 4, "no language xx"),
    (["-o", "ar.csv", "--category", "paymnt"], 4, "Did you mean payment?"),
  ]

  @Test(arguments: refusals)
  func `a wrong command line writes nothing`(options: [String], status: Int32, says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(status, saying: says) { try admin.run(["translation", "export"] + options) }
  }

  @Test func `a terminal shows no controls of an exported text`() throws {
    let admin = try AdminFolder()
    try admin.rewrite(["UPDATE translation SET text = 'a' || char(27) || 'b' WHERE code = 200 AND language = 'ar'"])
    let program = try Command.products + "/admin"
    let shown = try admin.shell("script -qec \"'\(program)' translation export -o -\" /dev/null")
    #expect(shown.output.contains("200\tar\tSUCCESS\t\tSuccess\ta\\u{1B}b\t1"), "\(shown.output)")
    #expect(!shown.output.contains("\u{1B}"))
  }

  /// Texts that are hard on formats: marks, separators, spaces, isolates, formulas and apostrophes.
  private static func texts(_ count: Int) -> [String] {
    var generator = SeededGenerator(seed: 18)
    let pieces = [
      "\"", "\"\"", ",", ";", " ", "  ", "'", "=1+1", "=", "+", "-", "@SUM(1)",
      "\u{2067}نص\u{2069}", "رصيد", "余额", "text", " amount ", "\\", "%s", "😀", "\u{64B}", "|",
      "#", "<b>",
    ]
    return (0..<count).map { _ in
      let text = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      // A text shows something. Marks and isolates around a whole text are removed, so they get a letter at both ends.
      let inside: [Unicode.Scalar] = text.joined().unicodeScalars.filter { $0 != " " }
      let ofCopy: [Unicode.Scalar] = ["\u{2067}", "\u{2069}"]
      let isOfCopy = inside.first.map(ofCopy.contains) == true || inside.last.map(ofCopy.contains) == true
      return isOfCopy || inside.isEmpty ? "x\(text.joined())x" : text.joined()
    }
  }

  @Test func `a source text in which a spreadsheet changed a space or a mark is the same source text`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      admin translation export -o ar.csv --language ar --code 1402
      sed -i 's/,Insufficient balance,[^,]*,/,Insufficient  balance.,الرصيد لا يكفي,/' ar.csv
      admin translation import ar.csv --json
      """)
    #expect(result.status == 0)
    #expect(result.output.contains(#""set":1"#) && !result.output.contains("source text"), "\(result.output)")
  }

  @Test(arguments: ["csv", "tsv"])
  func `a line break that another program stored is inside quotation marks`(format: String) throws {
    let admin = try AdminFolder()
    try admin.rewrite(["UPDATE translation SET text = 'one' || char(10) || 'two' WHERE code = 1402"])
    let name = "out.\(format)"
    try #require(try admin.run("translation", "export", "-o", name, "--language", "ar", "--code", "1402").status == 0)
    #expect(String(decoding: try admin.bytes(name), as: UTF8.self).contains("\"one\ntwo\""))
  }

  /// Python's `csv` writes the file that is imported, and reads the file that is exported.
  @Test(arguments: [("csv", ",", "utf-8"), ("csv", ";", "utf-8-sig"), ("tsv", "\t", "utf-16")])
  func `any text survives the way through a spreadsheet's formats`(
    format: String, separator: String, encoding: String
  ) throws {
    let admin = try AdminFolder()
    let codes = try admin.jsonList("code", "list").compactMap { code -> Int? in
      if case .integer(let number) = code["code"] { number } else { nil }
    }
    for round in 0..<3 {
      let texts = Array(Self.texts(codes.count * 3).dropFirst(round * codes.count).prefix(codes.count))
      let wanted = zip(codes, texts).map { ["\($0)", $1] }
      try admin.write(Array(try JSONEncoder().encode(wanted)), to: "texts.json")
      let write = """
        import csv, json
        with open("in.txt", "w", encoding="\(encoding)", newline="") as file:
          rows = csv.writer(file, delimiter="\(separator)", quoting=csv.\(round == 0 ? "QUOTE_ALL" : "QUOTE_MINIMAL"))
          rows.writerow(["code", "language", "text"])
          for code, text in json.load(open("texts.json")): rows.writerow([code, "ar", text])
        """
      try #require(try Command("python3", ["-c", write], in: admin.path).run().status == 0)
      let imported = try admin.run("translation", "import", "in.txt")
      try #require(imported.status == 0, "\(imported.error)")
      let stored = try admin.jsonList("translation", "list", "--language", "ar").map { $0["text"] }
      #expect(stored == texts.map(JSONValue.string))

      let (name, separator) = ("out.\(format)", format == "csv" ? "," : "\\t")
      try #require(try admin.run("translation", "export", "-o", name, "--language", "ar", "--force").status == 0)
      let read = """
        import csv, json, re
        with open("\(name)", encoding="utf-8", newline="") as file:
          texts = [(row["code"], row["text"]) for row in csv.DictReader(file, delimiter="\(separator)")]
        assert not any(text[0] in "=+-@" for _, text in texts)
        # An apostrophe that protects a formula is all that differs.
        print(json.dumps([(code, re.sub(r"^'('*[-=+@])", r"\\1", text)) for code, text in texts]))
        """
      let output = try Command("python3", ["-c", read], in: admin.path).run()
      try #require(output.status == 0, "\(output.error)")
      #expect(try JSONDecoder().decode([[String]].self, from: Data(output.outputBytes)) == wanted)

      let before = try admin.bytes()
      #expect(try admin.run("translation", "import", name).output == "\t0\t\(codes.count)\t0\n")
      #expect(try admin.bytes() == before)
      let other = try AdminFolder()
      try other.write(try admin.bytes(name), to: name)
      try #require(try other.run("translation", "import", name, "--on-conflict", "overwrite").status == 0)
      #expect(try other.jsonList("translation", "list", "--language", "ar").map { $0["text"] } == stored)
    }
  }
}
