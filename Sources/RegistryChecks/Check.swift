import RegistryCatalog

/// A check of texts: its name, and what it finds.
///
/// ```swift
/// for check in Check.all { print(check.id, check.severity, check.summary) }
/// ```
public struct Check: Sendable, Hashable {
  /// A group of checks with one subject.
  @nonexhaustive
  public enum Family: String, Sendable, Hashable, CaseIterable {
    /// The arguments and forms on which programs rely.
    case contract
    /// The words of a text, compared with its source text.
    case text
    /// The characters of a text.
    case unicode
    /// The order in which a right-to-left text is shown.
    case reordering
    /// The writing of Arabic.
    case arabic
    /// The writing of Chinese.
    case chinese
  }

  /// The name of the fault in kebab case, such as `doubled-word`.
  public let id: String
  /// What a finding means: an error refuses the text, a warning and a note do not.
  public let severity: Finding.Severity
  /// The family of the check.
  public let family: Family
  /// What the check finds, as a phrase.
  public let summary: String

  init(_ id: String, _ severity: Finding.Severity, _ family: Family, _ summary: String) {
    (self.id, self.severity, self.family, self.summary) = (id, severity, family, summary)
  }
}

extension Check {
  /// All checks, in the order of their families.
  public static let all: [Check] =
    TextChecks.all.map(\.check)
    + LeafCheck.families.flatMap { family, checks in
      checks.map { Check($0.id, $0.severity, family, $0.summary) }
    } + ConsistencyChecks.all

  /// Returns the check with a name; nil when there is none.
  public static func named(_ id: String) -> Check? { all.first { $0.id == id } }
}

extension LeafCheck {
  /// The checks that look at one leaf, by family.
  static let families: [(family: Check.Family, checks: [LeafCheck])] = [
    (.unicode, unicode), (.reordering, reordering), (.arabic, arabic), (.chinese, chinese),
  ]
}
