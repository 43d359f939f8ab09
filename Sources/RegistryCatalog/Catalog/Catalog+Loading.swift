import RegistryBytes

extension Catalog {
  /// Loads a released snapshot into memory.
  ///
  /// Damage in unused bytes of the file does not affect any answer and is not found by this initializer. The SHA-256 of
  /// the manifest finds it; without a manifest, a full verification of the file does.
  ///
  /// - Parameters:
  ///   - path: The path of the snapshot, or of a symbolic link to it.
  ///   - manifest: The path of its manifest; nil uses the manifest beside the snapshot, if there is one.
  ///   - requiresManifest: Whether a snapshot without a manifest is refused. Without one, only what the file states of
  ///     itself is checked.
  ///   - verifies: Whether to check the schema, the content digest, the UTF-8 of all texts, and the size, SHA-256 and
  ///     other values of the manifest. Pass false only for a file from a trusted source; invalid UTF-8 in its texts is
  ///     then repaired, and a manifest is read only when it is required.
  /// - Throws: ``RegistryError`` with one of these codes:
  ///   - ``RegistryError/Code/fileNotFound`` when the path does not exist.
  ///   - ``RegistryError/Code/notASnapshot`` when it is not a regular file that is a snapshot.
  ///   - ``RegistryError/Code/newerSchema`` when a newer build released the snapshot.
  ///   - ``RegistryError/Code/sidecar`` when a journal or log is beside the file.
  ///   - ``RegistryError/Code/corrupt`` when the file is damaged.
  ///   - ``RegistryError/Code/unverified`` when the content does not match its digest, or a required manifest is
  ///     missing.
  ///   - ``RegistryError/Code/manifestMismatch`` when the file is intact but does not match the manifest.
  public init(
    snapshot path: RegistryPath, manifest: RegistryPath? = nil, requiresManifest: Bool = false, verifies: Bool = true
  ) throws(RegistryError) {
    let verification = try SnapshotVerification(of: path)
    let claims =
      verifies || requiresManifest
      ? try ManifestClaims(at: manifest, beside: verification.file, isRequired: requiresManifest) : nil
    guard verifies else {
      let image = try verification.image()
      try verification.checkFile(image)
      let tables = try SnapshotTables(image)
      self.init(try Self.content(of: tables, try Self.info(of: tables, verification), nil))
      return
    }
    try self.init(verifying: try verification.image(), verification, against: claims)
  }

  /// Loads a snapshot and verifies it: reads the tables while computing the digest, then compares both with what the
  /// file and the manifest state.
  ///
  /// - Parameters:
  ///   - image: The bytes of the file.
  ///   - verification: The checks of the file.
  ///   - claims: What the manifest states; nil when there is none.
  /// - Throws: ``RegistryError``, as ``init(snapshot:manifest:requiresManifest:verifies:)`` does.
  package init(
    verifying image: DatabaseImage, _ verification: SnapshotVerification, against claims: ManifestClaims?
  ) throws(RegistryError) {
    try verification.checkFile(image)
    let (read, found, hash) = DigestPipeline.run(isConcurrent: image.count >= 1 << 20) { pipeline in
      Result { () throws(RegistryError) in try Self.read(image, verification, pipeline) }
    } meanwhile: {
      claims == nil ? "" : image.sha256
    }
    let (content, info) = try read.get()
    guard found.isUTF8 else { throw verification.notUTF8 }
    try verification.compare(found.digest, with: info)
    if let claims {
      try verification.compare(
        claims, info, fileSHA256: hash, codes: content.codes.count, messages: content.messageCount,
        requiresCompanions: false)
    }
    self.init(content)
  }

  private static func read(
    _ image: DatabaseImage, _ verification: SnapshotVerification, _ pipeline: DigestPipeline
  ) throws(RegistryError) -> (CatalogContent, SnapshotInfo) {
    let tables = try SnapshotTables(image)
    try verification.check(tables.schema)
    let info = try info(of: tables, verification)
    let content = try content(of: tables, info, pipeline)
    var fallbacks = try tables.fallbacks()
    try verification.checkFallbacks(of: content.languages, &fallbacks)
    return (content, info)
  }

  private static func info(
    of tables: SnapshotTables, _ verification: SnapshotVerification
  ) throws(RegistryError) -> SnapshotInfo {
    var rows = try tables.info()
    return try verification.info(&rows, size: tables.fileSize, fileSHA256: "")
  }

  /// Reads the tables one after another. Languages, categories and codes come before the messages, because the digest
  /// and the columns of the messages need them first.
  private static func content(
    of tables: SnapshotTables, _ info: SnapshotInfo, _ pipeline: DigestPipeline?
  ) throws(RegistryError) -> CatalogContent {
    let languages = try tables.languages()
    let categories = try tables.categories()
    let codes = try tables.codes(in: categories)
    pipeline?.begin(languages, categories, codes, messageCount: try tables.messageCount())
    let messages = try tables.messages(of: codes, in: languages) { pipeline?.add($0, $1) }
    let origin = CatalogContent.Origin(
      revision: info.revision, release: info.release,
      statedDigest: info.contentDigest.isEmpty ? nil : info.contentDigest)
    return CatalogContent(origin, languages, categories, codes, messages)
  }

  /// Creates a catalog from a snapshot value, for example in a test.
  ///
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/ruleBroken`` when a row refers to one that does not
  ///   exist, or two rows have the same key.
  public init(_ snapshot: Snapshot) throws(RegistryError) {
    try snapshot.requireReferences()
    let languages = snapshot.languages.sorted { ($0.position, $0.tag) < ($1.position, $1.tag) }
    let categories = snapshot.categories.sorted { $0.position < $1.position }
    let codes = try CodeColumns(snapshot.codes, categories: categories.map(\.key))
    let messages = try MessageColumns(snapshot.messages, codes.index, languages.map(\.tag))
    let origin = CatalogContent.Origin(revision: snapshot.revision, release: nil, statedDigest: nil)
    self.init(CatalogContent(origin, languages, categories, codes, messages))
  }
}

extension Snapshot {
  /// Requires that languages and categories are unique, and that everything that they and the codes refer to exists.
  ///
  /// - Throws: ``RegistryError/Code/ruleBroken``.
  fileprivate func requireReferences() throws(RegistryError) {
    let tags = Set(languages.map(\.tag))
    let keys = Set(categories.map { Array($0.key.utf8) })
    guard tags.count == languages.count, keys.count == categories.count else {
      throw RegistryError(.ruleBroken, "Two languages have the same tag, or two categories the same key.")
    }
    let mentioned = languages.compactMap(\.fallback) + categories.flatMap(\.names.keys)
    if let unknown = mentioned.first(where: { !tags.contains($0) }) {
      throw RegistryError(.ruleBroken, "A fallback or the name of a category is in the unknown language \(unknown).")
    }
    let numbers = Set(codes.map(\.number))
    if let code = codes.first(where: { $0.replacedBy.map { !numbers.contains($0) } ?? false }) {
      throw RegistryError(.ruleBroken, "The code \(code.number) is replaced by a code that does not exist.")
    }
  }
}
