import RegistryCatalog

/// The content of a release that has not been written yet.
struct ReleaseCandidate: Sendable {
  /// The content.
  private(set) var snapshot: Snapshot
  /// The digest of the content.
  let contentDigest: String
  /// The number of texts of each language, by state.
  let coverage: [LanguageCoverage]
  /// The time of the operation that made the revision. For a repeated release it is the date of the first one.
  private(set) var changedAt: Timestamp
  /// The version of the schema that the registry had when the release was made first.
  private(set) var schemaVersion = EmbeddedSQL.migrations.count
  /// The newest revision of the registry when this content was read.
  let registryRevision: Int
  /// The record of the release; nil when it is made for the first time.
  private(set) var recorded: ReleaseRecord?
  /// The comparison with an earlier release; nil when there was none and it was not skipped.
  var gate: RecordedGate?

  /// Whether the registry recorded the gates of releases when the release was made.
  var isGateRecorded: Bool { schemaVersion >= RecordedGate.schemaVersion }
}

extension ReleaseCandidate {
  /// Takes over the revision, the date and the schema version of a recorded release with the same content.
  ///
  /// The registry may have a newer revision by now. The same name must still produce the same bytes.
  fileprivate mutating func repeats(_ release: ReleaseRecord, schemaVersion: Int) {
    self.schemaVersion = schemaVersion
    recorded = release
    snapshot = Snapshot(
      revision: release.revision, languages: snapshot.languages, categories: snapshot.categories,
      codes: snapshot.codes, messages: snapshot.messages)
    changedAt = Timestamp(release.createdAt) ?? changedAt
  }
}

extension RegistryReader {
  /// Returns the content of a recorded release once more.
  ///
  /// The history says what was released. When another program has changed the registry without its history, the
  /// current content is the release if it has the digest that was recorded.
  ///
  /// - Throws: `RegistryError.Code.unverified` when neither has the digest of the release; otherwise as
  ///   ``releaseCandidate(_:at:)``.
  func releaseCandidate(
    repeating release: ReleaseRecord, _ policy: ReleasePolicy
  ) throws(RegistryError) -> ReleaseCandidate {
    let lastReviewed = release.usesLastReviewedTexts
    var content: Content?
    do { content = try self.content(at: release.revision, lastReviewed: lastReviewed) } catch {
      guard error.code == .corrupt else { throw error }
    }
    if content?.snapshot.contentDigest != release.contentDigest {
      content = try self.content(at: nil, lastReviewed: lastReviewed)
    }
    guard let content, content.snapshot.contentDigest == release.contentDigest else { throw release.irreproducible }
    var candidate = try candidate(of: content, policy)
    let version = try database.integer(
      "SELECT coalesce(max(version), ?) FROM schema_migration WHERE applied_at <= ?",
      [.init(candidate.schemaVersion), .text(release.recordedAt)])
    candidate.repeats(release, schemaVersion: version)
    return candidate
  }

  /// Returns the content of a release that has not been written yet.
  ///
  /// - Parameters:
  ///   - policy: The requirements for the release.
  ///   - revision: The revision that is replayed from the history; nil for the current content.
  /// - Throws: `RegistryError.Code.operationNotFound` when the registry never had this revision;
  ///   `RegistryError.Code.unfit` when the content must not be released; `RegistryError.Code.corrupt` when the history
  ///   is incomplete.
  func releaseCandidate(
    _ policy: ReleasePolicy, at revision: Int? = nil
  ) throws(RegistryError) -> ReleaseCandidate {
    let content = try content(at: revision, lastReviewed: policy.usesLastReviewedTexts)
    try requireNone(of: content.snapshot.differingArguments())
    let candidate = try candidate(of: content, policy)
    let errors = try errors(in: content.snapshot)
    guard errors.isEmpty else {
      throw RegistryError(
        .unfit,
        "The content cannot be released: checks find "
          + (errors.count == 1 ? "an error in its texts." : "\(errors.count) errors in its texts."), .correctOrSilence,
        details: .findings(errors))
    }
    return candidate
  }

  private func requireNone(of findings: [Finding]) throws(RegistryError) {
    guard !findings.isEmpty else { return }
    throw RegistryError(
      .unfit,
      "The content cannot be released: "
        + (findings.count == 1 ? "1 row breaks a rule." : "\(findings.count) rows break a rule."), .examine,
      details: .findings(findings))
  }

