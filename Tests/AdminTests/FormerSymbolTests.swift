import Foundation
import RegistryTestSupport
import Testing

@Suite struct FormerSymbolTests {
  private func renamed() throws -> AdminFolder {
    let admin = try AdminFolder()
    for (symbol, actor) in [("LOW_BALANCE", "noura"), ("BALANCE_TOO_LOW", "sami")] {
      try #require(try admin.run("code", "edit", "1402", "--symbol", symbol, "--actor", actor).status == 0)
    }
    return admin
  }

  @Test func `code show finds a code by a former symbol, and says who renamed it when`() throws {
    let admin = try renamed()
    let shown = try admin.run("code", "show", "insufficient_balance")
    #expect(shown.status == 0)
    #expect(shown.error.hasPrefix("note: INSUFFICIENT_BALANCE was renamed by noura in operation 2 (20"))
    #expect(shown.error.hasSuffix("Z): it is 1402 BALANCE_TOO_LOW now.\n"))
    #expect(shown.output == (try admin.run("code", "show", "1402").output))
    let json = try admin.json("code", "show", "LOW_BALANCE")
    #expect(json["symbol"] == "BALANCE_TOO_LOW")
    #expect(json["renamed_from"]?["symbol"] == "LOW_BALANCE" && json["renamed_from"]?["operation"] == 3)
    #expect(json["renamed_from"]?["actor"] == "sami" && json["renamed_from"]?["at"] != nil)
    #expect(try admin.json("code", "show", "1402")["renamed_from"] == .null)
  }

  @Test func `a symbol that a code had is not given to another code, but may return to its own`() throws {
    let admin = try renamed()
    let says = "1402 BALANCE_TOO_LOW had the symbol LOW_BALANCE until operation 3 by sami (20"
    try admin.expectRefusal(65, saying: says, "a symbol is never given to another code. Choose another symbol.") {
      try admin.run("code", "edit", "1403", "--symbol", "LOW_BALANCE")
    }
    let new = ["code", "add", "1450", "--symbol", "LOW_BALANCE", "--category", "payment", "--text", "Low"]
    try admin.expectRefusal(65, saying: says) { try admin.run(new) }
    try admin.write(Array("code\tsymbol\tcategory\ttext\n1450\tLOW_BALANCE\tpayment\tLow\n".utf8), to: "codes.tsv")
    try admin.expectRefusal(65, saying: "line 2: \(says)", lines: 2) {
      try admin.run("code", "add", "--from", "codes.tsv")
    }
    try #require(try admin.run("undo", "3").status == 0)
    #expect(try admin.json("code", "show", "1402")["symbol"] == "LOW_BALANCE")
    #expect(try admin.run("code", "edit", "1402", "--symbol", "INSUFFICIENT_BALANCE").status == 0)
    #expect(try admin.run("code", "edit", "1402", "--symbol", "LOW_BALANCE").status == 0)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `a symbol that a code had only until an undo is free for another code`() throws {
    let admin = try AdminFolder()
    // The wrong code is renamed, which is taken back.
    try #require(try admin.run("code", "edit", "1402", "--symbol", "NO_SUCH_METHOD").status == 0)
    try #require(try admin.run("undo").status == 0)
    #expect(try admin.run("code", "edit", "1403", "--symbol", "NO_SUCH_METHOD").status == 0)
    #expect(try admin.json("code", "show", "no_such_method")["code"] == 1403)
    let redone = try admin.run("undo", "3")
    #expect(redone.status == 3 && redone.error.contains("1403 has the symbol NO_SUCH_METHOD already"))
  }

  @Test(arguments: ["1402 INSUFFICIENT_BALANCE", "code insufficient_balance", "LOW_BALANCE (1402)"])
  func `a former symbol is found in all forms of a name`(name: String) throws {
    let admin = try renamed()
    let shown = try admin.run("code", "show", name)
    #expect(shown.output.hasPrefix("code\t1402\nsymbol\tBALANCE_TOO_LOW\n"), "\(shown.error)")
    #expect(shown.error.contains("was renamed by"))
    try admin.expectRefusal(4, saying: "it is 1402 BALANCE_TOO_LOW now") { try admin.run("history", name) }
    #expect(try admin.run("code", "show", "1403 INSUFFICIENT_BALANCE").status == 4)
  }

  @Test(
    arguments: [
      ["translation", "set", "INSUFFICIENT_BALANCE", "ar", "x"], ["code", "retire", "insufficient_balance", "--yes"],
      ["history", "INSUFFICIENT_BALANCE"], ["translation", "list", "--code", "INSUFFICIENT_BALANCE"],
      ["translation", "preview", "INSUFFICIENT_BALANCE", "ar"], ["translation", "edit", "INSUFFICIENT_BALANCE"],
      ["code", "deprecate", "1400", "--replaced-by", "INSUFFICIENT_BALANCE"],
    ])
  func `every other command refuses a former symbol and says what it is now`(arguments: [String]) throws {
    let admin = try renamed()
    try admin.expectRefusal(
      4, saying: "The registry has no code", "It was renamed in operation 2: it is 1402 BALANCE_TOO_LOW now."
    ) { try admin.run(arguments) }
  }
}
