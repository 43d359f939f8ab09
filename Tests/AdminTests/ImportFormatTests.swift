import Foundation
import RegistryTestSupport
import Testing

/// The files that `translation import` reads.
@Suite struct ImportFormatTests {
  private func imported(_ bytes: [UInt8], _ options: String...) throws -> (Command.Result, AdminFolder) {
    let admin = try AdminFolder()
    try admin.write(bytes, to: "texts")
    return (try admin.run(["translation", "import", "texts"] + options), admin)
  }

  /// A text that each format must deliver unchanged.
  private static let text = #" He said "no", twice; 'now' "#

  static let files: [String] = [
    #"1402,en," He said ""no"", twice; 'now' ""#, #"1402;en;" He said ""no"", twice; 'now' ""#,
    "1402\ten\t\(text)", #"1402\#ten\#t" He said ""no"", twice; 'now' ""#,
    "code,language,text\n1402,en,\" He said \"\"no\"\", twice; 'now' \"",
    "Text;Code;Language;Revision\n\" He said \"\"no\"\", twice; 'now' \";1402;EN;1",
    "\"code\"\t\"language\"\t\"text\"\n\"1402\"\t\"en\"\t\" He said \"\"no\"\", twice; 'now' \"",
    "code,language,symbol,text,state,staleness,,,\n1402,en,X,\" He said \"\"no\"\", twice; 'now' \",,,,,",
    "1402\ten\t1\ttranslated\tno\t\(text)", "1402,en,\" He said \"\"no\"\", twice; 'now' \",,,,,",
    // A spreadsheet writes an empty row as separators alone.
    "code,language,text\n,,\n1402,en,\" He said \"\"no\"\", twice; 'now' \"\n,,",
  ]

