import Foundation
import RegistryTestSupport
import Testing

/// The smallest number and the longest symbol that a code can have, in every command.
@Suite struct NumberZeroTests {
  private let symbol = "S" + String(repeating: "_9", count: 63) + "Z"

  private func registry() throws -> AdminFolder {
    let admin = try AdminFolder()
    for arguments in [
      ["category", "add", "core", "--range", "0-9", "--name", "en=Core"],
      ["code", "add", "0", "--symbol", symbol, "--category", "core", "--text", "Done"],
      ["translation", "set", "0", "ar", "تم"], ["translation", "set", symbol.lowercased(), "zh-Hans", "完成"],
    ] {
      let result = try admin.run(arguments)
      try #require(result.status == 0, "\(result.error)")
    }
    return admin
  }

  @Test func `the number 0 and a symbol of 128 characters are like any other`() throws {
    let admin = try registry()
    #expect(symbol.count == 128)
    #expect(try admin.json("code", "show", "0")["symbol"] == .string(symbol))
    #expect(try admin.json("code", "show", symbol)["code"] == 0)
    #expect(try admin.jsonList("code", "list").first?["code"] == 0)
    #expect(try admin.jsonList("translation", "list", "--code", "0-199").count == 3)
    #expect(try admin.jsonList("history", "0").count == 3)
    #expect(try admin.json("code", "deprecate", "1402", "--replaced-by", "0")["replaced_by"] == 0)
    #expect(try admin.json("code", "edit", "0", "--http-status", "200", "--if-revision", "3")["http_status"] == 200)
    #expect(try admin.run("translation", "review", "0", "--language", "ar", "--actor", "noura").status == 0)
    #expect(try admin.run("undo", "7").status == 0)
    #expect(try admin.run("doctor").status == 0)
    try admin.expectRefusal(65, saying: "0 \(symbol) exists", "next free number of core is 1") {
      try admin.run("code", "add", "0", "--symbol", "X", "--category", "core", "--text", "x")
    }
    try admin.expectRefusal(65, saying: "cannot be a symbol", "at most 128 characters") {
      try admin.run("code", "add", "1", "--symbol", symbol + "Z", "--category", "core", "--text", "x")
    }
    try admin.expectRefusal(4, saying: "no code '-0'") { try admin.run("code", "show", "--", "-0") }
    try admin.expectRefusal(4, saying: "no code '-0'") { try admin.run("translation", "list", "--code=-0") }
  }

  @Test func `files have the number 0 too`() throws {
    let admin = try registry()
    try admin.write(Array("code,symbol,category,text,replaced_by\n1,ONE,core,One,0\n".utf8), to: "codes.csv")
    try #require(try admin.run("code", "add", "--from", "codes.csv").status == 0)
    #expect(try admin.json("code", "show", "1")["replaced_by"] == 0)
    try #require(try admin.run("translation", "export", "-o", "t.csv", "--category", "core").status == 0)
    try admin.write(Array("code,language,text\n0,ar,تم بنجاح\n".utf8), to: "texts.csv")
    try #require(try admin.run("translation", "import", "texts.csv").status == 0)
    #expect(try admin.json("code", "show", "0")["translations"]?["ar"]?["text"] == "تم بنجاح")
  }

  @Test func `a release has the number 0, and verifies and compares like any other`() throws {
    let admin = try registry()
    let made = try admin.json("snapshot", "create", "--release", "1", "-o", ".", "--also", "json,csv")
    #expect(made["codes"] == 62)
    #expect(try admin.run("snapshot", "verify", "registry-1.db").status == 0)
    let digest = try Command(
      "python3", [Command.package + "/Examples/python/content_digest.py", "registry-1.db"], in: admin.path
    ).run()
    #expect(digest.status == 0, "\(digest.output)\(digest.error)")
    try #require(try admin.run("code", "retire", "0", "-y").status == 0)
    try #require(try admin.run("snapshot", "create", "--release", "2", "-o", ".", "--no-gate", "a test").status == 0)
    let changes = try admin.json("snapshot", "diff", "registry-1.db", "registry-2.db")["changes"]
    guard case .array(let list) = changes else { return #expect(Bool(false), "\(String(describing: changes))") }
    #expect(list.contains { $0["kind"] == "code-retired" && $0["code"] == 0 })
    let gate = try admin.run(
      "snapshot", "gate", "registry-1.db", "registry-2.db", "--allow", "code-retired:0=unused", "--format", "table")
    #expect(gate.status == 0, "\(gate.output)\(gate.error)")
    #expect(try admin.run("snapshot", "verify", "1").status == 0, "replayed from the history")
  }
}
