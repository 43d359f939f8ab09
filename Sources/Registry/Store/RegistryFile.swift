import RegistrySQLite

/// How the live file is opened and made (docs/reliability.md, "Opening").
enum RegistryFile {
  /// A registry that was opened.
  struct Opened: ~Copyable {
    let connection: Connection
    /// The absolute path.
    let path: FilePath
    /// The journal of a killed writer that was rolled back.
    let recovered: RollbackJournal?
  }

  static func open(_ path: FilePath, for access: RegistryStore.Access) throws(RegistryError) -> Opened {
    let absolute = try DatabaseFile.inspectRegistry(path)
    do {
      return try connect(absolute, shown: path, access: access == .reading ? .readOnly : .readWrite)
    } catch let error where error.code == .interruptedWriter && access == .reading {
      // A writer was killed: only a connection that may write can roll its journal back.
      let recovered = try connect(absolute, shown: path, access: .readWrite).recovered
      let opened = try connect(absolute, shown: path, access: .readOnly)
      return Opened(connection: opened.connection, path: absolute, recovered: recovered)
    }
  }

  private static func connect(
    _ absolute: FilePath, shown path: FilePath, access: Connection.Access
  ) throws(RegistryError) -> Opened {
    let connection: Connection
    do { connection = try Connection(path: absolute.bytes, access: access) } catch { throw RegistryError(error) }
    let header = DatabaseFile.Header(connection.header())
    guard header.isSQLite else { throw RegistryError(.notARegistry, "\(path) is not a SQLite database.") }
    if header.applicationID == DatabaseFile.snapshotID {
      throw RegistryError(
        .notARegistry, "\(path) is a released snapshot, not a live registry.",
        hint: "Look into it with 'admin snapshot show'; edit the registry that it was made from.")
    }
    guard header.applicationID == DatabaseFile.registryID else {
      throw RegistryError(
        .notARegistry,
        "\(path) is a SQLite database of another program (application_id \(header.applicationID)).")
    }
    guard !header.isWriteAheadLog else {
      throw RegistryError(
        .notARegistry, "\(path) is in WAL mode, which can lose committed edits in this version of SQLite.",
        hint: "Turn it back with: sqlite3 FILE 'PRAGMA journal_mode = DELETE'")
    }
    guard header.userVersion <= EmbeddedSQL.migrations.count else {
      throw RegistryError.newerSchema(found: Int(header.userVersion), supported: EmbeddedSQL.migrations.count)
    }
    let journal = try RollbackJournal.inspect(beside: absolute, connection)
    try checkSchema(of: connection, version: Int(header.userVersion), path: path)
    // Only now, as this reads the file: EXTRA also syncs the folder after the journal is gone. FULL does not, and lost
    // acknowledged commits in simulated power losses.
    if access == .readWrite { try connection.change("PRAGMA synchronous = EXTRA") }
    let isRolledBack = journal?.isGone(from: absolute) ?? false
    return Opened(connection: connection, path: absolute, recovered: isRolledBack ? journal : nil)
  }

  private static func checkSchema(
    of connection: Connection, version: Int, path: FilePath
  ) throws(RegistryError) {
    let schema = try DatabaseSchema(of: connection)
    if let difference = try Migrator.firstDifference(of: schema, fromVersion: version) {
      // Another process may have migrated it between the header and here.
      guard try connection.integer("PRAGMA user_version") == version else {
        throw RegistryError(.busy, "The registry is being migrated.", hint: "Try again.")
      }
      throw RegistryError(
        .divergentSchema, "\(path) has a changed schema: \(difference); it was not used.",
        hint: "Nothing but migrations may change it. Restore the file from a backup.")
    }
  }

  /// Builds the whole file in memory and publishes it under its name in one step: a killed `init` leaves no half-made
  /// registry.
  static func create(
    at path: FilePath, contents: RegistryStore.Contents, as intent: OperationIntent
  ) throws(RegistryError) -> RegistryStatus {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    if DatabaseFile.exists(path) { throw RegistryError(.fileExists, "\(path) exists already; it was left as it is.") }
    let connection = try Connection.inMemory()
    let now = Timestamp.now
    for migration in EmbeddedSQL.migrations { try Migrator.apply(migration, to: connection, at: now) }
    let status = try connection.writing { () throws(RegistryError) in
      let editor = try Editor(connection, as: intent)
      switch contents {
      case .empty:
        try editor.addLanguage(.english)
      case .seed:
        try editor.beginOperation()
        try connection.script(EmbeddedSQL.seed)
      }
      return try connection.status()
    }
    if intent.isDryRun { return status }
    let image: [UInt8]
    do { image = try connection.image() } catch { throw RegistryError(error) }
    try DatabaseFile.publish(image, at: path, existing: .refuse)
    return status
  }
}

extension Language {
  /// What an empty registry begins with: every code has an English text.
  static let english = Language(
    tag: .english, englishName: "English", ownName: "English", direction: .leftToRight, fallback: nil,
    isRequired: true, position: 1)
}
