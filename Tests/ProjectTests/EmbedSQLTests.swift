import Foundation
import RegistryTestSupport
import Testing

@Suite struct EmbedSQLTests {
  /// Runs the tool of the build plugin on files with these names.
  private func embed(_ migrations: [String], text: String = "-- Why: a test.\n", seed: String = "-- Why: a test.\n")
    throws
    -> (result: Command.Result, source: String?)
  {
    let folder = try TemporaryFolder()
    try Data(seed.utf8).write(to: URL(filePath: folder.file("seed.sql")))
    for name in migrations { try Data(text.utf8).write(to: URL(filePath: folder.file(name))) }
    let tool = Command(
      try Command.products + "/embed-sql", ["out.swift", "seed.sql"] + migrations, in: folder.path)
    return (try tool.run(), try? String(contentsOfFile: folder.file("out.swift"), encoding: .utf8))
  }

  @Test func `migrations are embedded unchanged, in order`() throws {
    let sql = "-- Why: \"\"\"# and \\#(1) must survive.\n\tSELECT 'é';\n"
    let (result, source) = try embed(["0002_add_more.sql", "0001_create_all.sql"], text: sql)
    #expect(result.status == 0)
    let text = try #require(source)
    #expect(text.contains(sql))
    let first = try #require(text.range(of: "create_all")).lowerBound
    let second = try #require(text.range(of: "add_more")).lowerBound
    #expect(first < second)
  }

  @Test(arguments: [
    ["0001_create_all.sql", "0003_add_more.sql"], ["0001_create_all.sql", "0001_create_more.sql"],
    ["0002_create_all.sql"],
  ])
  func `a gap or a duplicate number fails with the rule`(names: [String]) throws {
    let (result, source) = try embed(names)
    #expect(result.status == 1)
    #expect(result.error.contains("numbered 0001, 0002, … without gap or duplicate; expected 000"))
    #expect(source == nil)
  }

  @Test(arguments: ["1_create_all.sql", "0001-create-all.sql", "0001_create.sql", "0001_Create_all.sql", "notes.txt"])
  func `an invalid name fails with the rule`(name: String) throws {
    let (result, source) = try embed([name])
    #expect(result.status == 1)
    #expect(result.error.contains("NNNN_verb_object.sql"))
    #expect(source == nil)
  }

  @Test func `a migration that does not say why it exists fails`() throws {
    let (result, _) = try embed(["0001_create_all.sql"], text: "CREATE TABLE t (a);\n")
    #expect(result.status == 1)
    #expect(result.error.contains("the first line of a migration says why it exists"))
  }

  @Test func `a file with carriage returns fails`() throws {
    let (result, _) = try embed(["0001_create_all.sql"], text: "-- Why: a test.\r\n")
    #expect(result.status == 1)
    #expect(result.error.contains("end their lines with LF"))
  }

  @Test func `the build notices added and removed files, because the plugin's folder links to the migrations`() throws {
    let link = try FileManager.default.destinationOfSymbolicLink(
      atPath: Command.package + "/Plugins/EmbedSQL/migrations")
    #expect(link == "../../migrations")
  }
}
