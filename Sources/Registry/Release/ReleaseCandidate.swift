import RegistryCatalog

/// What a release made now would be.
struct ReleaseCandidate: Sendable {
  /// The content.
  private(set) var snapshot: Snapshot
  /// The digest of the content.
  let contentDigest: String
  /// The numbers of each language.
  let coverage: [LanguageCoverage]
  /// When the revision came to be; or the date of the release that it is once more.
  private(set) var changedAt: Timestamp
  /// What it was compared with.
  var gate: Manifest.Gate?
}

extension ReleaseCandidate {
  /// The content of a recorded release has that release's revision and date, wherever the registry is by now: the same
  /// name and content give the same bytes.
  mutating func repeats(_ release: ReleaseRecord) {
    snapshot = Snapshot(
      revision: release.revision, languages: snapshot.languages, categories: snapshot.categories,
      codes: snapshot.codes, messages: snapshot.messages)
    changedAt = Timestamp(release.createdAt) ?? changedAt
  }
}

extension RegistryReader {
  /// What a release made now would be.
  ///
  /// - Throws: `RegistryError.Code.unfit`, with each finding.
  func releaseCandidate(_ policy: ReleasePolicy) throws(RegistryError) -> ReleaseCandidate {
    var snapshot = try snapshot()
    var standings = try textStandings(snapshot.codes, snapshot.languages)
    let coverage = standings.coverage
    if policy.usesLastReviewedTexts { try replaceUnreviewed(in: &snapshot, &standings) }
    let findings = ReleaseCandidate.findings(snapshot, standings, policy.requiredState)
    guard findings.isEmpty else {
      throw RegistryError(
        .unfit, "The content cannot be released: \(findings.count) texts of required languages are missing or not ready.",
        .completeLanguages, details: .findings(findings))
    }
    let time = try database.text("SELECT at FROM operation WHERE id = ?", [.init(snapshot.revision)])
    return ReleaseCandidate(
      snapshot: snapshot, contentDigest: snapshot.contentDigest, coverage: coverage,
      changedAt: time.flatMap { Timestamp($0) } ?? Timestamp.epoch)
  }

  /// Puts the last reviewed text in the place of each that nobody has reviewed since.
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
  /// Texts of required languages, the source language among them, that must not be released as they are.
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
