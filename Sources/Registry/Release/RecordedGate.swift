import RegistryCatalog

/// What a release was compared with before it was made, as the registry recorded it.
public enum RecordedGate: Sendable, Equatable {
  /// The release was compared, and these breaking changes were allowed.
  case passed(Manifest.Gate)
  /// The comparison was skipped for a reason.
  case skipped(reason: String)

  /// The first version of the schema that has gates.
  static let schemaVersion = 9
}

extension RegistryReader {
  /// Returns the gates of the recorded releases, by the name of the release.
  ///
  /// The first release of a registry has none, and neither has a release that was recorded before schema 9.
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
