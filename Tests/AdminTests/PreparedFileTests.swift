import RegistryTestSupport
import Testing

/// Registries with a valid schema whose pages were made to hang every reader or exhaust its memory.
struct PreparedFileTests {
  static let trees = [
    "schema_migration", "operation", "change", "change_by_code", "change_by_entity", "language", "category",
    "category_range", "category_name", "status_code", "translation", "translation_by_code",
  ]

  static let commands = ["status", "doctor", "history", "translation list", "translation set 1402 ar x -n"]

  /// Runs a command with a limit of 200 MB for its heap and stacks (setrlimit(2), `RLIMIT_DATA`). A signal ends it when
  /// it needs more.
  private func run(_ command: String, in admin: AdminFolder) throws -> Command.Result {
    try admin.shell("ulimit -d 200000; admin \(command)")
  }

  @Test func `the limit on memory is enforced`() throws {
    let result = try AdminFolder().shell("ulimit -d 200000; python3 -c 'x = bytearray(250_000_000)'")
    #expect(result.status == 1)
    #expect(result.error.contains("MemoryError"))
  }

  @Test(arguments: trees)
  func `a tree of 50^17 rows stops every command before it takes 200 MB`(_ tree: String) throws {
    let admin = try AdminFolder()
    let root = try admin.sql("SELECT rootpage FROM sqlite_schema WHERE name = '\(tree)'")
    var prepared = PreparedDatabase(try admin.bytes())
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try admin.write(prepared.bytes, to: "registry.db")
    var refusals = 0
    for command in Self.commands {
      let result = try run(command, in: admin)
      #expect([0, 7].contains(result.status), "\(command): \(result.error)")
      #expect(try admin.bytes() == prepared.bytes, "\(command)")
      if result.status == 7 { refusals += 1 }
    }
    #expect(refusals > 0)
  }

  @Test func `a schema of 50^17 objects is refused`() throws {
    let admin = try AdminFolder()
    var prepared = PreparedDatabase(try admin.bytes())
    prepared.plantBomb(root: 1)
    try admin.write(prepared.bytes, to: "registry.db")
    let result = try run("status", in: admin)
    #expect([6, 7].contains(result.status), "\(result.error)")
  }

  @Test(arguments: ["message", "status_code", "language", "category", "registry_info", "language_fallback"])
  func `a snapshot with a tree of 50^17 rows is refused`(_ tree: String) throws {
    let admin = try AdminFolder()
    try #require(try admin.run("snapshot", "create", "--release", "1", "-o", ".").status == 0)
    let root = try admin.sql("SELECT rootpage FROM sqlite_schema WHERE name = '\(tree)'", file: "registry-1.db")
    var prepared = PreparedDatabase(try admin.bytes("registry-1.db"))
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try admin.write(prepared.bytes, to: "bomb.db")
    for command in ["snapshot verify bomb.db", "snapshot diff registry-1.db bomb.db"] {
      let result = try run(command, in: admin)
      #expect(result.status == 7, "\(command): \(result.error)")
    }
  }
}
