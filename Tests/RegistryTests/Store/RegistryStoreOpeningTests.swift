import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct RegistryStoreOpeningTests {
  /// A file at the path of the registry that is not a usable registry.
  struct Stranger: CustomTestStringConvertible {
    let testDescription: String
    let code: RegistryError.Code
    let place: @Sendable (RegistryFixture) throws -> Void

    init(
      _ what: String, _ code: RegistryError.Code, _ place: @escaping @Sendable (RegistryFixture) throws -> Void
    ) {
      (testDescription, self.code, self.place) = (what, code, place)
    }

    /// Creates a case by changing the seeded registry with another client.
    init(_ what: String, _ code: RegistryError.Code, sql: String) {
      self.init(what, code) { try #require(try $0.shell(sql).status == 0) }
    }
  }

  static let strangers = [
    Stranger("nothing", .fileNotFound) { try FileManager.default.removeItem(atPath: $0.folder.file("registry.db")) },
    Stranger("a FIFO", .notARegistry) { registry in
      try replace(registry) { try #require(mkfifo($0, 0o600) == 0) }
    },
    Stranger("a folder", .notARegistry) { registry in
      try replace(registry) {
        try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: false)
      }
    },
    Stranger("a symbolic link to a registry", .notARegistry) { registry in
      try FileManager.default.moveItem(
        atPath: registry.folder.file("registry.db"), toPath: registry.folder.file("real.db"))
      try FileManager.default.createSymbolicLink(
        atPath: registry.folder.file("registry.db"), withDestinationPath: registry.folder.file("real.db"))
    },
    Stranger("a dangling link", .notARegistry) { registry in
      try replace(registry) {
        try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "nowhere")
      }
    },
    Stranger("a link to /dev/null", .notARegistry) { registry in
      try replace(registry) {
        try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "/dev/null")
      }
    },
    Stranger("one of two hard links", .notARegistry) {
      try FileManager.default.linkItem(atPath: $0.folder.file("registry.db"), toPath: $0.folder.file("second.db"))
    },
    Stranger("an empty file", .notARegistry) { try write([], $0) },
    Stranger("a text", .notARegistry) { try write(Array("SQLite format 3, they said\n".utf8), $0) },
    Stranger("random bytes", .notARegistry) { try write((0..<8_192).map { _ in UInt8.random(in: 0...255) }, $0) },
    Stranger("zeros", .notARegistry) { try write([UInt8](repeating: 0, count: 8_192), $0) },
    Stranger("half a header", .notARegistry) { try write(Array($0.bytes.prefix(50)), $0) },
    Stranger("a database of another program", .notARegistry, sql: "PRAGMA application_id = 7"),
    Stranger("a database of no program", .notARegistry, sql: "PRAGMA application_id = 0"),
    Stranger("a registry in WAL mode", .notARegistry, sql: "PRAGMA journal_mode = WAL"),
    Stranger("a snapshot", .notARegistry) { registry in
      let snapshot = try registry.open(.reading).read { try $0.snapshot() }
      let image = try SnapshotFile.image(
        of: snapshot, release: "1.0", createdAt: .epoch, contentDigest: snapshot.contentDigest)
      try write(image, registry)
    },
    Stranger("a registry of a newer build", .newerSchema, sql: "PRAGMA user_version = 99"),
    Stranger("an older version with a newer schema", .divergentSchema, sql: "PRAGMA user_version = 2"),
    Stranger("version 0", .divergentSchema, sql: "PRAGMA user_version = 0"),
    Stranger("an extra table", .divergentSchema, sql: "CREATE TABLE extra (a)"),
    Stranger("an extra index", .divergentSchema, sql: "CREATE INDEX extra ON translation (text)"),
    Stranger("an extra view", .divergentSchema, sql: "CREATE VIEW extra AS SELECT 1"),
    Stranger(
      "an extra trigger", .divergentSchema,
      sql: "CREATE TRIGGER extra AFTER UPDATE ON translation BEGIN DELETE FROM category_name; END"),
    Stranger("an extra virtual table", .divergentSchema, sql: "CREATE VIRTUAL TABLE extra USING fts5 (a)"),
    Stranger("a missing trigger", .divergentSchema, sql: "DROP TRIGGER change_is_kept"),
    Stranger("a missing index", .divergentSchema, sql: "DROP INDEX translation_by_code"),
    Stranger(
      "a view that does not end", .divergentSchema,
      sql: """
        DROP VIEW message;
        CREATE VIEW message (code, language, text) AS
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'en', 'x' FROM n
        """),
    Stranger(
      "a trigger with other words", .divergentSchema,
      sql: """
        DROP TRIGGER change_is_kept;
        CREATE TRIGGER change_is_kept BEFORE UPDATE ON change WHEN 0
        BEGIN SELECT RAISE(ABORT, 'history is never updated'); END
        """),
    Stranger("a migration with another checksum", .divergentSchema, sql: "UPDATE schema_migration SET checksum = 'x'"),
    Stranger(
      "a migration that was never applied", .divergentSchema, sql: "DELETE FROM schema_migration WHERE version = 2"),
  ]

  private static func replace(_ registry: RegistryFixture, _ place: (String) throws -> Void) throws {
    try FileManager.default.removeItem(atPath: registry.folder.file("registry.db"))
    try place(registry.folder.file("registry.db"))
  }

  private static func write(_ bytes: [UInt8], _ registry: RegistryFixture) throws {
    try Data(bytes).write(to: URL(filePath: registry.folder.file("registry.db")))
  }

  @Test(arguments: strangers)
  func `a file that is not a registry is refused and not changed`(stranger: Stranger) throws {
    let registry = try RegistryFixture()
    try stranger.place(registry)
    let bytes = try? registry.bytes
    let names = try registry.folder.names
    for access in [RegistryStore.Access.reading, .editing] {
      let error = try #require(throws: RegistryError.self) { try registry.open(access) }
      #expect(error.code == stranger.code, "\(error)")
      #expect((try? registry.bytes) == bytes)
      #expect(try registry.folder.names == names)
    }
  }

  @Test(arguments: [100, 512, 4_096, 40_960])
  func `a truncated registry is refused and not changed`(length: Int) throws {
    let registry = try RegistryFixture()
    let bytes = Array(try registry.bytes.prefix(length))
    try Self.write(bytes, registry)
    for access in [RegistryStore.Access.reading, .editing] {
      let error = try #require(throws: RegistryError.self) {
        let store = try registry.open(access)
        _ = try store.read { try $0.snapshot() }
        _ = try store.read { try $0.translations(TranslationFilter()) }
      }
      #expect(error.code == .corrupt, "\(error)")
      #expect(try registry.bytes == bytes)
      #expect(try registry.folder.names == ["registry.db"])
    }
  }

  @Test(arguments: [1, 100, 4_000])
  func `a registry whose last page is incomplete is refused and not completed`(missing: Int) throws {
    let registry = try RegistryFixture()
    let bytes = Array(try registry.bytes.dropLast(missing))
    try Self.write(bytes, registry)
    for access in [RegistryStore.Access.reading, .editing] {
      #expect { _ = try registry.open(access) } throws: { ($0 as? RegistryError)?.code == .corrupt }
    }
    #expect(try registry.bytes == bytes)
  }

  @Test(arguments: ["", "a\0b"])
  func `an invalid path is refused`(path: String) throws {
    let opening = try #require(throws: RegistryError.self) {
      try RegistryStore(opening: RegistryPath(path), for: .reading)
    }
    #expect(opening.code == .invalidValue)
    let creating = try #require(throws: RegistryError.self) {
      try RegistryStore.create(
        at: RegistryPath(path), contents: .empty, as: OperationIntent(actor: "amal", command: "init"))
    }
    #expect(creating.code == .invalidValue)
  }

  @Test func `the message of a refusal is one line, even if the path contains line breaks`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("two\nlines \u{202E}.db"))
    let error = try #require(throws: RegistryError.self) { try RegistryStore(opening: path, for: .reading) }
    #expect(error.code == .fileNotFound)
    #expect(error.message.contains(#"two\u{A}lines \u{202E}.db"#))
    #expect(error.remedy == .createRegistry)
    #expect(try folder.names == [])
  }

  @Test func `an open store inspects the journal before each use`() throws {
    let registry = try RegistryFixture()
    let store = try registry.open()
    try #require(mkfifo(registry.folder.file("registry.db-journal"), 0o600) == 0)
    let refusals = [
      #expect(throws: RegistryError.self) { _ = try store.read { try $0.status() } },
      #expect(throws: RegistryError.self) {
        try store.edit(as: OperationIntent(actor: "amal", command: "test")) { (editor) throws(RegistryError) in
          try editor.setTranslation(code: "200", language: "ar", text: "x")
        }
      },
      #expect(throws: RegistryError.self) {
        try store.release("1.0", in: RegistryPath(registry.folder.path), actor: "amal")
      },
    ]
    #expect(refusals.map { $0?.code } == [.sidecar, .sidecar, .sidecar])
  }
}
