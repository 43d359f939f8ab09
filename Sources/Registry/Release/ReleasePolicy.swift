import RegistryCatalog

/// The requirements for a release, and the choice of texts that it contains.
public struct ReleasePolicy: Sendable {
  /// The comparison of a release with an earlier one before it is made.
  public enum Gate: Sendable {
    /// Compares with the newest release, which is the one with the highest revision. When an earlier revision is
    /// released, it is the newest release that is not of a later revision. The first release of a registry is compared
    /// with nothing.
    case newestRelease(allowing: [ReleaseGate.Allowance] = [])
    /// Compares with a content, whose name is stored in the registry and in the manifest.
    case comparison(against: String, old: Snapshot, allowing: [ReleaseGate.Allowance] = [])
    /// Compares with nothing, for a reason that is stored in the registry and in the manifest.
    case skipped(reason: String)
  }

  /// The lowest state that texts of required languages may have; nil accepts every state.
  public var requiredState: Translation.State?
  /// Whether a text that nobody has reviewed is replaced by the last reviewed text of its message.
  public var usesLastReviewedTexts: Bool
  /// The comparison with an earlier release.
  public var gate: Gate

  /// Creates a policy from its parts.
  public init(
    requiredState: Translation.State? = nil, usesLastReviewedTexts: Bool = false, gate: Gate = .newestRelease()
  ) {
    self.requiredState = requiredState
    self.usesLastReviewedTexts = usesLastReviewedTexts
    self.gate = gate
  }
}
