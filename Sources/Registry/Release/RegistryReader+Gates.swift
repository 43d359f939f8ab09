import RegistryCatalog

extension RegistryReader {
  /// Asks the gate that a policy wants before a release is made.
  ///
  /// - Parameters:
  ///   - candidate: The content of the release.
  ///   - name: The name of the release.
  ///   - earlier: The releases that were recorded before it, in that order.
  ///   - wanted: The gate.
  /// - Returns: What is recorded; nil when there was nothing to compare with.
  /// - Throws: `RegistryError.Code.unfit` with the changes that are not allowed; `RegistryError.Code.unverified` when
  ///   the history cannot reproduce the newest release; `RegistryError.Code.invalidText` when the reason is not valid.
  func gate(
    of candidate: ReleaseCandidate, _ name: String, after earlier: [ReleaseRecord], _ wanted: ReleasePolicy.Gate
  ) throws(RegistryError) -> RecordedGate? {
    switch wanted {
    case .skipped(let reason):
      try TextRules.validateLine(reason, name: "The reason", limit: TextRules.maximumNoteLength)
      return .skipped(reason: reason)
    case .newestRelease(let allowances):
      guard let newest = earlier.newest(upTo: candidate.snapshot.revision) else { return nil }
      let old = try content(of: newest, or: candidate)
      return .passed(try Self.gate(of: candidate, name, against: newest.name, old, after: earlier, allowances))
    case .comparison(let against, let old, let allowances):
      return .passed(try Self.gate(of: candidate, name, against: against, old, after: earlier, allowances))
    }
  }

  /// Returns the gate of a recorded release. The policy may only ask for the same one again. Of a release that was
  /// recorded before schema 9 the gate is not known, so any one is asked.
  ///
  /// - Throws: `RegistryError.Code.releaseExists` when the policy asks for another gate; otherwise as
  ///   ``gate(of:_:after:_:)``.
  func gate(
    repeating release: ReleaseRecord, _ candidate: ReleaseCandidate, after earlier: [ReleaseRecord],
    _ wanted: ReleasePolicy.Gate
  ) throws(RegistryError) -> RecordedGate? {
    let known = try gates()[release.name]
    // Without any wish, the release is repeated as it is.
    if case .newestRelease(let allowances) = wanted, allowances.isEmpty { return known }
    do {
      let asked = try gate(of: candidate, release.name, after: earlier, wanted)
      if asked == known || !candidate.isGateRecorded { return asked }
    } catch { guard error.code == .unfit, candidate.isGateRecorded else { throw error } }
    let gate =
      switch known {
      case .passed(let gate): "compared with \(gate.against)"
      case .skipped(let reason): "compared with no other one (\(reason))"
      case nil: "as the first one, so it was compared with nothing"
      }
    throw RegistryError(
      .releaseExists,
      "The release \(release.name) was made at \(release.recordedAt) by \(release.actor), \(gate). The comparison or "
        + "what was allowed differs from what is asked for now.", .renameRelease)
  }

  /// Returns the content of a recorded release, which is often that of the new one.
  private func content(
    of release: ReleaseRecord, or candidate: ReleaseCandidate
  ) throws(RegistryError) -> Snapshot {
    if release.contentDigest == candidate.contentDigest { return candidate.snapshot }
    do { return try snapshot(ofRelease: release.name) } catch {
      throw error.code == .corrupt ? release.irreproducible : error
    }
  }

  private static func gate(
    of candidate: ReleaseCandidate, _ name: String, against: String, _ old: Snapshot, after earlier: [ReleaseRecord],
    _ allowances: [ReleaseGate.Allowance]
  ) throws(RegistryError) -> Manifest.Gate {
    let gate = ReleaseGate(from: old, to: candidate.snapshot, allowing: allowances)
    var (findings, allowed) = (gate.violations.map(finding), Set(gate.allowed))
    if let problem = tooLow(name, against, gate.suggested, after: earlier, candidate.snapshot.revision) {
      let fitting = allowances.filter { $0.kind == ReleaseGate.Allowance.version && ["*", name].contains($0.subject) }
      allowed.formUnion(fitting)
      if fitting.isEmpty { findings.append(problem) }
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

  /// Returns the finding for a name that does not rise enough as a version. It is compared with the name of the release
  /// whose content was compared, or else with the newest release whose name reads as a version.
  private static func tooLow(
    _ name: String, _ against: String, _ bump: ReleaseGate.Bump, after earlier: [ReleaseRecord], _ revision: Int
  ) -> Finding? {
    let versions = earlier.filter { ReleaseVersion($0.name) != nil }
    let previous = ReleaseVersion(against) == nil ? versions.newest(upTo: revision)?.name : against
    guard let previous, let version = ReleaseVersion(name), let old = ReleaseVersion(previous),
      !version.mayFollow(old, bump)
    else { return nil }
    return Finding(
      check: ReleaseGate.Allowance.version, severity: .error, row: nil,
      message: "\(name): \(ReleaseGate.Allowance.version), after \(previous) and these changes it must be "
        + "\(old.lowest(after: bump)) or higher.")
  }
}

extension [ReleaseRecord] {
  /// Returns the release with the highest revision that is not above `revision`, or else the one that was recorded
  /// last. Of several releases of one revision it is the last one.
  fileprivate func newest(upTo revision: Int) -> ReleaseRecord? {
    reversed().filter { $0.revision <= revision }.max { $0.revision < $1.revision } ?? last
  }
}
