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

extension RecordedGate {
  /// The rows of a table that say the same for people.
  static func rows(_ gate: RecordedGate?) -> [[String?]] {
    switch gate {
    case .passed(let gate):
      [["compared_with", gate.against], ["suggested", gate.suggested]]
        + gate.allowed.map { ["allowed", "\($0.kind):\($0.subject): \($0.reason)"] }
    case .skipped(let reason): [["gate_skipped", reason]]
    case nil: []
    }
  }

  /// The sentence about a new release; empty when it was compared with nothing.
  static func sentence(_ gate: RecordedGate?) -> String {
    switch gate {
    case .passed(let gate) where gate.suggested == ReleaseGate.Bump.none.rawValue:
      " Nothing has changed since \(gate.against)."
    case .passed(let gate): " The changes since \(gate.against) suggest a \(gate.suggested) version."
    case .skipped(let reason): " It was compared with no release: \(reason)."
    case nil: ""
    }
  }

  /// The allowances of the release.
  var allowed: [ReleaseGate.Allowance] {
    if case .passed(let gate) = self { gate.allowed } else { [] }
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
