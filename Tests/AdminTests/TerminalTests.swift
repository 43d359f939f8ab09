import Foundation
import RegistryTestSupport
import Testing

/// Tests what fits on a terminal: the width of tables, and the pager.
@Suite struct TerminalTests {
  /// Runs a line of bash on a terminal of a size, and returns what it shows.
  private func shown(
    _ admin: AdminFolder, _ columns: Int, _ lines: Int, _ line: String, environment: [String: String?] = [:]
  ) throws -> Command.Result {
    let script = "stty cols \(columns) rows \(lines); \(line.replacing("admin ", with: "$ADMIN "))"
    let settings: [String: String?] = ["TERM": "xterm", "NO_COLOR": "1", "ADMIN": "\(try Command.products)/admin"]
    return try admin.shell(
      "script -qec \(quoted("bash -c \(quoted(script))")) /dev/null < /dev/null",
      environment: settings.merging(environment) { _, new in new })
  }

  private func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }

  private func lines(_ result: Command.Result) -> [String] {
    result.output.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
  }

  /// The number of cells of a line of these tests: Chinese takes two, isolates and marks none.
  private func cells(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { width, scalar in
      switch scalar.value {
      case 0x2066...0x2069, 0x064B...0x0652: width
      case 0x3000...0x9FFF, 0xFF00...0xFF60: width + 2
      default: width + 1
      }
    }
  }

  private func texts() throws -> AdminFolder {
    let admin = try AdminFolder()
    for (language, text) in [
      (
        "ar",
        "الرصيد المتاح في حسابك لا يكفي لإتمام عملية الدفع، "
          + "يرجى إضافة رصيد ثم إعادة المحاولة"
      ),
      (
        "zh",
        "您的账户可用余额不足，无法完成本次支付，请充值后重新尝试。"
          + "如有疑问，请联系客服（工作时间为每天早上九点到晚上六点）。"
      ),
    ] { try #require(try admin.run("translation", "set", "1402", language, text).status == 0) }
    return admin
  }

  @Test(arguments: [40, 60, 80, 100])
  func `a table fits the terminal, and every text is whole`(columns: Int) throws {
    let admin = try texts()
    let whole = try admin.json("code", "show", "1402")["translations"]
    for command in [
      "code show 1402", "code list", "translation list", "category list", "language list", "snapshot list", "doctor",
    ] {
      let result = try shown(admin, columns, 2000, "admin \(command) 2> /dev/null")
      for line in lines(result) { #expect(cells(line) <= columns, "\(command): \(line)") }
    }
    let shown = try shown(admin, columns, 2000, "admin code show 1402")
    let joined = shown.output.replacing(/[\s\u{2066}-\u{2069}]/, with: "")
    for language in ["ar", "zh-Hans"] {
      guard case .string(let text) = whole?[language]?["text"] else { throw CancellationError() }
      #expect(joined.contains(text.replacing(" ", with: "")), "\(shown.output)")
    }
  }

  @Test func `lines of Arabic are isolated from right to left, and Chinese is not broken before a comma`() throws {
    let admin = try texts()
    // The text is broken in another place on each terminal.
    for columns in 54...66 {
      for line in lines(try shown(admin, columns, 2000, "admin code show 1402")) {
        let first = line.drop { $0 == " " }.first
        #expect(first.map { "，。）".contains($0) } != true, "\(columns): \(line)")
        #expect(!line.hasSuffix("（"), "\(columns): \(line)")
      }
    }
    let result = try shown(admin, 60, 2000, "admin code show 1402")
    let arabic = lines(result).filter { $0.contains(/[\u{0621}-\u{064A}]/) }
    #expect(arabic.count > 1)
    for line in arabic { #expect(line.contains("\u{2067}") && line.hasSuffix("\u{2069}"), "\(line)") }
  }

  @Test func `a narrow terminal shows the codes and symbols, and the text below`() throws {
    let admin = try texts()
    let codes = lines(try shown(admin, 40, 2000, "admin code list"))
    try #require(codes.count > 122)
    #expect(codes[0].hasPrefix("CODE  CATEGORY  STATE"))
    #expect(codes[1] == "  TEXT")
    #expect(
      codes.contains { $0.hasPrefix("1402  payment   active  INSUFFICIENT_BALANCE") || $0.hasPrefix("1402  pay") })
    #expect(codes.contains("  Insufficient balance"))
    #expect(codes.filter { $0.contains(#/^\d+ /#) }.count == 61)
    let texts = lines(try shown(admin, 40, 2000, "admin translation list --language zh"))
    #expect(texts.filter { $0.contains(#/^\d+ +zh-Hans +\d+ +translated/#) }.count == 61)
  }

  @Test func `a name that is too long ends with an ellipsis; pipes, TSV and JSON are whole`() throws {
    let admin = try AdminFolder()
    let name = String(repeating: "长", count: 60)
    try #require(try admin.run("language", "edit", "zh", "--english-name", name).status == 0)
    let table = try shown(admin, 80, 2000, "admin language list").output
    #expect(table.contains("长…"))
    #expect(!table.contains(name))
    for command in ["--format tsv", "--json", "| cat", "--format table | cat", "--format markdown"] {
      #expect(try shown(admin, 40, 2000, "admin language list \(command)").output.contains(name), "\(command)")
    }
    let wide = try shown(admin, 0, 0, "admin language list", environment: ["COLUMNS": "80"])
    #expect(wide.output.contains("长…"), "a terminal that does not know its size")
    #expect(try shown(admin, 0, 0, "admin language list").output.contains(name))
  }

  @Test func `a pager shows what is longer than the screen, with the exit code of the command`() throws {
    let admin = try AdminFolder()
    let pager: [String: String?] = ["PAGER": "cat > paged; echo \"$LESS\" > less"]
    let long = try shown(admin, 80, 20, "admin translation list; echo rc=$?", environment: pager)
    #expect(lines(long) == ["rc=0"])
    #expect(String(decoding: try admin.bytes("paged"), as: UTF8.self).split(separator: "\n").count > 183)
    #expect(String(decoding: try admin.bytes("less"), as: UTF8.self) == "FRX\n")
    _ = try admin.sql("UPDATE translation SET text = 'x' || code WHERE language = 'ar'")
    let doctor = try shown(admin, 80, 20, "admin doctor -q; echo rc=$?", environment: pager)
    #expect(lines(doctor).first?.hasPrefix("error: 61 findings") == true)
    #expect(lines(doctor).last == "rc=2")
    #expect(String(decoding: try admin.bytes("paged"), as: UTF8.self).contains("unrecorded-change"))
    let history = try shown(admin, 80, 20, "admin history --operation 1", environment: pager)
    #expect(history.output.isEmpty)
    let help = try shown(admin, 80, 10, "admin code add --help", environment: pager)
    #expect(help.output.isEmpty)
  }

  @Test(arguments: [
    "admin translation list --no-pager", "admin --no-pager translation list", "PAGER= admin translation list",
    "PAGER=cat admin translation list", "TERM=dumb admin translation list", "admin translation list | cat",
    "PAGER=no-such-pager admin translation list",
  ])
  func `output goes to the terminal without a pager`(line: String) throws {
    let admin = try AdminFolder()
    let result = try shown(admin, 80, 10, line, environment: ["PAGER": "cat > paged"])
    #expect(lines(result).filter { $0.contains("1402") }.count == 3)
    #expect(try !admin.folder.names.contains("paged"))
  }

  @Test func `a short output, a short screen of unknown size and a question need no pager`() throws {
    let admin = try AdminFolder()
    let pager: [String: String?] = ["PAGER": "cat > paged"]
    #expect(try shown(admin, 80, 25, "admin code show 1402", environment: pager).output.contains("余额不足"))
    #expect(try shown(admin, 80, 0, "admin translation list", environment: pager).output.contains("余额不足"))
    #expect(try !admin.folder.names.contains("paged"))
    let question = try shown(admin, 80, 1, "admin code retire 1402", environment: pager)
    #expect(question.output.contains("Retire 1402 INSUFFICIENT_BALANCE?"))
  }

  @Test func `a pager that is left early is no error`() throws {
    let admin = try AdminFolder()
    let result = try shown(
      admin, 80, 10, "admin history --operation 1 --format json; echo rc=$?",
      environment: ["PAGER": "head -c 9 > paged"])
    #expect(lines(result) == ["rc=0"])
    #expect(try admin.bytes("paged").count == 9)
  }
}
