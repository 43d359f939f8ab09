/// The words about one check in one language.
struct CheckWords: Sendable {
  /// The name of the check.
  let name: String
  /// What a finding says: the problem, and what to do. Of several patterns, the first whose values the finding has.
  let findings: [String]

  init(_ name: String, _ findings: String...) { (self.name, self.findings) = (name, findings) }
}
