import RegistryBytes
import RegistryCatalog

extension SnapshotFile {
  /// The files of a release that was made.
  public struct Created: Sendable {
    /// The path of the snapshot.
    public let path: RegistryPath
    /// The path of the manifest.
    public let manifestPath: RegistryPath
    /// The content of the manifest.
    public let manifest: Manifest
    /// Whether a file was written; false when all files already existed with the same bytes.
    public let isChanged: Bool
    /// The record of the release, when it was made before and is written again; nil for a new release.
    public let recorded: ReleaseRecord?
    /// The newest revision of the registry when the release was made, or was written again.
    public let registryRevision: Int
    /// The comparison with an earlier release; nil when there was none and it was not skipped.
    public let gate: RecordedGate?
  }

  /// Writes a snapshot `registry-RELEASE.db`, its companions and its manifest into a folder, all or none. The
  /// manifest takes its name last, so a snapshot without a manifest is an unfinished release, which may be replaced.
  ///
  /// The bytes depend only on the content, the release, the revision, the date and the SQLite version.
  ///
  /// - Parameters:
  ///   - candidate: The content of the release.
  ///   - content: The same content with the name and the date of the release.
  ///   - folder: A folder, which is created if its parent exists.
  ///   - make: Returns the bytes of other files with the same content, by file extension.
  ///   - publication: Writes the files, and can take them back; nil checks everything without writing anything.
  /// - Returns: The paths and the manifest of the release.
  /// - Throws: `RegistryError.Code.invalidValue` when the name or the path of the folder is not valid;
  ///   `RegistryError.Code.releaseExists` when the folder contains the release with other content at the same or a
  ///   lower revision, or another release has a file of the same name, or its manifest states
  ///   a gate that the registry does not know and that is not the one that is asked for;
  ///   `RegistryError.Code.downgrade` when the folder contains it at a higher revision; `RegistryError.Code.sidecar`
  ///   when there is a journal beside the destination; `RegistryError.Code.fileNotFound`,
  ///   `RegistryError.Code.readOnly`, `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system
  ///   call fails.
  static func create(
    _ candidate: ReleaseCandidate, _ content: ReleaseContent, in folder: RegistryPath,
    companions make: (ReleaseContent) -> [String: [UInt8]] = { _ in [:] }, as publication: Publication?
  ) throws(RegistryError) -> Created {
    let release = content.release
    guard SnapshotInfo.isReleaseName(release), !release.lowercased().hasSuffix(".manifest") else {
      throw RegistryError(
        .invalidValue, "'\(release)' cannot be the name of a release.",
        .follow(
          rule:
            "A name is ASCII letters, digits, '.', '_', '+' and '-', begins with a letter or digit, "
            + "has at most 64 characters, and does not end with '.manifest'."
        ))
    }
    guard !folder.bytes.isEmpty, !folder.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path of the folder is empty or holds a NUL.")
    }
    let isFolderNew = try DatabaseFile.isMissingFolder(folder)
    let path = folder.appending("registry-\(release).db")
    let manifestPath = folder.appending("registry-\(release).manifest.json")
    let digest = candidate.contentDigest
    let image = try image(
      of: content.snapshot, release: release, createdAt: content.createdAt, contentDigest: digest,
      schemaVersion: candidate.schemaVersion)
    let companions = Dictionary(make(content).map { ("registry-\(release).\($0)", $1) }) { first, _ in first }
    var manifest = Manifest(
      candidate, release: release, createdAt: content.createdAt, file: path.lastComponent.description, image: image,
      contentDigest: digest, also: companions)
    if candidate.recorded != nil, let known = try? Manifest(at: manifestPath) {
      try manifest.keep(known, manifestPath, isGateRecorded: candidate.isGateRecorded)
    }
    let created = { [manifest] isChanged in
      Created(
        path: path, manifestPath: manifestPath, manifest: manifest, isChanged: isChanged,
        recorded: candidate.recorded, registryRevision: candidate.registryRevision, gate: candidate.gate)
    }
    try SnapshotVerification.refuseSidecars(of: path)
    var files = [(bytes: image, path: path)]
    files += companions.sorted { $0.key < $1.key }.map { ($0.value, folder.appending($0.key)) }
    files.append((manifest.json, manifestPath))
    if try areThere(files) { return created(false) }
    try refuseOverwriting(path, manifestPath, with: manifest)
    if let publication {
      if isFolderNew { try DatabaseFile.createFolder(folder, as: publication) }
      try DatabaseFile.publish(files, existing: .replace, as: publication)
    }
    return created(true)
  }

  /// Returns whether all files exist with these bytes.
  private static func areThere(_ files: [(bytes: [UInt8], path: RegistryPath)]) throws(RegistryError) -> Bool {
    for (bytes, path) in files { guard try DatabaseFile.holds(bytes, at: path) else { return false } }
    return true
  }

  /// Refuses to overwrite a sound snapshot with a higher revision, a finished release with other content, or a manifest
  /// of another release. A file that is damaged or is not a snapshot may be replaced, and so may a snapshot without a
  /// manifest: it is what a killed process left of an unfinished release.
  private static func refuseOverwriting(
    _ path: RegistryPath, _ manifestPath: RegistryPath, with manifest: Manifest
  ) throws(RegistryError) {
    let oldManifest = try? ManifestClaims(at: manifestPath)
    if let other = oldManifest?.release, other != manifest.release {
      throw RegistryError(
        .releaseExists, "\(manifestPath) is the manifest of the release \(other).", .renameRelease)
    }
    guard DatabaseFile.exists(path) else { return }
    let verification = SnapshotVerification(ofFile: path)
    guard let old = try? SnapshotFile(try verification.image(), verification, against: nil) else { return }
    if old.info.revision > manifest.revision {
      throw RegistryError(
        .downgrade, "\(path) holds revision \(old.info.revision), which is newer than \(manifest.revision).",
        .checkRegistry)
    }
    if old.info.contentDigest != manifest.contentDigest, oldManifest != nil {
      throw RegistryError(
        .releaseExists, "\(path) is the release \(old.info.release) with other content.", .renameRelease)
    }
  }

  /// Returns the bytes of the whole file. It is built in memory in the order of the keys, so that its pages do not
  /// depend on the history of edits.
  static func image(
    of snapshot: Snapshot, release: String, createdAt: Timestamp, contentDigest: String,
    schemaVersion: Int = EmbeddedSQL.migrations.count
  ) throws(RegistryError) -> [UInt8] {
    let database = try Database.inMemory()
    try database.execute("PRAGMA page_size = 4096")
    try database.execute("PRAGMA encoding = 'UTF-8'")
    try database.execute("PRAGMA application_id = \(DatabaseFile.snapshotID)")
    try database.execute("PRAGMA user_version = \(SnapshotSchema.contract)")
    try database.transaction(.immediate) { () throws(RegistryError) in
      for statement in SnapshotSchema.statements { try database.execute(statement) }
      let info = [
        ("content_digest", contentDigest), ("created_at", createdAt.description),
        ("format", "\(SnapshotSchema.contract)"), ("release", release), ("revision", "\(snapshot.revision)"),
        ("schema_version", "\(schemaVersion)"),
      ]
      try database.execute("INSERT INTO registry_info (key, value) VALUES (?, ?)", for: info) {
        [.text($0), .text($1)]
      }
      try insert(snapshot, into: database)
    }
    return try database.image()
  }

  private static func insert(_ snapshot: Snapshot, into database: Database) throws(RegistryError) {
    // Rows of one table refer to each other, and they are inserted in the order of their keys.
    try database.execute("PRAGMA defer_foreign_keys = ON")
    let (languages, categories, codes) = (ReleasedTables.language, ReleasedTables.category, ReleasedTables.statusCode)
    try database.execute(languages.insert, for: snapshot.languages) { [.init($0.tag)] + languages.values(of: $0) }
    let fallbacks = snapshot.languages.fallbackChains.flatMap { language, chain in
      chain.enumerated().map { (language, $0.offset, $0.element) }
    }
    try database.execute("INSERT INTO language_fallback (language, step, tag) VALUES (?, ?, ?)", for: fallbacks) {
      [.init($0.0), .init($0.1), .init($0.2)]
    }
    try database.execute(categories.insert, for: snapshot.categories) { [.text($0.key)] + categories.values(of: $0) }
    let ranges = snapshot.categories.flatMap { category in category.ranges.map { (category.key, $0) } }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    try database.execute("INSERT INTO category_range (first, last, category) VALUES (?, ?, ?)", for: ranges) {
      [.init($0.1.lowerBound), .init($0.1.upperBound), .text($0.0)]
    }
    let names = snapshot.categories.flatMap { category in
      category.names.sorted { $0.key < $1.key }.map { (category.key, $0.key, $0.value) }
    }
    try database.execute("INSERT INTO category_name (category, language, name) VALUES (?, ?, ?)", for: names) {
      [.text($0.0), .init($0.1), .text($0.2)]
    }
    try database.execute(codes.insert, for: snapshot.codes) { [.init($0.number)] + codes.values(of: $0) }
    try database.execute("INSERT INTO message (code, language, text) VALUES (?, ?, ?)", for: snapshot.messages) {
      [.init($0.code), .init($0.language), .text($0.text)]
    }
  }
}
