import MessageFormat
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
  }

  /// Writes a snapshot `registry-RELEASE.db` and its manifest into an existing folder, each atomically.
  ///
  /// The bytes depend only on the content, the release, the revision, the date and the SQLite version.
  ///
  /// - Parameters:
  ///   - candidate: The content of the release.
  ///   - content: The same content with the name and the date of the release.
  ///   - folder: An existing folder.
  ///   - make: Returns the bytes of other files with the same content, by file extension.
  ///   - isDryRun: Whether to check everything without writing anything.
  /// - Returns: The paths and the manifest of the release.
  /// - Throws: `RegistryError.Code.invalidValue` when the name or the path of the folder is not valid;
  ///   `RegistryError.Code.releaseExists` when the folder contains the release with other content at the same or a
  ///   lower revision; `RegistryError.Code.downgrade` when the folder contains it at a higher revision;
  ///   `RegistryError.Code.sidecar` when there is a journal beside the destination; `RegistryError.Code.fileNotFound`,
  ///   `RegistryError.Code.readOnly`, `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system
  ///   call fails.
  static func create(
    _ candidate: ReleaseCandidate, _ content: ReleaseContent, in folder: RegistryPath,
    companions make: (ReleaseContent) -> [String: [UInt8]] = { _ in [:] }, isDryRun: Bool = false
  ) throws(RegistryError) -> Created {
    let release = content.release
    guard isReleaseName(release) else {
      throw RegistryError(
        .invalidValue, "'\(release)' cannot be the name of a release.",
        .follow(
          rule:
            "A name is ASCII letters, digits, '.', '_', '+' and '-', begins with a letter or digit, "
            + "and has at most 64 characters."
        ))
    }
    guard !folder.bytes.isEmpty, !folder.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path of the folder is empty or holds a NUL.")
    }
    let path = folder.appending("registry-\(release).db")
    let manifestPath = folder.appending("registry-\(release).manifest.json")
    let digest = candidate.contentDigest
    let image = try image(
      of: content.snapshot, release: release, createdAt: content.createdAt, contentDigest: digest)
    let companions = Dictionary(make(content).map { ("registry-\(release).\($0)", $1) }) { first, _ in first }
    let manifest = Manifest(
      candidate, release: release, createdAt: content.createdAt, file: path.lastComponent.description, image: image,
      contentDigest: digest, also: companions)
    let created = { Created(path: path, manifestPath: manifestPath, manifest: manifest, isChanged: $0) }
    try SnapshotVerification.refuseSidecars(of: path)
    if DatabaseFile.exists(path) {
      if try DatabaseFile.read(path) == image, DatabaseFile.exists(manifestPath),
        try DatabaseFile.read(manifestPath) == manifest.json, try contains(companions, in: folder)
      {
        return created(false)
      }
      try refuseOverwriting(path, with: manifest)
    }
    if !isDryRun {
      try DatabaseFile.publish(image, at: path, existing: .replace)
      for (name, bytes) in companions.sorted(by: { $0.key < $1.key }) {
        try DatabaseFile.publish(bytes, at: folder.appending(name), existing: .replace)
      }
      try DatabaseFile.publish(manifest.json, at: manifestPath, existing: .replace)
    }
    return created(true)
  }

  /// Returns whether the folder contains all of these files with the same bytes.
  private static func contains(_ files: [String: [UInt8]], in folder: RegistryPath) throws(RegistryError) -> Bool {
    for (name, bytes) in files {
      let path = folder.appending(name)
      guard DatabaseFile.exists(path), try DatabaseFile.read(path) == bytes else { return false }
    }
    return true
  }

  private static func isReleaseName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.unicodeScalars.count <= 64 else { return false }
    let isPlain: (Unicode.Scalar) -> Bool = { $0.isASCIILetter || ("0"..."9").contains($0) }
    return isPlain(first) && name.unicodeScalars.allSatisfy { isPlain($0) || "._+-".unicodeScalars.contains($0) }
  }

  /// Refuses to overwrite a sound snapshot with other content or a higher revision. A file that is damaged or is not a
  /// snapshot may be replaced.
  private static func refuseOverwriting(_ path: RegistryPath, with manifest: Manifest) throws(RegistryError) {
    let verification = SnapshotVerification(ofFile: path)
    guard let old = try? SnapshotFile(try verification.image(), verification, against: nil) else { return }
    if old.info.revision > manifest.revision {
      throw RegistryError(
        .downgrade, "\(path) holds revision \(old.info.revision), which is newer than \(manifest.revision).",
        .checkRegistry)
    }
    if old.info.contentDigest != manifest.contentDigest {
      throw RegistryError(
        .releaseExists, "\(path) is the release \(old.info.release) with other content.", .renameRelease)
    }
  }

  /// Returns the bytes of the whole file. It is built in memory in the order of the keys, so that its pages do not
  /// depend on the history of edits.
  static func image(
    of snapshot: Snapshot, release: String, createdAt: Timestamp, contentDigest: String
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
        ("schema_version", "\(EmbeddedSQL.migrations.count)"),
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
