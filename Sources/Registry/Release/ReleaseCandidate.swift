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
  /// The comparison with the previous release; nil when there was none.
  var gate: Manifest.Gate?
}

extension ReleaseCandidate {
  /// Takes over the revision and the date of a recorded release with the same content.
  ///
  /// The registry may have a newer revision by now. The same name and content must still produce the same bytes.
  mutating func repeats(_ release: ReleaseRecord) {
    snapshot = Snapshot(
      revision: release.revision, languages: snapshot.languages, categories: snapshot.categories,
      codes: snapshot.codes, messages: snapshot.messages)
    changedAt = Timestamp(release.createdAt) ?? changedAt
  }
}

extension RegistryReader {
  /// The content of a release that has not been written yet.
  func releaseCandidate(_ policy: ReleasePolicy) throws(RegistryError) -> ReleaseCandidate {
    var snapshot = try snapshot()
    var standings = try textStandings(snapshot.codes, snapshot.languages)
    let coverage = standings.coverage
    if policy.usesLastReviewedTexts { try replaceUnreviewed(in: &snapshot, &standings) }
    let broken = snapshot.brokenRules() + snapshot.differingArguments()
    guard broken.isEmpty else {
      throw RegistryError(
        .unfit,
        "The content cannot be released: "
          + (broken.count == 1 ? "1 row breaks a rule." : "\(broken.count) rows break a rule."), .examine,
        details: .findings(broken))
    }
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
      changedAt: time.flatMap { Timestamp($0) } ?? Timestamp.epoch)
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
