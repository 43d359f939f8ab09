import Crypto
import RegistrySQLite

extension SnapshotFile {
  static func checkHeader(_ image: DatabaseImage, _ path: FilePath) throws(RegistryError) {
    let header = DatabaseFile.Header(image.header)
    guard header.isSQLite else { throw RegistryError(.notASnapshot, "\(path) is not a SQLite database.") }
    if header.applicationID == DatabaseFile.registryID {
      throw RegistryError(
        .notASnapshot, "\(path) is a live registry, not a released snapshot.",
        hint: "Release one with 'admin snapshot create'.")
    }
    guard header.applicationID == DatabaseFile.snapshotID else {
      throw RegistryError(
        .notASnapshot,
        "\(path) is a SQLite database of another program (application_id \(header.applicationID)).")
    }
    guard !header.isWriteAheadLog else {
      throw RegistryError(.unverified, "\(path) is in WAL mode, which no release is: it was changed afterwards.")
    }
    guard header.userVersion <= SnapshotSchema.contract else {
      throw RegistryError(
        .newerSchema, "\(path) has format \(header.userVersion); this build reads up to \(SnapshotSchema.contract).",
        hint: "Upgrade the reader.")
    }
    guard header.userVersion == SnapshotSchema.contract else {
      throw RegistryError(.unverified, "\(path) has format \(header.userVersion), which there never was.")
    }
  }

  static func connect(_ image: DatabaseImage) throws(RegistryError) -> Connection {
    do { return try Connection(image: image) } catch { throw RegistryError(error) }
  }

  /// Before anything else: after it every query runs over plain tables of ours.
  static func check(_ schema: DatabaseSchema, _ path: FilePath) throws(RegistryError) {
    if let difference = schema.firstDifference(from: expectedSchema) {
      throw RegistryError(.unverified, "\(path) has a changed schema: \(difference).")
    }
  }

  static func checkIntegrity(of connection: Connection, _ path: FilePath) throws(RegistryError) {
    let problems = try connection.texts("PRAGMA integrity_check(1)")
    guard problems == ["ok"] else {
      throw RegistryError(.corrupt, "\(path) is damaged: \(problems.first ?? "no answer").")
    }
    guard try connection.integer("SELECT count(1) FROM pragma_foreign_key_check") == 0 else {
      throw RegistryError(.corrupt, "\(path) is damaged: a row refers to one that is not there.")
    }
  }

  private static let expectedSchema = DatabaseSchema(statements: SnapshotSchema.statements)

  static func info(
    _ rows: inout some RowReading & ~Copyable, size: Int, hash: String, path: FilePath
  ) throws(RegistryError) -> Info {
    var values: [String: String] = [:]
    while try rows.next() { values[try rows.text(0)] = try rows.text(1) }
    guard values.count == 6, values["format"] == "\(SnapshotSchema.contract)", let release = values["release"],
      let revision = values["revision"].flatMap({ Int($0) }), let digest = values["content_digest"],
      let createdAt = values["created_at"], let schema = values["schema_version"].flatMap({ Int($0) })
    else { throw RegistryError(.unverified, "\(path) does not say what it is: registry_info is incomplete.") }
    return Info(
      release: release, revision: revision, contentDigest: digest, createdAt: createdAt, schemaVersion: schema,
      contract: SnapshotSchema.contract, fileSHA256: hash, size: size)
  }

  /// The one table that the digest leaves out, as it follows from another; readers resolve fallbacks with it.
  static func checkFallbacks(
    of languages: [Language], _ rows: inout some RowReading & ~Copyable, _ path: FilePath
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

  static func compare(_ digest: String, with info: Info, _ path: FilePath) throws(RegistryError) {
    guard digest == info.contentDigest else {
      throw RegistryError(
        .unverified, "The content of \(path) is not what its digest says: it was changed after its release.",
        hint: "Take the release's own file again.")
    }
  }

  static func compare(
    _ manifest: Manifest.Claims, _ info: Info, fileSHA256: String, codes: Int, messages: Int, _ path: FilePath
  ) throws(RegistryError) {
    let pairs: [(String, String, String)] = [
      ("file", manifest.file, path.lastComponent.description),
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
        "\(path) is not the file of its manifest: \(name) is \(found), the manifest says \(promised).",
        hint: "Take both files from the same release.")
    }
    for (name, companion) in manifest.also ?? [:] {
      let bytes = try companionBytes(name, beside: path)
      guard let bytes, (bytes.count, SHA256.hash(data: bytes).hexadecimal) != (companion.size, companion.sha256) else {
        continue
      }
      throw RegistryError(
        .manifestMismatch, "\(name) beside \(path) is not the file of its manifest.",
        hint: "Take all files from the same release.")
    }
  }

  /// Nil where it does not lie there: a service needs one of the files.
  private static func companionBytes(_ name: String, beside path: FilePath) throws(RegistryError) -> [UInt8]? {
    guard !name.contains("/") else {
      throw RegistryError(.unverified, "The manifest names '\(name)', which is no file beside it.")
    }
    let companion = path.folder.appending(name)
    return DatabaseFile.exists(companion) ? try DatabaseFile.read(companion) : nil
  }
}

extension DatabaseImage {
  /// SHA-256 of the bytes, in lower-case hexadecimal.
  var sha256: String {
    var hash = SHA256()
    withBytes { hash.update(bufferPointer: $0) }
    return hash.finalize().hexadecimal
  }
}

extension Connection {
  /// The content of a snapshot's tables.
  func releasedSnapshot(revision: Int) throws(RegistryError) -> Snapshot {
    var codes: [StatusCode] = []
    let rows = try rows(
      """
      SELECT code, symbol, category, state, replaced_by, http_status, retryable, description
      FROM status_code ORDER BY code
      """)
    while try rows.next() {
      codes.append(
        StatusCode(
          code: try rows.integer(0), symbol: try rows.text(1), category: try rows.text(2),
          state: try rows.word(3, as: StatusCode.State.self), replacedBy: try rows.optionalInteger(4),
          httpStatus: try rows.optionalInteger(5), isRetryable: try rows.optionalFlag(6),
          description: try rows.optionalText(7)))
    }
    return Snapshot(
      revision: revision, languages: try languages(), categories: try categories(), codes: codes,
      messages: try messages())
  }
}
