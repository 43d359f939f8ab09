import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct RegistryStoreTests {
  private let intent = OperationIntent(actor: "amal", command: "init", note: "first")

  @Test func `a new registry is complete and has one operation`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    let status = try RegistryStore.create(at: path, contents: .seed, as: intent)
    #expect(status.codes == [.active: 61])
    #expect(try folder.names == ["registry.db"])
    let opened = try RegistryStore(opening: path, for: .editing).read { try $0.status() }
    #expect(opened.revision == 1)
    #expect(opened.categories == 7)
    #expect(opened.schemaVersion == EmbeddedSQL.migrations.count)
    #expect(opened.lastRelease == nil)
  }

  @Test func `an empty registry has only the source language, which is in the history`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try RegistryStore.create(at: path, contents: .empty, as: intent)
    let store = try RegistryStore(opening: path, for: .editing)
    #expect(try store.read { try $0.languages() }.map(\.value.tag) == [.english])
    #expect(try store.read { try $0.codes() }.isEmpty)
    #expect(try store.read { try $0.categories() }.isEmpty)
    let outcome = try store.edit(as: intent) { (editor) throws(RegistryError) in
      try editor.addCategory(StatusCategory(key: "data", position: 1, ranges: [1...9], names: [.english: "Data"]))
      return try editor.addCode(StatusCode(number: 1, symbol: "ONE", category: "data"), text: "One")
    }
    #expect(outcome.operation == 2)
    #expect(try store.read { try $0.snapshot() }.messages.map(\.text) == ["One"])
  }

  @Test func `creating in a dry run makes no file`() throws {
    let folder = try TemporaryFolder()
    let dry = OperationIntent(actor: "amal", command: "init", isDryRun: true)
    let status = try RegistryStore.create(at: RegistryPath(folder.file("registry.db")), contents: .seed, as: dry)
    #expect(status.codes == [.active: 61])
    #expect(try folder.names == [])
  }

  @Test func `creating at an existing path is refused`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("registry.db"), withDestinationPath: "nowhere")
    let link = try #require(throws: RegistryError.self) {
      try RegistryStore.create(at: path, contents: .seed, as: intent)
    }
    #expect(link.code == .fileExists)
    try FileManager.default.removeItem(atPath: folder.file("registry.db"))
    try Data("keep me".utf8).write(to: URL(filePath: folder.file("registry.db")))
    let file = try #require(throws: RegistryError.self) {
      try RegistryStore.create(at: path, contents: .seed, as: intent)
    }
    #expect(file.code == .fileExists)
    #expect(try FileSystem.read(path.bytes) == Array("keep me".utf8))
    #expect(try folder.names == ["registry.db"])
  }

  @Test(arguments: ["", "two\nlines", "\u{1B}[31m", String(repeating: "a", count: 201)])
  func `an actor with a line break is refused`(actor: String) throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: RegistryError.self) {
      try RegistryStore.create(
        at: RegistryPath(folder.file("registry.db")), contents: .seed,
        as: OperationIntent(actor: actor, command: "init"))
    }
    #expect(error.code == .invalidText)
    #expect(try folder.names == [])
  }

  @Test func `an editor syncs the folder too when it commits, and waits for others`() throws {
    let registry = try RegistryFixture()
    let database = try RegistryFile.open(registry.path, for: .editing).database
    // FULL, the default, lost acknowledged commits in simulated power losses. EXTRA (3) lost none.
    #expect(try database.integer("PRAGMA synchronous") == 3)
    #expect(try database.text("PRAGMA journal_mode") == "delete")
    #expect(database.connection.lockWaitLimit == .seconds(5))
    #expect(try database.integer("PRAGMA foreign_keys") == 1)
  }

  @Test func `reading leaves no file, in a folder that cannot be written either`() throws {
    let registry = try RegistryFixture()
    let before = try registry.bytes
    try withoutWritePermission(on: registry.folder.path) {
      let store = try registry.open(.reading)
      #expect(try store.read { try $0.status() }.revision == 1)
      #expect(try store.read { try $0.snapshot() }.messages.count == 183)
      #expect(try registry.folder.names == ["registry.db"])
    }
    #expect(try registry.bytes == before)
  }

  @Test func `a store for reading refuses to edit`() throws {
    let registry = try RegistryFixture()
    let before = try registry.bytes
    let intent = intent
    let error = try #require(throws: RegistryError.self) {
      try registry.open(.reading).edit(as: intent) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "200", language: "ar", text: "جديد")
      }
    }
    #expect(error.code == .readOnly)
    #expect(try registry.bytes == before)
  }

  @Test func `without write permission an edit is a named error and changes nothing`() throws {
    let registry = try RegistryFixture()
    let before = try registry.bytes
    let error = try withoutWritePermission(on: registry.folder.path) {
      #expect(throws: RegistryError.self) { try registry.set("200", "ar", "جديد") }
    }
    #expect(error?.code.kind == .inputOutput)
    #expect(try registry.bytes == before)
    #expect(try registry.folder.names == ["registry.db"])
  }

  @Test func `an edit holds the write lock from its start`() throws {
    let registry = try RegistryFixture()
    let path = registry.path
    let edit = try registry.edit { (_) throws(RegistryError) -> Bool in
      // Nothing has been read or written yet.
      let attempt = Result {
        let other = try Connection(path: path.bytes, access: .readWrite)
        other.lockWaitLimit = .zero
        try other.execute("BEGIN IMMEDIATE")
      }
      guard case .failure(let error as SQLiteError) = attempt else { return false }
      return error.isBusy
    }
    #expect(edit.value)
  }

  @Test func `a lock that another connection keeps is waited for, then named`() throws {
    let registry = try RegistryFixture()
    let blocker = try Connection(path: registry.path.bytes, access: .readWrite)
    try blocker.execute("BEGIN EXCLUSIVE")
    let start = ContinuousClock.now
    let error = try #require(throws: RegistryError.self) { try registry.open(.reading) }
    #expect(error.code == .busy)
    #expect(ContinuousClock.now - start >= .seconds(4.5))
    try blocker.execute("ROLLBACK")
    #expect(try registry.revision == 1)
  }

  /// Leaves the registry in the state after a writer was killed during a commit: partially written, with its journal.
  private func killWriter(of registry: RegistryFixture) throws {
    let script = """
      import os, signal, sqlite3
      db = sqlite3.connect("registry.db", isolation_level=None)
      db.execute("PRAGMA cache_size = 1")
      db.execute("BEGIN IMMEDIATE")
      for i in range(5):
          db.execute("UPDATE translation SET text = printf('%.*c', 900, 'x')")
      os.kill(os.getpid(), signal.SIGKILL)
      """
    let before = try registry.bytes
    #expect(try Command("python3", ["-c", script], in: registry.folder.path).run().status == 128 + 9)
    try #require(try registry.bytes != before, "the file is half-written")
    try #require(try registry.folder.names == ["registry.db", "registry.db-journal"])
  }

  @Test(arguments: [RegistryStore.Access.reading, .editing])
  func `the journal of a killed writer is rolled back`(access: RegistryStore.Access) throws {
    let registry = try RegistryFixture()
    let before = try registry.bytes
    try killWriter(of: registry)
    #expect(try registry.open(access).read { try $0.snapshot() }.messages.allSatisfy { !$0.text.hasPrefix("xxx") })
    #expect(try registry.bytes == before)
    #expect(try registry.folder.names == ["registry.db"])
  }

  @Test func `a reader that cannot roll back gets an error instead of partial data`() throws {
    let registry = try RegistryFixture()
    try killWriter(of: registry)
    let error = try withoutWritePermission(on: registry.folder.path) {
      #expect(throws: RegistryError.self) { try registry.open(.reading).read { try $0.snapshot() } }
    }
    #expect(error?.code.kind == .inputOutput)
    #expect(try registry.revision == 1, "the next one who may, does")
  }
}