  /// The content of a release, with the states of its texts.
  private typealias Content = (snapshot: Snapshot, standings: TextStandings, coverage: [LanguageCoverage])

  /// Returns the content that the registry had at a revision; the current content when it is nil.
  private func content(at revision: Int?, lastReviewed: Bool) throws(RegistryError) -> Content {
    var (snapshot, standings) = try contentWithStandings(at: revision)
    let coverage = standings.coverage
    if lastReviewed { try replaceUnreviewed(in: &snapshot, &standings) }
    return (snapshot, standings, coverage)
  }

  private func contentWithStandings(
    at revision: Int?
  ) throws(RegistryError) -> (snapshot: Snapshot, standings: TextStandings) {
    if let revision { return try past(at: revision) }
    let snapshot = try snapshot()
    return (snapshot, try textStandings(snapshot.codes, snapshot.languages))
  }

  private func candidate(of content: Content, _ policy: ReleasePolicy) throws(RegistryError) -> ReleaseCandidate {
    let (snapshot, standings, coverage) = content
    try requireNone(of: snapshot.brokenRules())
    let findings = ReleaseCandidate.findings(snapshot, standings, policy.requiredState)
    guard findings.isEmpty else {
      throw RegistryError(
        .unfit,
        "The content cannot be released: "
          + (findings.count == 1
            ? "1 text of a required language is" : "\(findings.count) texts of required languages are")
          + " missing or not ready.",
        .completeLanguages, details: .findings(findings))
    }
    let time = try database.text("SELECT at FROM operation WHERE id = ?", [.init(snapshot.revision)])
    return ReleaseCandidate(
      snapshot: snapshot, contentDigest: snapshot.contentDigest, coverage: coverage,
      changedAt: time.flatMap { Timestamp($0) } ?? Timestamp.epoch, registryRevision: try revision())
  }

  /// Replaces each text that nobody has reviewed by the last reviewed text of the same message.
  private func replaceUnreviewed(
    in snapshot: inout Snapshot, _ standings: inout TextStandings
  ) throws(RegistryError) {
    var texts: [RegistryRow: String] = [:]
    for (row, fields) in try lastReviewedTexts(at: snapshot.revision) {
      guard case .translation(let code, let tag) = row, let current = standings[code, tag], !current.state.isReviewed,
        case var reviewed = TranslationRow.blank, reviewed.set(fields) == nil
      else { continue }
      texts[row] = reviewed.text
      standings[code, tag] = TextStanding(
        state: reviewed.state, sourceMajorRevision: reviewed.sourceMajorRevision, staleness: nil)
    }
    snapshot = Snapshot(
      revision: snapshot.revision, languages: snapshot.languages, categories: snapshot.categories,
      codes: snapshot.codes,
      messages: snapshot.messages.map { message in
        guard let text = texts[.translation(message.code, message.language)] else { return message }
        return Snapshot.Message(code: message.code, language: message.language, text: text)
      })
  }
}

extension ReleaseCandidate {
  /// Returns a finding for each text of a required language that must not be released. The source language is always
  /// required.
  static func findings(
    _ snapshot: Snapshot, _ standings: TextStandings, _ requiredState: Translation.State?
  ) -> [Finding] {
    guard let source = snapshot.languages.first(where: { $0.fallback == nil })?.tag else { return [] }
    let required = snapshot.languages.filter { $0.isRequired || $0.tag == source }.map(\.tag)
    var findings: [Finding] = []
    for code in snapshot.codes where code.state != .retired {
      let meaning = standings[code.number, source]?.sourceMajorRevision
      for tag in required {
        lazy var row = RegistryRow.translation(code.number, tag)
        let found: (check: String, message: String)? =
          if let text = standings[code.number, tag] {
            if text.sourceMajorRevision != meaning {
              ("stale-text", "\(row) was made from a source text that meant something else.")
            } else if let requiredState, text.state.rank < requiredState.rank {
              ("state-too-low", "\(row) is \(text.state.rawValue), not \(requiredState.rawValue).")
            } else {
              nil
            }
          } else {
            ("missing-text", "\(row) is missing.")
          }
        guard let found else { continue }
        findings.append(Finding(check: found.check, severity: .error, row: row, message: found.message))
      }
    }
    return findings
  }
}
