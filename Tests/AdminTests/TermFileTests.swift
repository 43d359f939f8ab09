import Foundation
import RegistryTestSupport
import Testing

/// `term export` and `term add --from`.
@Suite struct TermFileTests {
  private let admin: AdminFolder
  init() throws { admin = try AdminFolder() }

  private func add(_ text: String, _ extra: String...) throws -> Command.Result {
    try admin.write(Array(text.utf8), to: "terms.csv")
    return try admin.run(["term", "add", "--from", "terms.csv"] + extra)
  }

  @Test(arguments: ["csv", "tsv"])
  func `an exported glossary is read back by another registry`(format: String) throws {
    #expect(
      try admin.run("term", "add", "=sum", "--synonym", "en=-1", "--term-note", "a, \"b\"; c", "--text", "ar=+x").status
        == 0)
    #expect(try admin.run("term", "export", "-o", "g.\(format)", "--bom").output == "g.\(format)\t50\n")
    try admin.expectRefusal(65, saying: "replace it with --force") {
      try admin.run("term", "export", "-o", "g.\(format)")
    }
    #expect(try admin.run("term", "add", "--from", "g.\(format)").output == "\t0\t50\n", "it is already so")
    let other = try AdminFolder()
    for term in try other.jsonList("term", "list") {
      guard case .string(let source) = term["source"] else { continue }
      #expect(try other.run("term", "remove", source, "-y").status == 0)
    }
    try other.write(try admin.bytes("g.\(format)"), to: "g.\(format)")
    let added = try other.json("term", "add", "--from", "g.\(format)")
    #expect(added["added"] == 50 && added["unchanged"] == 0)
    #expect(
      try other.run("term", "export", "-o", "-").outputBytes == admin.run("term", "export", "-o", "-").outputBytes)
    #expect(try other.run("doctor").status == 0)
    #expect(try other.run("undo").status == 0)
    #expect(try other.sql("SELECT count(*) FROM term, term_rendering") == "0\n")
  }

  @Test func `the terms of a file are one operation, and may leave out what is not needed`() throws {
    let result = try add(
      """
      Term;Language;Text;Other forms;Note
      settlement;ar;التسوية;تسوية|التسويات;Money moves.

      settlement;zh-CN;结算;;
      chargeback;en;chargeback;chargebacks;
      ;;;;
      """, "-m", "from the sheet")
    #expect(result.output == "2\t2\t0\n", "\(result.error)")
    #expect(
      try admin.sql("SELECT * FROM term_rendering WHERE term IN ('settlement', 'chargeback')") == """
        chargeback|en|chargeback|chargebacks||
        settlement|ar|التسوية|تسوية | التسويات||
        settlement|en|settlement|||
        settlement|zh-Hans|结算|||

        """)
    #expect(try admin.sql("SELECT command, note FROM operation WHERE id = 2") == "term add|from the sheet\n")
    #expect(try admin.run("undo").status == 0)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `every bad row is named, and nothing is added`() throws {
    let before = try admin.bytes()
    let file = """
      term,language,text,other_forms,synonyms,forbidden,note
      good,ar,جيد,,,,
      otp,en,OTP,,,,
      ,ar,x,,,,
      a,,x,,,,
      b,fr,x,,,,
      c,ar,,,,,
      d,ar,x,x,,,
      e,ar,x,,y,y,
      f,ar,x,,,,one
      f,en,f,,,,two
      good,ar,مرة أخرى,,,,
      g,ar,x,,,,,more
      h,ar,"a\u{7}b",,,,
      i,ar,x\u{202E}y,,,,
      i,en,a|b,,,,
      """
    for extra in [[], ["-n"]] {
      let refused = try extra.isEmpty ? add(file) : add(file, "-n")
      #expect(refused.status == 65)
      for words in [
        "13 of 15 lines cannot be imported", "line 3: The term OTP exists, with other content. Say --replace",
        "line 4: The term is empty", "line 5: '' is not a language tag", "line 6: The registry has no language fr",
        "line 7: The text in ar is empty", "line 8: 'x' is there twice in ar", "line 9: 'y' is there twice in ar",
        "line 11: The term f has another note in line 10", "line 12: The term good has two lines in ar",
        "line 13: The line has 'more' after its last column", "line 14: The text in ar contains the control character",
        "line 15: The text in ar contains U+202E", "line 16: The text in en, 'a|b', contains '|'",
      ] { #expect(refused.error.contains(words), "\(words)\n\(refused.error)") }
    }
    #expect(try admin.bytes() == before)
  }

  @Test func `replace changes what the file names, and leaves the rest`() throws {
    let file = """
      term,language,text,synonyms
      otp,ar,رمز OTP,كلمة السر المؤقتة
      new,ar,جديد,
      """
    #expect(try add(file).status == 65)
    #expect(try add(file, "--replace", "-n").output == "\t2\t0\tdry-run\n")
    let result = try add(file, "--replace", "--json")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains(#""added":2"#))
    #expect(
      try admin.sql("SELECT * FROM term_rendering WHERE term = 'OTP' AND language = 'ar'")
        == "OTP|ar|رمز OTP|رموز OTP|كلمة السر المؤقتة|رمز الـ OTP\n")
    #expect(try admin.sql("SELECT note IS NULL FROM term WHERE source = 'OTP'") == "0\n")
    #expect(try add(file, "--replace").output == "\t0\t2\n")
    #expect(try admin.run("undo").status == 0)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test(arguments: [
    ("", "is empty"), ("term,text\nx,y", "The header lacks language"),
    ("term,language,text,color\nx,ar,y,red", "'color' is not a column"), ("term\tlanguage\ttext\n\u{0}", "line 2"),
  ])
  func `a file of another form is refused`(text: String, says: String) throws {
    let before = try admin.bytes()
    let refused = try add(text)
    #expect(refused.status == 65 && refused.error.contains(says), "\(refused.error)")
    #expect(try admin.bytes() == before)
  }
}
