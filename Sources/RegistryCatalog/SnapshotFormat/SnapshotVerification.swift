import RegistryBytes

/// The checks of a released snapshot that need no database engine. `Catalog` and `SnapshotFile` share them.
package struct SnapshotVerification: Sendable {
  /// The path as the caller gave it, for messages.
  private let path: RegistryPath
  /// The absolute path of the file, with symbolic links resolved.
  package let file: RegistryPath

  /// The size of the largest snapshot or companion that is read, in bytes.
  private static let sizeLimit = 2_147_483_647

  /// Finds the file at a path.
  ///
  /// - Throws: ``RegistryError/Code/fileNotFound`` when it does not exist; ``RegistryError/Code/notASnapshot`` when it
  ///   is empty or not a regular file.
  package init(of path: RegistryPath) throws(RegistryError) {
    self.path = path
    file = try DatabaseFile.inspectSnapshot(path)
  }

  /// Creates the checks of a file that was already found.
  package init(ofFile file: RegistryPath) { (path, self.file) = (file, file) }

  /// Reads the whole file, after its header and its size were checked: a file can state any size and take no space.
  ///
  /// - Throws: ``RegistryError/Code/readOnly`` or ``RegistryError/Code/inputOutput`` when the file cannot be read;
  ///   otherwise as ``checkFile(_:)`` does.
  package func image() throws(RegistryError) -> DatabaseImage {
    let head = try DatabaseFile.head(of: file)
    try checkHeader(head.bytes, size: head.size)
    return try DatabaseFile.image(file, limit: Self.sizeLimit)
  }

  /// Checks the header of the file, and that there is no journal beside it.
  ///
  /// The header is checked first, because a journal beside a live registry is not an error of a snapshot.
  ///
  /// - Throws: ``RegistryError/Code/notASnapshot``, ``RegistryError/Code/newerSchema``, or
  ///   ``RegistryError/Code/unverified`` when no release has such a header; ``RegistryError/Code/corrupt`` when the
  ///   file has another size than its header states; ``RegistryError/Code/sidecar`` when there is a journal or log
  ///   beside the file.
  package func checkFile(_ image: DatabaseImage) throws(RegistryError) {
    try checkHeader(image.header, size: image.count)
    try Self.refuseSidecars(of: file)
  }

  /// Checks that the header is that of a snapshot in a known format.
  private func checkHeader(_ bytes: some Collection<UInt8>, size: Int) throws(RegistryError) {
    let header = DatabaseFile.Header(bytes)
    guard header.isSQLite else { throw RegistryError(.notASnapshot, "\(path) is not a SQLite database.") }
    if header.applicationID == DatabaseFile.registryID {
      throw RegistryError(
        .notASnapshot, "\(path) is a live registry, not a released snapshot.",
        .createSnapshot)
    }
    guard header.applicationID == DatabaseFile.snapshotID else {
      throw RegistryError(
        .notASnapshot,
        "\(path) is a SQLite database of another program (application_id \(header.applicationID)).")
    }
    guard !header.isWriteAheadLog else {
      throw RegistryError(.unverified, "\(path) is in WAL mode; releases never are, so it was changed afterwards.")
    }
    guard header.isRollback else {
      throw RegistryError(.unverified, "\(path) has a version of SQLite's file format that no release has.")
    }
    guard header.userVersion <= SnapshotSchema.contract else {
      throw RegistryError(
        .newerSchema, "\(path) has format \(header.userVersion); this build reads up to \(SnapshotSchema.contract).",
        .upgrade)
    }
    guard header.userVersion == SnapshotSchema.contract else {
      throw RegistryError(.unverified, "\(path) has format \(header.userVersion), which does not exist.")
    }
    guard header.fileSize == size, size <= Self.sizeLimit else {
      throw damaged("it has \(size) bytes, its header states \(header.fileSize)")
    }
  }

  /// Returns the error for a damaged file.
  ///
  /// - Parameter reason: The end of the message, without a period.
  package func damaged(_ reason: String) -> RegistryError {
    RegistryError(.corrupt, "\(path) is damaged: \(reason).")
  }

  /// The error for a file with invalid UTF-8.
  var notUTF8: RegistryError { RegistryError(.corrupt, "\(path) holds text that is not UTF-8.") }

  /// Checks that the schema is exactly that of a snapshot, of this build or of an earlier one.
  ///
  /// This must run before any query: once the schema matches exactly, no view or trigger of an attacker can run.
  ///
  /// - Throws: ``RegistryError/Code/unverified`` when an object of the schema differs.
  package func check(_ schema: DatabaseSchema) throws(RegistryError) {
    if let difference = schema.firstDifference(from: Self.expectedSchema), !Self.earlierSchemas.contains(schema) {
      throw RegistryError(.unverified, "\(path) has a changed schema: \(difference).")
    }
  }

  private static let expectedSchema = DatabaseSchema(statements: SnapshotSchema.statements)
  private static let earlierSchemas = SnapshotSchema.earlierStatements.map { DatabaseSchema(statements: $0) }

  /// Reads the table `registry_info`.
  ///
  /// - Parameters:
  ///   - rows: The rows of the table.
  ///   - size: The size of the file in bytes.
  ///   - fileSHA256: The SHA-256 of the file in lower-case hexadecimal.
  /// - Throws: ``RegistryError/Code/unverified`` when a key is missing or has an invalid value.
  package func info(
    _ rows: inout some RowReading & ~Copyable, size: Int, fileSHA256: String
  ) throws(RegistryError) -> SnapshotInfo {
    var values: [String: String] = [:]
    while try rows.next() { values[try rows.text(0)] = try rows.text(1) }
    guard values.count == 6, values["format"] == "\(SnapshotSchema.contract)",
      let release = values["release"], SnapshotInfo.isReleaseName(release),
      let revision = values["revision"].flatMap({ Int($0) }), revision >= 0, let digest = values["content_digest"],
      let createdAt = values["created_at"], Timestamp.isCanonical(createdAt),
      let schema = values["schema_version"].flatMap({ Int($0) })
    else { throw RegistryError(.unverified, "The table registry_info of \(path) is incomplete or not valid.") }
    return SnapshotInfo(
      release: release, revision: revision, contentDigest: digest, createdAt: createdAt, schemaVersion: schema,
      contract: SnapshotSchema.contract, fileSHA256: fileSHA256, size: size)
  }

  /// Checks that the table of resolved fallbacks matches the languages.
  ///
  /// The digest does not include this table, because it can be derived from the languages; but readers use it.
  ///
  /// - Throws: ``RegistryError/Code/unverified`` when a row differs.
  package func checkFallbacks(
    of languages: [Language], _ rows: inout some RowReading & ~Copyable
  ) throws(RegistryError) {
    var stored: [[String]] = []
    while try rows.next() { stored.append([try rows.text(0), "\(try rows.integer(1))", try rows.text(2)]) }
    let expected = languages.sorted { $0.tag < $1.tag }.fallbackChains.flatMap { language, chain in
      chain.enumerated().map { [language.description, "\($0.offset)", $0.element.description] }
    }
    guard stored == expected else {
      throw RegistryError(.unverified, "\(path) has fallbacks that are not those of its languages.")
    }
  }

  /// Compares the computed digest with the one that the file states.
  ///
  /// - Throws: ``RegistryError/Code/unverified`` when they differ.
  package func compare(_ digest: String, with info: SnapshotInfo) throws(RegistryError) {
    guard digest == info.contentDigest else {
      throw RegistryError(
        .unverified, "The content of \(path) does not match its digest: it was changed after its release.",
        .takeReleaseAgain)
    }
  }

  /// Compares the file and the files beside it with the manifest.
  ///
  /// - Parameters:
  ///   - manifest: What the manifest states.
  ///   - info: The metadata of the file.
  ///   - fileSHA256: The SHA-256 of the file.
  ///   - codes: The number of codes in the file.
  ///   - messages: The number of messages in the file.
  ///   - requiresCompanions: Whether all files that the manifest lists must be there. A service needs only one of them.
  /// - Throws: ``RegistryError/Code/manifestMismatch`` when a value differs.
  package func compare(
    _ manifest: ManifestClaims, _ info: SnapshotInfo, fileSHA256: String, codes: Int, messages: Int,
    requiresCompanions: Bool
  ) throws(RegistryError) {
    let pairs: [(String, String, String)] = [
      ("file", manifest.file, file.lastComponent.description),
      ("size", "\(manifest.size)", "\(info.size)"),
      ("file_sha256", manifest.fileSHA256, fileSHA256),
      ("content_digest", manifest.contentDigest, info.contentDigest),
      ("release", manifest.release, info.release),
      ("revision", "\(manifest.revision)", "\(info.revision)"),
      ("contract", "\(manifest.contract)", "\(info.contract)"),
      ("created_at", manifest.createdAt, info.createdAt),
      ("codes", "\(manifest.codes)", "\(codes)"),
      ("messages", "\(manifest.messages)", "\(messages)"),
    ]
    for (name, promised, found) in pairs where promised != found {
      throw RegistryError(
        .manifestMismatch,
        "\(file) is not the file of its manifest: \(name) is \(found), the manifest says \(promised).",
        .takeFilesOfOneRelease)
    }
    for (name, companion) in (manifest.also ?? [:]).sorted(by: { $0.key < $1.key }) {
      try compare(companion, named: name, isRequired: requiresCompanions)
    }
  }

  private func compare(_ companion: CompanionFile, named name: String, isRequired: Bool) throws(RegistryError) {
    guard !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0) else {
      throw RegistryError(.unverified, "The manifest names '\(name)', which is not the name of a file beside it.")
    }
    let path = file.folder.appending(name)
    guard DatabaseFile.exists(path) else {
      guard isRequired else { return }
      throw RegistryError(
        .manifestMismatch, "\(name), which the manifest lists, is not beside \(file).", .takeFilesOfOneRelease)
    }
    guard companion.size <= Self.sizeLimit, try DatabaseFile.sha256(path, size: companion.size) == companion.sha256
    else {
      throw RegistryError(
        .manifestMismatch, "\(name) beside \(file) is not the file of its manifest.", .takeFilesOfOneRelease)
    }
  }

  /// Checks that there is no journal or log beside a snapshot. SQLite would apply a stale one to the snapshot when
  /// another program reads it.
  ///
  /// - Throws: ``RegistryError/Code/sidecar`` when there is one.
  package static func refuseSidecars(of path: RegistryPath) throws(RegistryError) {
    for suffix in ["-journal", "-wal", "-shm"] {
      let sidecar = path.suffixed(suffix)
      guard DatabaseFile.exists(sidecar) else { continue }
      throw RegistryError(
        .sidecar, "\(sidecar) is beside the snapshot; a reader could apply it to the snapshot.",
        .removeSidecar)
    }
  }
}
