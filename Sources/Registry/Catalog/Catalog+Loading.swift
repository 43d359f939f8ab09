import RegistrySQLite

extension Catalog {
  /// The catalog of a released snapshot, read into memory once.
  ///
  /// - Parameters:
  ///   - path: the snapshot, or a link to it.
  ///   - manifest: its manifest; nil takes the one beside it, where there is one.
  ///   - verifies: whether schema, content digest, UTF-8, and size, SHA-256 and all else that the manifest says are
  ///     checked. False trusts whoever wrote the file: texts that are not UTF-8 are repaired, no other promise is made.
  ///
  /// What it does not check is what no answer depends on: damage in unused bytes of the file, which the SHA-256 of the
  /// manifest finds, and `SnapshotFile` without one.
  ///
  /// Throws: `file-not-found`; `not-a-snapshot` for anything but a regular file of ours; `sidecar` for a journal or log
  /// beside it; `newer-schema`; `corrupt` for damage; `unverified` for content that differs from its digest;
  /// `manifest-mismatch` for a sound file that is not the manifest's.
  public init(snapshot path: FilePath, manifest: FilePath? = nil, verifies: Bool = true) throws(RegistryError) {
    let file = try DatabaseFile.inspectSnapshot(path)
    let manifest = verifies ? try SnapshotFile.manifest(manifest, of: file) : nil
    try SnapshotFile.refuseSidecars(of: file)
    let image = try DatabaseFile.image(file, limit: SnapshotFile.sizeLimit)
    if verifies {
      try self.init(verifying: image, of: file, shown: path, against: manifest)
    } else {
      try SnapshotFile.checkHeader(image, path)
      self.init(try CatalogContent(try SnapshotTables(image)))
    }
  }

  /// `image` is what lies at `file`, to which the path that is `shown` leads.
  init(
    verifying image: DatabaseImage, of file: FilePath, shown path: FilePath, against manifest: Manifest.Claims?
  ) throws(RegistryError) {
    try SnapshotFile.checkHeader(image, path)
    // Beside each other: reading, which always begins first, and checking what was read.
    let check = ContentCheck()
    let (parts, (hash, found)) = concurrently(
      if: image.count >= 1 << 20, { Result { () throws(RegistryError) in try Self.read(image, path, check) } },
      { (manifest == nil ? "" : image.sha256, check.result()) })
    let (content, info) = try parts.get()
    guard found.isUTF8 else { throw RegistryError(.corrupt, "\(path) holds text that is not UTF-8.") }
    try SnapshotFile.compare(found.digest, with: info, path)
    if let manifest {
      try SnapshotFile.compare(
        manifest, info, fileSHA256: hash, codes: content.codes.count, messages: content.messageCount, file)
    }
    self.init(content)
  }

  private static func read(
    _ image: DatabaseImage, _ path: FilePath, _ check: ContentCheck
  ) throws(RegistryError) -> (CatalogContent, SnapshotFile.Info) {
    defer { check.end() }
    let tables = try SnapshotTables(image)
    try SnapshotFile.check(tables.schema, path)
    let content = try CatalogContent(tables, check)
    var fallbacks = try tables.rows("language_fallback", columnCount: 3)
    try SnapshotFile.checkFallbacks(of: content.languages, &fallbacks, path)
    var info = try tables.rows("registry_info", columnCount: 2)
    return (content, try SnapshotFile.info(&info, size: image.count, hash: "", path: path))
  }

  /// The catalog of the live registry as it is now.
  ///
  /// Throws: as `RegistryStore.init(opening:for:)`.
  public init(registry path: FilePath) throws(RegistryError) {
    try self.init(try RegistryStore(opening: path, for: .reading).snapshot())
  }

  /// The catalog of a snapshot's content.
  ///
  /// Throws: `rule-broken` for a row that refers to nothing.
  public init(_ snapshot: Snapshot) throws(RegistryError) {
    let bytes = try SnapshotFile.image(
      of: snapshot, release: "", createdAt: Timestamp(secondsSinceEpoch: 0), contentDigest: "")
    let image: DatabaseImage
    do { image = try DatabaseImage(bytes) } catch { throw RegistryError(.failed, "Out of memory.") }
    self.init(try CatalogContent(try SnapshotTables(image)))
  }
}
