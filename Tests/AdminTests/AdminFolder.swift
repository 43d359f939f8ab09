import Foundation
import RegistryTestSupport
import Testing

/// A folder with its own registry, and the real `admin` to use it.
struct AdminFolder {
  let folder: TemporaryFolder
  var path: String { folder.path }

  /// Creates `registry.db` with the seed, or leaves the folder empty.
  init(isEmpty: Bool = false) throws {
    folder = try TemporaryFolder()
    if !isEmpty { try Self.seed.get().write(to: URL(fileURLWithPath: "\(path)/registry.db")) }
  }

  /// The file that `admin init` creates. It is created once for all tests, because that takes longer than a copy.
  private static let seed = Result {
    let admin = try AdminFolder(isEmpty: true)
    try #require(try admin.run("init").status == 0)
    return try Data(contentsOf: URL(fileURLWithPath: "\(admin.path)/registry.db"))
  }

  func run(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String?] = [:]
  ) throws -> Command.Result {
    try run(arguments, input: input, environment: environment)
  }

  /// Runs a command.
  ///
  /// - Parameter keepsFindings: Whether standard error has what checks find in a text that was stored. Most tests store
  ///   single letters, and what checks say about these is not their subject.
  func run(
    _ arguments: [String], input: [UInt8] = [], environment: [String: String?] = [:], keepsFindings: Bool = false
  ) throws -> Command.Result {
    var command = Command(try Command.products + "/admin", arguments, in: path)
    command.input = input
    command.environment = environment
    let result = try command.run()
    if keepsFindings { return result }
    let finding = /note: .*\((?:unchanged|[a-z]+(?:-[a-z]+)+)\)/
    return result.leavingOutErrors { $0.wholeMatch(of: finding) != nil }
  }

  /// Runs a line of bash in which `admin` is the real binary.
  func shell(_ line: String, environment: [String: String?] = [:], seconds: Double = 60) throws -> Command.Result {
    let script = "admin() { '\(try Command.products)/admin' \"$@\"; }; " + line
    var command = Command("bash", ["-c", script], in: path)
    command.environment = environment
    command.seconds = seconds
    return try command.run()
  }

  /// Runs a command and decodes the JSON that it prints.
  func json(_ arguments: String...) throws -> [String: JSONValue] {
    let result = try run(arguments + ["--json"])
    try #require(result.status == 0, "\(result.error)")
    return try JSONDecoder().decode([String: JSONValue].self, from: Data(result.outputBytes))
  }

  func jsonList(_ arguments: String...) throws -> [[String: JSONValue]] {
    let result = try run(arguments + ["--json"])
    try #require(result.status == 0, "\(result.error)")
    return try JSONDecoder().decode([[String: JSONValue]].self, from: Data(result.outputBytes))
  }

  /// Runs SQL on a file in the `sqlite3` shell, and returns the rows with columns separated by `|`.
  func sql(_ query: String, file: String = "registry.db") throws -> String {
    let result = try Command("sqlite3", [file, query], in: path).run()
    try #require(result.status == 0, "\(result.error)")
    return result.output
  }

  /// Changes rows as only a prepared file has them: past all checks, triggers and references, with the schema intact.
  func rewrite(_ statements: [String], file: String = "registry.db") throws {
    let program = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1], isolation_level=None)
      db.execute("PRAGMA ignore_check_constraints = ON")
      db.execute("BEGIN")
      triggers = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").fetchall()
      for name, sql in triggers: db.execute("DROP TRIGGER " + name)
      for statement in sys.argv[2:]: db.execute(statement)
      for name, sql in triggers: db.execute(sql)
      db.execute("COMMIT")
      """
    let result = try Command("python3", ["-c", program, file] + statements, in: path).run()
    try #require(result.status == 0, "\(result.error)")
  }

  func bytes(_ name: String = "registry.db") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: folder.file(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: folder.file(name)))
  }

  /// Leaves the journal of a killed writer beside its partially written registry. `before` is the previous output of
  /// `code show 1402`.
  @discardableResult
  func interruptWriter() throws -> (before: String, journal: [UInt8]) {
    let before = try run("code", "show", "1402").output
    // The page cache is tiny, so that changed pages reach the file before the kill.
    let killed = try shell(
      """
      printf '%s\\n' 'PRAGMA cache_size = 1;' 'BEGIN;' "UPDATE translation SET text = text || '!';" \
        '.shell cp registry.db half.db' '.shell cp registry.db-journal half.db-journal' | sqlite3 registry.db
      mv half.db registry.db; mv half.db-journal registry.db-journal
      """)
    try #require(killed.status == 0, "\(killed.error)")
    return (before, try bytes("registry.db-journal"))
  }

  /// Requires that a command is refused: with the exit code, one line on standard error that contains `words`, nothing
  /// on standard output, and no change of `registry.db` or another file beside it.
  func expectRefusal(
    _ status: Int32, saying words: String..., lines: Int = 1, of body: () throws -> Command.Result,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let (before, names) = (try? bytes(), try folder.names)
    let result = try body()
    #expect(result.status == status, "\(result.error)", sourceLocation: location)
    #expect(result.output.isEmpty, sourceLocation: location)
    #expect(result.error.hasPrefix("error: "), sourceLocation: location)
    #expect(result.error.filter { $0 == "\n" }.count == lines, "\(result.error)", sourceLocation: location)
    for word in words {
      #expect(result.error.contains(word), "\(result.error)", sourceLocation: location)
    }
    #expect(try folder.names == names, sourceLocation: location)
    #expect((try? bytes()) == before, sourceLocation: location)
  }
}

/// A JSON value.
enum JSONValue: Decodable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }
}
