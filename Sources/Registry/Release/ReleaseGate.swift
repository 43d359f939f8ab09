import RegistryCatalog

/// The comparison of a new release with a previous one, which allows breaking changes only with a reason.
///
/// ```swift
/// let gate = ReleaseGate(from: old, to: new)
/// for change in gate.violations { print("\(change.row): \(change.kind.rawValue)") }
/// print(gate.isOpen, gate.suggested.rawValue)
/// ```
public struct ReleaseGate: Sendable {
  /// The permission for one breaking change.
  public struct Allowance: Sendable, Hashable, Codable {
    /// The kind of the change, such as `code-retired`.
    public let kind: String
    /// The subject of the change: the number or symbol of a code, a language tag, or the key of a category; `*` for
    /// every subject.
    public let subject: String
    /// The reason for the change.
    public let reason: String

    /// Creates an allowance from its parts.
    ///
    /// - Parameters:
    ///   - kind: The name of a kind of breaking change, such as `code-retired`.
    ///   - subject: The number or symbol of a code, any BCP 47 form of a language, or the key of a category; `*` for
    ///     every subject.
    ///   - reason: The reason for the change, on one line of at most 1,000 characters.
    /// - Throws: `RegistryError.Code.invalidValue` when `kind` is not a kind of breaking change;
    ///   `RegistryError.Code.invalidText` when `reason` is empty, too long or contains a character that is not allowed.
    public init(kind: String, subject: String, reason: String) throws(RegistryError) {
      let kinds = SnapshotChange.Kind.allCases.filter { $0.impact == .breaking }.map(\.rawValue) + [Self.version]
      guard kinds.contains(kind) else {
        throw RegistryError(
          .invalidValue, "'\(kind)' is not a kind of breaking change.",
          .follow(rule: "They are \(kinds.joined(separator: ", ")).")
        )
      }
      try TextRules.validateLine(reason, name: "The reason", limit: TextRules.maximumNoteLength)
      self.kind = kind
      self.subject = subject
      self.reason = reason
    }

    /// The kind of an allowance for a name that does not rise enough as a version. Its subject is the name.
    static let version = "version-too-low"

    /// Creates an allowance as it was recorded.
    init(recorded kind: String, of subject: String, reason: String) {
      (self.kind, self.subject, self.reason) = (kind, subject, reason)
    }
  }

  /// The part of a version number that the changes require to be increased (SemVer).
  public enum Bump: String, Sendable, Hashable {
    /// A change breaks callers.
    case major
    /// Something was added, and no change breaks callers.
    case minor
    /// Only wording has changed.
    case patch
    /// Nothing changed.
    case none
  }

  /// All changes of fields between the two snapshots.
  public let diff: SnapshotDiff
  /// The languages that answer for some tag in place of another one. No field shows these changes.
  public let answers: [SnapshotChange]
  /// The breaking changes that are not allowed.
  public let violations: [SnapshotChange]
  /// The allowances that match a breaking change.
  public let allowed: [Allowance]
  /// The allowances that match no change.
  public let unused: [Allowance]

  /// Compares two snapshots.
  ///
  /// - Parameters:
  ///   - old: The content of the previous release.
  ///   - new: The content of the new release.
  ///   - allowances: The breaking changes that are allowed.
  public init(from old: Snapshot, to new: Snapshot, allowing allowances: [Allowance] = []) {
    diff = SnapshotDiff(from: old, to: new)
    let symbols = Dictionary((new.codes + old.codes).map { ($0.symbol, $0.number) }) { first, _ in first }
    var used: Set<Allowance> = []
    answers = AnswerChanges(from: old, to: new).changes
    violations = (answers + diff.changes).filter { change in
      guard change.impact == .breaking else { return false }
      let fitting = allowances.filter { $0.fits(change, symbols) }
      used.formUnion(fitting)
      return fitting.isEmpty
    }
    allowed = allowances.filter(used.contains)
    unused = allowances.filter { !used.contains($0) }
  }

  /// Whether the new release has no breaking change that is not allowed.
  public var isOpen: Bool { violations.isEmpty }

  /// The part of the version that should be increased.
  public var suggested: Bump {
    let impacts = Set((answers + diff.changes).map(\.impact))
    if impacts.contains(.breaking) { return .major }
    if impacts.contains(.additive) { return .minor }
    return impacts.isEmpty ? .none : .patch
  }
}

extension ReleaseGate.Allowance {
  fileprivate func fits(_ change: SnapshotChange, _ symbols: [String: Int]) -> Bool {
    guard change.kind.rawValue == kind else { return false }
    if subject == "*" { return true }
    if let code = change.row.code { return subject == "\(code)" || symbols[subject.uppercased()] == code }
    return change.row.category.map { $0 == subject.lowercased() } ?? (change.row.language == LanguageTag(subject))
  }
}
