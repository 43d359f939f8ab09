import RegistryCatalog

/// Whether a release may follow another: every breaking change must have been allowed, by name and with a reason.
public struct ReleaseGate: Sendable {
  /// A breaking change that was decided on.
  public struct Allowance: Sendable, Hashable, Codable {
    /// The kind of change: `code-retired`.
    public let kind: String
    /// What it is about: a code's number or symbol, a language, or the key of a category.
    public let subject: String
    /// Why it is right.
    public let reason: String

    /// An allowance from its parts.
    ///
    /// Throws: `invalid-value` for a kind that is not breaking; `invalid-text` for a reason that says nothing.
    public init(kind: String, subject: String, reason: String) throws(RegistryError) {
      let kinds = SnapshotChange.Kind.allCases.filter { $0.impact == .breaking }.map(\.rawValue)
      guard kinds.contains(kind) else {
        throw RegistryError(
          .invalidValue, "'\(kind)' is not a kind of breaking change.", .follow(rule: "They are \(kinds.joined(separator: ", ")).")
        )
      }
      try TextRules.validateLine(reason, name: "The reason", limit: 1_000)
      self.kind = kind
      self.subject = subject
      self.reason = reason
    }
  }

  /// The part of a version that the changes call for (SemVer).
  public enum Bump: String, Sendable, Hashable {
    /// Something breaks.
    case major
    /// Something is new, nothing breaks.
    case minor
    /// Other words for the same.
    case patch
    /// Nothing changed.
    case none
  }

  /// Every change between the two.
  public let diff: SnapshotDiff
  /// Breaking changes that nobody allowed.
  public let violations: [SnapshotChange]
  /// Allowances that were needed.
  public let allowed: [Allowance]
  /// Allowances that fit no change.
  public let unused: [Allowance]

  /// The gate between two contents.
  public init(from old: Snapshot, to new: Snapshot, allowing allowances: [Allowance] = []) {
    diff = SnapshotDiff(from: old, to: new)
    let symbols = Dictionary((new.codes + old.codes).map { ($0.symbol, $0.number) }) { first, _ in first }
    var used: Set<Allowance> = []
    violations = diff.changes.filter { change in
      guard change.impact == .breaking else { return false }
      let fitting = allowances.filter { $0.fits(change, symbols) }
      used.formUnion(fitting)
      return fitting.isEmpty
    }
    allowed = allowances.filter(used.contains)
    unused = allowances.filter { !used.contains($0) }
  }

  /// Whether the new one may be released.
  public var isOpen: Bool { violations.isEmpty }

  /// The part of the version that should rise.
  public var suggested: Bump {
    let impacts = Set(diff.changes.map(\.impact))
    if impacts.contains(.breaking) { return .major }
    if impacts.contains(.additive) { return .minor }
    return impacts.isEmpty ? .none : .patch
  }
}

extension ReleaseGate.Allowance {
  fileprivate func fits(_ change: SnapshotChange, _ symbols: [String: Int]) -> Bool {
    guard change.kind.rawValue == kind else { return false }
    if let code = change.row.code { return subject == "\(code)" || symbols[subject.uppercased()] == code }
    return subject == change.row.category ?? change.row.language?.description
  }
}
