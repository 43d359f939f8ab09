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

  @Test func `another code that has the symbol now is the one that is meant`() throws {
    let admin = try renamed()
    try #require(try admin.run("code", "edit", "1403", "--symbol", "LOW_BALANCE").status == 0)
    let shown = try admin.run("code", "show", "low_balance")
    #expect(shown.error.isEmpty && shown.output.hasPrefix("code\t1403\n"))
    try #require(try admin.run("undo", "3").status == 3)
    try #require(try admin.run("undo").status == 0)
    try #require(try admin.run("undo", "3").status == 0)
    #expect(try admin.json("code", "show", "low_balance")["code"] == 1402)
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
