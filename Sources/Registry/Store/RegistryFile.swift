import RegistryBytes
import RegistryCatalog
import RegistrySQLite

/// Opens and creates live registries (docs/reliability.md, "Opening").
enum RegistryFile {
  /// An open registry.
  struct Opened: ~Copyable {
    let database: Database
    /// The absolute path.
    let path: RegistryPath
    /// The identity of the file at the path.
    let file: FileSystem.Identity
    /// The journal of a killed writer that was rolled back; nil when there was none.
    let recovered: RollbackJournal?
  }

  static func open(_ path: RegistryPath, for access: RegistryStore.Access) throws(RegistryError) -> Opened {
    let absolute = try DatabaseFile.inspectRegistry(path)
    do {
      return try connect(absolute, shown: path, access: access == .reading ? .readOnly : .readWrite)
    } catch let error where error.code == .interruptedWriter && access == .reading {
      // A killed writer left a journal, which only a connection with write access can roll back.
      let recovered = try connect(absolute, shown: path, access: .readWrite).recovered
      let opened = try connect(absolute, shown: path, access: .readOnly)
      return Opened(database: opened.database, path: absolute, file: opened.file, recovered: recovered)
    }
  }

  private static func connect(
    _ absolute: RegistryPath, shown path: RegistryPath, access: Connection.Access
  ) throws(RegistryError) -> Opened {
    let connection: Connection
    do { connection = try Connection(path: absolute.bytes, access: access) } catch { throw RegistryError(error) }
    let database = Database(connection)
    let header = try database.header()
    var journal: RollbackJournal?
    if header.isSQLite {
      try check(header, path: path)
      journal = try RollbackJournal.inspect(beside: absolute, connection)
    } else {
      // A power loss can leave a part of the first page. The journal of that edit still has the whole page.
      journal = try RollbackJournal.inspect(beside: absolute, connection)
      guard let saved = try journal?.header(of: absolute) else {
        throw RegistryError(.notARegistry, "\(path) is not a SQLite database.")
      }
      try check(saved, path: path)
    }
    // The first read rolls the journal back. The version is read after that.
    try database.transaction(.deferred) { () throws(RegistryError) in
      let version = try database.integer("PRAGMA user_version")
      try check(try database.header(), path: path)
      guard version <= EmbeddedSQL.migrations.count else {
        throw RegistryError.newerSchema(found: version, supported: EmbeddedSQL.migrations.count)
      }
      try checkSchema(of: database, version: version, path: path)
      try checkSize(of: database, path: path)
    }
    // This pragma reads the file, so it must come after the checks. EXTRA also syncs the folder after the journal is
    // removed. FULL does not, and lost acknowledged commits in simulated power losses.
    if access == .readWrite { try database.execute("PRAGMA synchronous = EXTRA") }
    let file: FileSystem.Identity
    do { file = try FileSystem.status(absolute.bytes).identity } catch { throw RegistryError(error, path) }
    let isRolledBack = journal?.isGone(from: absolute) ?? false
    return Opened(database: database, path: absolute, file: file, recovered: isRolledBack ? journal : nil)
  }

  /// Requires that a header is that of a registry. Its version is checked later.
  private static func check(_ header: DatabaseFile.Header, path: RegistryPath) throws(RegistryError) {
    guard header.isSQLite else { throw RegistryError(.notARegistry, "\(path) is not a SQLite database.") }
    if header.applicationID == DatabaseFile.snapshotID {
      throw RegistryError(
        .notARegistry, "\(path) is a released snapshot, not a live registry.",
        .openAsSnapshot)
    }
    guard header.applicationID == DatabaseFile.registryID else {
      throw RegistryError(
        .notARegistry,
        "\(path) is a SQLite database of another program (application_id \(header.applicationID)).")
    }
    guard !header.isWriteAheadLog else {
      throw RegistryError(
        .notARegistry, "\(path) is in WAL mode, which can lose committed edits in this version of SQLite.",
        .leaveWriteAheadLog)
    }
    guard header.isRollback else {
      throw RegistryError(
        .notARegistry, "\(path) has a version of SQLite's file format that no registry has; it was not used.")
    }
  }

  private static func checkSchema(
    of database: Database, version: Int, path: RegistryPath
  ) throws(RegistryError) {
    let schema = try DatabaseSchema(of: database)
    if let difference = try Migrator.firstDifference(of: schema, fromVersion: version) {
      throw RegistryError(
        .divergentSchema, "\(path) has a changed schema: \(difference); it was not used.",
        .restoreBackup)
    }
  }

  /// Requires that the file consists of whole pages. SQLite takes an incomplete last page for one that ends with zeros,
  /// and the next edit would write it back as such.
  private static func checkSize(of database: Database, path: RegistryPath) throws(RegistryError) {
    let pageSize = try database.integer("PRAGMA page_size")
    guard database.connection.fileSize.isMultiple(of: pageSize) else {
      throw RegistryError(.corrupt, "\(path) is damaged: its last page is incomplete.", .restoreOrTakeAgain)
    }
  }

  /// Creates a registry. The file is built in memory and published under its name in one step, so that a killed `init`
  /// leaves no partial registry.
  static func create(
    at path: RegistryPath, contents: RegistryStore.Contents, as intent: OperationIntent
  ) throws(RegistryError) -> RegistryStatus {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    if DatabaseFile.exists(path) { throw RegistryError(.fileExists, "\(path) exists already; it was left as it is.") }
    try DatabaseFile.requireFolder(of: path)
    let database = try Database.inMemory()
    let now = Timestamp.now
    _ = try Migrator.migrate(database, at: now)
    let status = try database.transaction(.immediate) { () throws(RegistryError) in
      let editor = try Editor(database, as: intent)
      switch contents {
      case .empty: try editor.addLanguage(.english)
      case .seed:
        try editor.beginOperation()
        try database.executeScript(EmbeddedSQL.seed)
      }
      return try editor.registry.status()
    }
    if !intent.isDryRun {
      try DatabaseFile.publish([(try database.image(), path)], existing: .refuse)
    }
    return status
  }
}
