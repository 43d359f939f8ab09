import RegistryCatalog

extension SnapshotFile {
  /// What creating a release wrote.
  public struct Created: Sendable {
    /// The snapshot's path.
    public let path: RegistryPath
    /// The manifest's path.
    public let manifestPath: RegistryPath
    /// What the manifest says.
    public let manifest: Manifest
    /// False where both files were there already, byte for byte.
    public let isChanged: Bool
  }

  /// Writes `candidate` as `registry-RELEASE.db` and its manifest into an existing folder, each atomically.
  ///
  /// The bytes depend on the content, the release, the revision, `createdAt` and the SQLite version alone. With
  /// `isDryRun` nothing is written.
  ///
  /// Throws: `invalid-value` for a name that cannot be a release's; `release-exists` where the folder has the release
  /// with other content at the same revision, `downgrade` where it has it at a higher revision; `sidecar` for a journal
  /// beside the destination; `file-not-found`, `read-only`, `disk-full` or `input-output` as the system has it.
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
            "A name is ASCII letters, digits, '.', '_', '+' and '-', begins with a letter or digit, and has at most 64 characters."
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

  /// Whether the folder has all of these files, byte for byte.
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

  /// A file that is damaged or not a snapshot is replaced; a sound one only by its own content at a later date.
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

  /// The whole file, built in memory in the order of the keys, so that its pages tell nothing of how the edits went.
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
    // Rows of one table refer to each other, and the order is that of the keys, not of the references.
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
