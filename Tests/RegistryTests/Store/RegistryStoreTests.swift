import Foundation
import RegistryTestSupport
import Testing

@testable import Registry

@Suite struct RegistryStoreTests {
  @Test func `reading changes no byte and leaves no file`() throws {
    let registry = try SeededRegistry()
    let before = try DatabaseFile.read(registry.path)
    let reader = try RegistryStore(opening: registry.path, for: .reading)
    _ = try reader.snapshot()
    _ = try reader.status()
    _ = try reader.translations(TranslationFilter(isStale: true))
    #expect(try DatabaseFile.read(registry.path) == before)
    #expect(try registry.folder.names == ["registry.db"])
  }

  @Test func `a dry run of creating or migrating makes nothing`() throws {
    let folder = try TemporaryFolder()
    let intent = OperationIntent(actor: "tester", command: "init", isDryRun: true)
    let status = try RegistryStore.create(at: FilePath(folder.file("r.db")), contents: .seed, as: intent)
    #expect(status.codes == [.active: 61])
    #expect(try folder.names.isEmpty)
  }

  @Test func `a store that reads cannot write`() throws {
    let registry = try SeededRegistry()
    let reader = try RegistryStore(opening: registry.path, for: .reading)
    let error = #expect(throws: RegistryError.self) {
      try reader.edit(as: .test) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "x")
      }
    }
    #expect(error?.code.kind == .inputOutput)
  }

  @Test func `an editor syncs the folder after each commit, and waits for others`() throws {
    let registry = try SeededRegistry()
    let connection = try RegistryFile.open(registry.path, for: .editing)
    #expect(try connection.integer("PRAGMA synchronous") == 3)  // EXTRA
    #expect(try connection.texts("PRAGMA journal_mode") == ["delete"])
    #expect(try connection.integer("PRAGMA busy_timeout") == 5_000)
    #expect(try connection.integer("PRAGMA foreign_keys") == 1)
  }

  @Test func `a name in use is suggested for one that is near`() {
    let known = ["1402", "INSUFFICIENT_BALANCE", "1400", "200"]
    #expect(NearMiss.closest(to: "1420", in: known) == "1402")
    #expect(NearMiss.closest(to: "INSUFICENT_BALANCE", in: known) == "INSUFFICIENT_BALANCE")
    #expect(NearMiss.closest(to: "201", in: known) == "200")
    #expect(NearMiss.closest(to: "9876", in: known) == nil)
    #expect(NearMiss.closest(to: String(repeating: "x", count: 1_000), in: known) == nil)
  }

  @Test func `an error's code is known by name, kind and page`() throws {
    let source = try String(
      contentsOfFile: Command.package + "/Sources/Registry/Model/RegistryError.swift", encoding: .utf8)
    let page = try String(contentsOfFile: Command.package + "/docs/reliability.md", encoding: .utf8)
    let codes = source.matches(of: /Self\("([a-z-]+)", \.(\w+)\)/)
    #expect(codes.count > 30)
    let exits = [
      "mismatch": 2, "conflict": 3, "notFound": 4, "busy": 5, "foreign": 6, "corrupt": 7, "inputOutput": 8,
      "invalid": 65, "other": 1,
    ]
    for code in codes {
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("|") && $0.contains("`\(code.1)`") }, "\(code.1)")
      let exit = try #require(exits[String(code.2)])
      #expect(row.contains("| \(exit) |"), "\(code.1)")
    }
  }
}
