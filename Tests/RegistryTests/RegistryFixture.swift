import Registry
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport

/// A seeded registry in a folder of its own. It keeps no connection open, so its bytes may be read between edits.
struct RegistryFixture {
  let folder: TemporaryFolder
  let path: RegistryPath

  /// A registry from `RegistryStore.create`, created once.
  private static let seeded = Result {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try RegistryStore.create(at: path, contents: .seed, as: OperationIntent(actor: "seeder", command: "init"))
    return try FileSystem.read(path.bytes)
  }

  init() throws {
    folder = try TemporaryFolder()
    path = RegistryPath(folder.file("registry.db"))
    try FileSystem.publish(try Self.seeded.get(), at: path.bytes, existing: .refuse)
  }

  /// Returns the bytes of the file. No store of this process may have it open, because closing this descriptor would
  /// release its locks.
  var bytes: [UInt8] {
    get throws { try FileSystem.read(path.bytes) }
  }

  func open(_ access: RegistryStore.Access = .editing) throws -> RegistryStore {
    try RegistryStore(opening: path, for: access)
  }

  /// Returns the current content of the registry.
  func snapshot() throws -> Snapshot {
    // The folder must exist until the store has read the file.
    try withExtendedLifetime(folder) { try open(.reading).read { try $0.snapshot() } }
  }

  @discardableResult
  func edit<Value: Sendable>(
    by actor: String = "amal", note: String? = nil, isDryRun: Bool = false,
    _ body: @Sendable (Editor) throws(RegistryError) -> Value
  ) throws -> EditResult<Value> {
    try open().edit(as: OperationIntent(actor: actor, command: "test", note: note, isDryRun: isDryRun), body)
  }

  @discardableResult
  func set(
    _ code: String, _ language: String, _ text: String, by actor: String = "amal", ifRevision revision: Int? = nil,
    isDryRun: Bool = false
  ) throws -> EditResult<SetTextResult> {
    try edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: code, language: language, text: text, ifRevision: revision)
    }
  }

  /// Runs SQL in the `sqlite3` shell, as another client with foreign keys off and without hardening.
  func shell(_ sql: String) throws -> Command.Result {
    try Command("sqlite3", ["-batch", "-bail", "registry.db", sql], in: folder.path).run()
  }

  /// Returns all values of a query, row by row.
  func values(_ sql: String) throws -> [SQLiteValue] {
    let connection = try Connection(path: path.bytes, access: .readOnly)
    let statement = try connection.statement(sql)
    var values: [SQLiteValue] = []
    while try statement.step() {
      for column in 0..<statement.columnCount { values.append(try statement.value(column)) }
    }
    return values
  }

  /// Returns the changes of an operation, one per line: `translation 1402 ar text: old → new`.
  func changes(of operation: Int) throws -> [String] {
    try values(
      """
      SELECT subject || ' ' || field || ': ' || coalesce(before, 'nothing') || ' → ' || coalesce(after, 'nothing')
      FROM (SELECT *, entity || coalesce(' ' || code, '') || coalesce(' ' || category, '')
              || coalesce(' ' || term, '') || coalesce(' ' || language, '') || coalesce(' ' || check_id, '') AS subject
            FROM change)
      WHERE operation = \(operation) ORDER BY sequence
      """
    ).map { if case .text(let line) = $0 { line } else { "\($0)" } }
  }

  var revision: Int {
    get throws { try open(.reading).read { try $0.status() }.revision }
  }
}

extension SQLiteValue {
  var text: String? { if case .text(let text) = self { text } else { nil } }
}
