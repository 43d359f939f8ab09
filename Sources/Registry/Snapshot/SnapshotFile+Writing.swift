import RegistrySQLite

extension SnapshotFile {
  /// What creating a release wrote.
  public struct Created: Sendable {
    /// The snapshot's path.
    public let path: FilePath
    /// The manifest's path.
    public let manifestPath: FilePath
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
    _ candidate: ReleaseCandidate, release: String, createdAt: Timestamp, in folder: FilePath,
    also formats: [ReleaseFormat] = [], isDryRun: Bool = false
  ) throws(RegistryError) -> Created {
    guard isReleaseName(release) else {
      throw RegistryError(
        .invalidValue, "'\(release)' cannot be the name of a release.",
        hint:
          "A name is ASCII letters, digits, '.', '_', '+' and '-', begins with a letter or digit, at most 64 of them.")
    }
    guard !folder.bytes.isEmpty, !folder.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path of the folder is empty or holds a NUL.")
    }
    let path = folder.appending("registry-\(release).db")
    let manifestPath = folder.appending("registry-\(release).manifest.json")
    let digest = candidate.contentDigest
    let image = try image(
      of: candidate.snapshot, release: release, createdAt: createdAt, contentDigest: digest)
    let companions = Dictionary(
      formats.map {
        ("registry-\(release).\($0.rawValue)", $0.bytes(of: candidate.snapshot, release: release, createdAt: createdAt))
      }
    ) { first, _ in first }
    let manifest = Manifest(
      candidate, release: release, createdAt: createdAt, file: path.lastComponent.description, image: image,
      contentDigest: digest, also: companions)
    let created = { Created(path: path, manifestPath: manifestPath, manifest: manifest, isChanged: $0) }
    try refuseSidecars(of: path)
    if DatabaseFile.exists(path) {
      if try DatabaseFile.read(path) == image, DatabaseFile.exists(manifestPath),
        try DatabaseFile.read(manifestPath) == manifest.json, try hold(companions, in: folder)
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
  private static func hold(_ files: [String: [UInt8]], in folder: FilePath) throws(RegistryError) -> Bool {
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
  private static func refuseOverwriting(_ path: FilePath, with manifest: Manifest) throws(RegistryError) {
    guard let old = try? SnapshotFile(verifying: path, shown: path, against: nil) else { return }
    if old.info.revision > manifest.revision {
      throw RegistryError(
        .downgrade, "\(path) holds revision \(old.info.revision), which is newer than \(manifest.revision).",
        hint: "Is this the right registry? A release never goes back.")
    }
    if old.info.contentDigest != manifest.contentDigest {
      throw RegistryError(
        .releaseExists, "\(path) is the release \(old.info.release) with other content.",
        hint: "A release's name means one content for ever: take another name.")
    }
  }

  /// The whole file, built in natural-key order in memory, so its pages tell nothing of how the edits went.
  static func image(
    of snapshot: Snapshot, release: String, createdAt: Timestamp, contentDigest: String
  ) throws(RegistryError) -> [UInt8] {
    let connection = try Connection.inMemory()
    try connection.change("PRAGMA page_size = 4096")
    try connection.change("PRAGMA encoding = 'UTF-8'")
    try connection.change("PRAGMA application_id = \(DatabaseFile.snapshotID)")
    try connection.change("PRAGMA user_version = \(SnapshotSchema.contract)")
    try connection.writing { () throws(RegistryError) in
      for statement in SnapshotSchema.statements { try connection.change(statement) }
      let info = [
        ("content_digest", contentDigest), ("created_at", createdAt.description),
        ("format", "\(SnapshotSchema.contract)"), ("release", release), ("revision", "\(snapshot.revision)"),
        ("schema_version", "\(EmbeddedSQL.migrations.count)"),
      ]
      for (key, value) in info {
        try connection.change("INSERT INTO registry_info (key, value) VALUES (?, ?)", [.text(key), .text(value)])
      }
      try insert(snapshot, into: connection)
    }
    do { return try connection.image() } catch { throw RegistryError(error) }
  }

  private static func insert(_ snapshot: Snapshot, into connection: Connection) throws(RegistryError) {
    // Rows of one table refer to each other, and the order is the keys', not the references'.
    try connection.change("PRAGMA defer_foreign_keys = ON")
    for language in snapshot.languages {
      try connection.change(
        """
        INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(language.tag.description), .text(language.englishName), .text(language.ownName),
          .text(language.direction.rawValue), .init(language.fallback?.description), .init(language.isRequired),
          .init(language.position),
        ])
    }
    for (language, chain) in snapshot.languages.fallbackChains {
      for (step, tag) in chain.enumerated() {
        try connection.change(
          "INSERT INTO language_fallback (language, step, tag) VALUES (?, ?, ?)",
          [.text(language.description), .init(step), .text(tag.description)])
      }
    }
    for category in snapshot.categories {
      try connection.change(
        "INSERT INTO category (key, position) VALUES (?, ?)", [.text(category.key), .init(category.position)])
    }
    let ranges = snapshot.categories.flatMap { category in category.ranges.map { (category.key, $0) } }
    for (key, range) in ranges.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
      try connection.change(
        "INSERT INTO category_range (first, last, category) VALUES (?, ?, ?)",
        [.init(range.lowerBound), .init(range.upperBound), .text(key)])
    }
    for category in snapshot.categories {
      for (tag, name) in category.names.sorted(by: { $0.key < $1.key }) {
        try connection.change(
          "INSERT INTO category_name (category, language, name) VALUES (?, ?, ?)",
          [.text(category.key), .text(tag.description), .text(name)])
      }
    }
    try connection.change(
      """
      INSERT INTO status_code
        (code, symbol, category, state, replaced_by, http_status, retryable, description)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, for: snapshot.codes
    ) { code in
      [
        .init(code.code), .text(code.symbol), .text(code.category), .text(code.state.rawValue),
        .init(code.replacedBy), .init(code.httpStatus), .init(code.isRetryable), .init(code.description),
      ]
    }
    try connection.change("INSERT INTO message (code, language, text) VALUES (?, ?, ?)", for: snapshot.messages) {
      [.init($0.code), .text($0.language.description), .text($0.text)]
    }
  }
}
