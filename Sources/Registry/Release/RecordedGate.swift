import RegistryCatalog

/// What a release was compared with before it was made, as the registry recorded it.
public enum RecordedGate: Sendable, Equatable {
  /// The release was compared, and these breaking changes were allowed.
  case passed(Manifest.Gate)
  /// The comparison was skipped for a reason.
  case skipped(reason: String)
}

extension RegistryReader {
  /// Returns the gates of the recorded releases, by the name of the release.
  ///
  /// A first release has none, and neither has a release that was recorded by a build that did not record gates.
  ///
  /// - Returns: The gates.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func gates() throws(RegistryError) -> [String: RecordedGate] {
    var allowed: [Int: [ReleaseGate.Allowance]] = [:]
    let allowances = try database.query(
      "SELECT release, kind, subject, reason FROM release_allowance ORDER BY release, sequence")
    while try allowances.next() {
      allowed[try allowances.integer(0), default: []].append(
        ReleaseGate.Allowance(
          recorded: try allowances.text(1), of: try allowances.text(2), reason: try allowances.text(3)))
    }
    var gates: [String: RecordedGate] = [:]
    let rows = try database.query(
      """
      SELECT release.name, release.id, skipped, against, release_gate.content_digest, suggested
      FROM release_gate JOIN release ON release.id = release_gate.release
      """)
    while try rows.next() {
      let name = try rows.text(0)
      if let reason = try rows.optionalText(2) {
        gates[name] = .skipped(reason: reason)
      } else {
        gates[name] = .passed(
          Manifest.Gate(
            against: try rows.text(3), contentDigest: try rows.text(4), suggested: try rows.text(5),
            allowed: allowed[try rows.integer(1)] ?? []))
      }
    }
    return gates
  }

  /// Asks the gate that a policy wants before a release is made.
  ///
  /// - Parameters:
  ///   - candidate: The content of the release.
  ///   - name: The name of the release.
  ///   - earlier: The releases that were recorded before it, oldest first.
  ///   - wanted: The gate; nil asks none.
  /// - Returns: What is recorded; nil when nothing was compared and nothing was skipped.
  /// - Throws: `RegistryError.Code.unfit` with the changes that are not allowed; `RegistryError.Code.unverified` when
  ///   the history cannot reproduce the newest release; `RegistryError.Code.invalidText` when the reason is not valid.
  func gate(
    of candidate: ReleaseCandidate, _ name: String, after earlier: [ReleaseRecord], _ wanted: ReleasePolicy.Gate?
  ) throws(RegistryError) -> RecordedGate? {
    switch wanted {
    case nil: return nil
    case .skipped(let reason):
      try TextRules.validateLine(reason, name: "The reason", limit: TextRules.maximumNoteLength)
      return .skipped(reason: reason)
    case .newestRelease(let allowances):
      guard let last = earlier.last else { return nil }
      let isSame = last.contentDigest == candidate.contentDigest
      let old = try isSame ? candidate.snapshot : snapshot(ofRelease: last.name)
      return .passed(try Self.gate(of: candidate, name, against: last.name, old, after: earlier, allowances))
    case .comparison(let against, let old, let allowances):
      return .passed(try Self.gate(of: candidate, name, against: against, old, after: earlier, allowances))
    }
  }

  private static func gate(
    of candidate: ReleaseCandidate, _ name: String, against: String, _ old: Snapshot, after earlier: [ReleaseRecord],
    _ allowances: [ReleaseGate.Allowance]
  ) throws(RegistryError) -> Manifest.Gate {
    let gate = ReleaseGate(from: old, to: candidate.snapshot, allowing: allowances)
    var (findings, allowed) = (gate.violations.map(finding), Set(gate.allowed))
    if let previous = tooLow(name, against: against, after: earlier, gate.suggested) {
      let fitting = allowances.filter { $0.kind == ReleaseGate.Allowance.version && ["*", name].contains($0.subject) }
      allowed.formUnion(fitting)
      if fitting.isEmpty {
        findings.append(
          Finding(
            check: ReleaseGate.Allowance.version, severity: .error, row: nil,
            message: "\(name): \(ReleaseGate.Allowance.version), \(previous) and these changes ask for a higher "
              + "\(gate.suggested.rawValue) version."))
      }
    }
    guard findings.isEmpty else {
      let count = gate.violations.count
      throw RegistryError(
        .unfit,
        count == 0
          ? "The version \(name) is too low after \(against)."
          : "The release would break callers of \(against): "
            + (count == 1 ? "1 breaking change is" : "\(count) breaking changes are") + " not allowed.",
        count == 0 ? .raiseVersion : .takeBackOrAllow, details: .findings(findings))
    }
    return Manifest.Gate(
      against: against, contentDigest: old.contentDigest, suggested: gate.suggested.rawValue,
      allowed: allowances.filter(allowed.contains))
  }

  private static func finding(_ change: SnapshotChange) -> Finding {
    Finding(
      check: change.kind.rawValue, severity: .error, row: change.row,
      message: "\(change.row): \(change.kind.rawValue), \(change.field) from "
        + "\(change.before?.description ?? "-") to \(change.after?.description ?? "-").")
  }

  /// Returns the version that does not rise enough to the new one: that of the release that was compared, or else of
  /// the newest recorded one whose name reads as a version; nil when it rises enough, or a name is no version.
  private static func tooLow(
    _ name: String, against: String, after earlier: [ReleaseRecord], _ bump: ReleaseGate.Bump
  ) -> String? {
    guard let version = ReleaseVersion(name),
      let previous = ([against] + earlier.reversed().map(\.name)).first(where: { ReleaseVersion($0) != nil }),
      let old = ReleaseVersion(previous), !version.mayFollow(old, bump)
    else { return nil }
    return previous
  }
}

extension Database {
  /// Records the gate of the newest release.
  func record(_ gate: RecordedGate) throws(RegistryError) {
    let insert = """
      INSERT INTO release_gate (release, against, content_digest, suggested, skipped)
      VALUES ((SELECT max(id) FROM release), ?, ?, ?, ?)
      """
    switch gate {
    case .skipped(let reason): try execute(insert, [.null, .null, .null, .text(reason)])
    case .passed(let gate):
      try execute(insert, [.text(gate.against), .text(gate.contentDigest), .text(gate.suggested), .null])
      for (index, allowance) in gate.allowed.enumerated() {
        try execute(
          """
          INSERT INTO release_allowance (release, sequence, kind, subject, reason)
          VALUES ((SELECT max(id) FROM release), ?, ?, ?, ?)
          """, [.init(index + 1), .text(allowance.kind), .text(allowance.subject), .text(allowance.reason)])
      }
    }
  }
}
