import RegistrySQLite

/// What a release made now would be.
struct ReleaseCandidate: Sendable {
  /// The content.
  private(set) var snapshot: Snapshot
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

extension Connection {
  /// What a release made now would be; call it inside a transaction.
  ///
  /// Throws: `unfit`, with each finding.
  func releaseCandidate(_ policy: ReleasePolicy) throws(RegistryError) -> ReleaseCandidate {
    let live = try snapshot()
    var texts = try releasedTexts()
    if policy.isLastReviewed {
      for (row, fields) in try lastReviewedTexts(at: live.revision) {
        guard let current = texts[row], !current.state.isReviewed else { continue }
        guard let reviewed = TranslationRow(fields, revision: current.revision) else { continue }
        texts[row] = reviewed
      }
    }
    let snapshot = Snapshot(
      revision: live.revision, languages: live.languages, categories: live.categories, codes: live.codes,
      messages: live.messages.map { message in
        let text = texts[.translation(message.code, message.language)]?.text ?? message.text
        return Snapshot.Message(code: message.code, language: message.language, text: text)
      })
    let findings = findings(snapshot, texts, policy.requiredState)
    guard findings.isEmpty else {
      throw RegistryError(
        .unfit, "The content is not fit for release; texts of required languages that are not: \(findings.count).",
        hint: "Mend them, or say with 'admin language edit --no-required' that a release need not be complete in it.",
        findings: findings)
    }
    let time = try self.texts("SELECT at FROM operation WHERE id = ?", [.init(snapshot.revision)]).first
    return ReleaseCandidate(
      snapshot: snapshot, coverage: try status().languages, changedAt: time.flatMap { Timestamp($0) } ?? Timestamp.epoch
    )
  }

  private func releasedTexts() throws(RegistryError) -> [RegistryRow: TranslationRow] {
    var texts: [RegistryRow: TranslationRow] = [:]
    let rows = try rows(
      """
      SELECT code, language, text, state, meaning_revision, source_revision, source_major_revision, revision
      FROM translation
      """)
    while try rows.next() {
      texts[.translation(try rows.integer(0), try rows.tag(1))] = TranslationRow(
        text: try rows.text(2), state: try rows.word(3, as: Translation.State.self),
        meaningRevision: try rows.integer(4), sourceRevision: try rows.integer(5),
        sourceMajorRevision: try rows.optionalInteger(6), revision: try rows.integer(7))
    }
    return texts
  }

  /// Texts of required languages, the source language among them, that must not be released as they are.
  private func findings(
    _ snapshot: Snapshot, _ texts: [RegistryRow: TranslationRow], _ requiredState: Translation.State?
  ) -> [Finding] {
    guard let source = snapshot.languages.first(where: { $0.fallback == nil })?.tag else { return [] }
    let required = snapshot.languages.filter { $0.isRequired || $0.tag == source }.map(\.tag)
    var findings: [Finding] = []
    for code in snapshot.codes where code.state != .retired {
      let meaning = texts[.translation(code.code, source)]?.sourceMajorRevision
      for tag in required {
        let row = RegistryRow.translation(code.code, tag)
        let found: (check: String, message: String)? =
          if let text = texts[row] {
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
