import Registry

extension EditOutcome {
  /// What the write came to, for people.
  func sentence(_ subject: String, verb: String, isDryRun: Bool) -> String {
    if !isChanged { return "\(subject) was already so; nothing was changed." }
    if isDryRun { return "\(subject) would be \(verb); nothing was changed." }
    return "\(subject) is \(verb)" + (operation.map { " (operation \($0))." } ?? ".")
  }

  /// The row that was written, with what the write came to.
  func json(_ row: [String: JSON], isDryRun: Bool) -> JSON {
    let outcome: [String: JSON] = [
      "changed": .bool(isChanged), "operation": .init(operation), "dry_run": .bool(isDryRun),
    ]
    return .object(row.merging(outcome) { _, new in new })
  }
}
