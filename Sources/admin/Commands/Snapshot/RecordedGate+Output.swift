import Registry

extension RecordedGate {
  /// The JSON members that say what a release was compared with, as every command prints them.
  static func members(_ gate: RecordedGate?) -> [String: JSON] {
    switch gate {
    case .passed(let gate): ["gate": gate.json, "gate_skipped": .null]
    case .skipped(let reason): ["gate": .null, "gate_skipped": .string(reason)]
    case nil: ["gate": .null, "gate_skipped": .null]
    }
  }
}

extension Manifest.Gate {
  fileprivate var json: JSON {
    .object([
      "against": .string(against), "content_digest": .string(contentDigest), "suggested": .string(suggested),
      "allowed": Report(allowed, ReleaseGate.Allowance.columns).json,
    ])
  }
}

extension ReleaseGate.Allowance {
  /// The JSON members of an allowance, as every command prints them.
  static let columns: [Column<ReleaseGate.Allowance>] = [
    Column(nil, "kind") { .string($0.kind) }, Column(nil, "subject") { .string($0.subject) },
    Column(nil, "reason") { .string($0.reason) },
  ]
}
