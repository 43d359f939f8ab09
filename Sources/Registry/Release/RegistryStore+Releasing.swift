import RegistryCatalog

/// What a release must be, and what goes into it.
public struct ReleasePolicy: Sendable {
  /// What a release is compared with before it is made.
  public struct Gate: Sendable {
    /// The name of what it follows, for the manifest.
    public var against: String
    /// The content of what it follows.
    public var old: Snapshot
    /// The breaking changes that are allowed.
    public var allowances: [ReleaseGate.Allowance]

    /// Creates a gate from its parts.
    public init(against: String, old: Snapshot, allowing allowances: [ReleaseGate.Allowance] = []) {
      self.against = against
      self.old = old
      self.allowances = allowances
    }
  }

  /// The lowest state that the texts of required languages may have; nil accepts any.
  public var requiredState: Translation.State?
  /// Whether the last reviewed text of each message is released instead of a later one that nobody has reviewed.
  public var usesLastReviewedTexts: Bool
  /// What the release follows; nil compares it with nothing.
  public var gate: Gate?

  /// Creates a policy from its parts.
  public init(requiredState: Translation.State? = nil, usesLastReviewedTexts: Bool = false, gate: Gate? = nil) {
    self.requiredState = requiredState
    self.usesLastReviewedTexts = usesLastReviewedTexts
    self.gate = gate
  }
}

/// The content of a release, for whoever writes it in another format.
public struct ReleaseContent: Sendable {
  /// The content.
  public let snapshot: Snapshot
  /// The release's name.
  public let release: String
  /// The date of the release.
  public let createdAt: Timestamp
}

extension RegistryStore {
  /// Exports what the registry holds now as the release `name` into an existing folder, and records it. The write lock is
  /// held meanwhile, so that nothing is exported that could not be recorded; the registry's revision does not change.
  ///
  /// Making a release again with the same content changes nothing.
  ///
  /// - Parameters:
  ///   - name: ASCII letters, digits, `.`, `_`, `+` and `-`, beginning with a letter or digit, at most 64 characters.
  ///   - folder: where the files are written; it exists.
  ///   - createdAt: the date of the release; nil takes the time of the newest operation.
  ///   - policy: what the release must be.
  ///   - companions: makes other files with the same content, by their file extensions.
  ///   - actor: who releases.
  ///   - isDryRun: whether to write and record nothing.
  /// - Returns: what was written.
  /// - Throws: `RegistryError.Code.unfit`, with each finding, when a text of a required language is missing, stale by a
  ///   major change of its source, or below the state that `policy` requires, or when a breaking change is not allowed;
  ///   `RegistryError.Code.releaseExists` when the name was used for other content;
  ///   `RegistryError.Code.downgrade` when the folder holds the release at a higher revision;
  ///   `RegistryError.Code.invalidValue` for a name that cannot be a release's; `RegistryError.Code.sidecar` for a
  ///   journal beside the destination; `RegistryError.Code.busy`, `RegistryError.Code.fileNotFound`,
  ///   `RegistryError.Code.readOnly`, `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when the
  ///   system refuses.
  public func release(
    _ name: String, in folder: RegistryPath, createdAt: Timestamp? = nil, policy: ReleasePolicy = ReleasePolicy(),
    companions: (ReleaseContent) -> [String: [UInt8]] = { _ in [:] }, actor: String, isDryRun: Bool = false
  ) throws(RegistryError) -> SnapshotFile.Created {
    try TextRules.validateLine(actor, name: "The actor", limit: 200)
    func export(_ registry: RegistryReader) throws(RegistryError) -> SnapshotFile.Created {
      var candidate = try registry.releaseCandidate(policy)
      if let known = try registry.recordedRelease(name, contentDigest: candidate.contentDigest) {
        candidate.repeats(known)
      }
      candidate.gate = try Self.gate(candidate.snapshot, policy)
      let content = ReleaseContent(
        snapshot: candidate.snapshot, release: name, createdAt: createdAt ?? candidate.changedAt)
      return try SnapshotFile.create(candidate, content, in: folder, companions: companions, isDryRun: isDryRun)
    }
    if isDryRun { return try read(export) }
    return try withDatabase { (database) throws(RegistryError) in
      try database.transaction(.immediate) { () throws(RegistryError) in
        let created = try export(RegistryReader(database))
        try database.record(created.manifest, policy, actor: actor)
        return created
      }
    }
  }

  private static func gate(_ new: Snapshot, _ policy: ReleasePolicy) throws(RegistryError) -> Manifest.Gate? {
    guard let wanted = policy.gate else { return nil }
    let gate = ReleaseGate(from: wanted.old, to: new, allowing: wanted.allowances)
    guard gate.isOpen else {
      let findings = gate.violations.map { change in
        Finding(
          check: change.kind.rawValue, severity: .error, row: change.row,
          message: "\(change.row): \(change.kind.rawValue), \(change.field) from "
            + "\(change.before?.description ?? "-") to \(change.after?.description ?? "-").")
      }
      throw RegistryError(
        .unfit, "The release would break callers of \(wanted.against): \(gate.violations.count) breaking changes are not allowed.",
        .takeBackOrAllow, details: .findings(findings))
    }
    return Manifest.Gate(
      against: wanted.against, contentDigest: wanted.old.contentDigest, suggested: gate.suggested.rawValue,
      allowed: gate.allowed)
  }
}

extension Database {
  fileprivate func record(_ manifest: Manifest, _ policy: ReleasePolicy, actor: String) throws(RegistryError) {
    if try queryOne("SELECT 1 FROM release WHERE name = ?", [.text(manifest.release)]) != nil { return }
    try execute(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor, last_reviewed)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM release), ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(manifest.release), .init(manifest.revision), .text(manifest.contentDigest), .text(manifest.createdAt),
        .text(Timestamp.now.description), .text(actor), .init(policy.usesLastReviewedTexts),
      ])
  }
}

extension RegistryReader {
  /// The recorded release of a name; nil when there is none.
  ///
  /// - Throws: `RegistryError.Code.releaseExists` when it has other content.
  fileprivate func recordedRelease(
    _ name: String, contentDigest: String
  ) throws(RegistryError) -> ReleaseRecord? {
    guard let known = try releases().first(where: { $0.name == name }) else { return nil }
    guard known.contentDigest == contentDigest else {
      throw RegistryError(
        .releaseExists,
        "The release \(name) was made at \(known.recordedAt) by \(known.actor) with other content.", .renameRelease)
    }
    return known
  }
}