  @Test(arguments: files)
  func `quotes, separators, headers and empty columns are understood, in any encoding and with any line end`(
    file: String
  ) throws {
    let crlf = file.replacing("\n", with: "\r\n") + "\r\n"
    for text in [file, crlf, "\n" + crlf + "\n"] {
      let utf16 = { (text: String, isBig: Bool) in
        ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
          let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          return isBig ? bytes : bytes.reversed()
        }
      }
      let marked = Array("\u{FEFF}\(text)".utf8)
      for bytes in [Array(text.utf8), marked, utf16(text, true), utf16(text, false)] {
        let (result, admin) = try imported(bytes)
        #expect(result.output == "2\t1\t0\t0\n", "\(result.error) \(text)")
        #expect(try admin.sql("SELECT text FROM translation WHERE code = 1402 AND language = 'en'") == Self.text + "\n")
      }
    }
  }

  @Test func `UTF-16 has characters outside the basic plane, also at the border of two parts`() throws {
    // 65,536 bytes are read at a time. The blank lines put this border between the bytes of a character.
    for padding in 0..<4 {
      let text = "1402,ar," + String(repeating: "😀", count: 3_990 + padding)
      let blank = String(repeating: "\n", count: 32_760 - 3_990 * 2)
      let units = Array(("\u{FEFF}" + blank + text).utf16)
      let (result, admin) = try imported(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      #expect(result.output == "2\t1\t0\t0\n", "\(result.error)")
      #expect(
        try admin.sql("SELECT length(text), text LIKE '%😀' FROM translation WHERE code = 1402 AND language = 'ar'")
          == "\(3_990 + padding)|1\n")
    }
  }

  @Test(arguments: [
    ([0x31, 0x2C, 0x61, 0x2C, 0xFF] as [UInt8], "line 1: The text is not UTF-8: byte 4 is invalid"),
    ([0x0A, 0x31, 0x2C, 0x61, 0x2C, 0x00], "line 2: The line has a NUL, which no text has: byte 4"),
    (
      [0xFF, 0xFE, 0x31, 0x00, 0x0A, 0x00, 0x31, 0x00, 0x00, 0xD8], "line 2: The text is not UTF-16: byte 2 is invalid"
    ),
    ([0xFE, 0xFF, 0x00, 0x31, 0xDC, 0x00], "line 1: The text is not UTF-16: byte 2 is invalid"),
    ([0xFE, 0xFF, 0x00, 0x31, 0x00], "line 1: The text is not UTF-16: byte 2 is invalid"),
    ([0xFE, 0xFF, 0x00, 0x31, 0x00, 0x00], "line 1: The line has a NUL, which no text has: byte 2"),
  ])
  func `bytes that are no text are refused with their line and byte`(bytes: [UInt8], says: String) throws {
    let (result, _) = try imported(bytes)
    #expect(result.status == 65)
    #expect(result.error.contains(says), "\(result.error)")
  }

  @Test(arguments: [
    (
      "code,language,text\n1402,ar,\"open\n1400,ar,x", "line 2: The quotation mark at byte 8 is not closed in this line"
    ),
    ("code;language;text\n1402;ar;\"a\"b\n", "line 2: The quotation mark at byte 10 is followed by more text"),
    ("code,language,text\n1402,ar,Hello, world\n", "line 2: The line has ' world' after its last column"),
    ("code,text\n1402,x\n", "Line 1: The header lacks language. The columns are code, language, symbol"),
    ("code,language,text,comment\n", "'comment' is not a column"), ("1402,ar,Hello, world\n", "not a revision"),
    ("1402 ar x", "The line has 1 column"), ("", "texts is empty"), ("\r\n\n", "texts is empty"),
    ("code,language,text\n1402,ar,\n", "line 2: The text is empty"),
    ("1402\tar\t1\ttranslated\tno\t\n", "line 1: The text is empty"),
  ])
  func `a file that cannot be understood is refused with the reason`(text: String, says: String) throws {
    let (result, admin) = try imported(Array(text.utf8))
    #expect(result.status == 65)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(try admin.sql("SELECT max(id) FROM operation") == "1\n")
  }

  @Test func `a stored text in quotation marks is unchanged when the list is imported`() throws {
    let admin = try AdminFolder()
    for text in [#""Success""#, #""a, b""#, #""half" done"#, #"""""#] {
      try #require(try admin.run("translation", "set", "200", "ar", text).status == 0)
      let result = try admin.shell("admin translation list --format tsv | admin translation import -")
      #expect(result.output == "\t0\t183\t0\n", "\(text) \(result.error)")
    }
  }

  @Test func `lines that are refused for the same cause are reported together`() throws {
    let rows = (1...60).map { "\(1400 + $0 % 5),\($0 == 30 ? "xx" : "fr"),text \($0)" }
    let (result, admin) = try imported(Array((["code,language,text"] + rows).joined(separator: "\n").utf8))
    #expect(result.status == 65)
    #expect(
      result.error == """
        error: 60 of 60 lines cannot be imported; nothing was changed. Correct them and try again.
          59 lines (2-30, 32-61): The registry has no language fr. It has en, ar, zh-Hans. Add one with \
        'admin language add'.
          line 31: The registry has no language xx. It has en, ar, zh-Hans. Add one with 'admin language add'.

        """)
    let json = try admin.run("translation", "import", "texts", "--json")
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(json.errorBytes))["error"]
    guard case .array(let listed) = error?["rows"] else { throw CancellationError() }
    #expect(listed.count == 60, "a program still gets each line")
  }

  @Test func `texts of another formatter are noted`() throws {
    let lines = "1402,en,Pay %1$s\n1400,en,%d of 50%\n1401,en,it''s\n1403,en,50% discount\n1404,en,it's 100%sure\n"
    let (result, admin) = try imported(Array(lines.utf8))
    #expect(
      result.error.hasPrefix(
        """
        note: 2 texts, first in line 1, have a printf conversion such as %1$s, which nobody fills in; an argument is \
        written {name}.
        note: The text in line 3 has '', which is shown as one apostrophe; --literal keeps both.

        """), "\(result.error)")
    #expect(try admin.run("translation", "import", "texts", "--quiet").error.isEmpty)
    let literal = try admin.run("translation", "import", "texts", "--literal", "--impact", "typo")
    #expect(!literal.error.contains("printf"), "\(literal.error)")
    #expect(try admin.sql("SELECT text FROM translation WHERE code = 1401 AND language = 'en'") == "it''''s\n")
  }

  @Test(arguments: ["%s", "%d", "%1$s", "%@", "%.2f", "%ld", "%-5d", "%05.1f"])
  func `a printf conversion is recognized`(conversion: String) throws {
    let (result, _) = try imported(Array("1402,ar,x \(conversion) y".utf8))
    #expect(result.error.contains("such as \(conversion),"), "\(result.error)")
  }

  @Test func `many unknown codes are refused quickly`() throws {
    let rows = (1...5_000).map { "\(900_000 + $0),ar,x" }
    let start = ContinuousClock.now
    let (result, _) = try imported(Array(rows.joined(separator: "\n").utf8))
    let time = ContinuousClock.now - start
    #expect(result.error.contains("5000 of 5000 lines"))
    #expect(time < .seconds(10))
  }

  @Test func `a workbook, a folder and a header in another language are named as what they are`() throws {
    let admin = try AdminFolder()
    try admin.write([0x50, 0x4B, 0x03, 0x04] + Array("[Content_Types].xml".utf8), to: "texts.xlsx")
    try admin.expectRefusal(65, saying: "texts.xlsx is a workbook or another archive, not a text. Save it in the") {
      try admin.run("translation", "import", "texts.xlsx")
    }
    try admin.expectRefusal(8, saying: ". is a folder, not a file.") { try admin.run("translation", "import", ".") }
    try admin.write(Array("الرمز\tاللغة\tالنص\n1402\tar\tنص\n".utf8), to: "texts.tsv")
    try admin.expectRefusal(
      65, saying: "line 1: 'اللغة' is not a language tag.",
      "If the line is a header, name its columns in English: code",
      lines: 2
    ) { try admin.run("translation", "import", "texts.tsv") }
  }
}
