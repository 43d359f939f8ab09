import ArgumentParser
import Registry

/// The options of commands that run the gate.
struct AllowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Allow a breaking change, with the reason; repeat it for more: code-retired:1402='merged into 1401'.",
      valueName: "kind:subject=reason"), transform: spelled)
  var allow: [AllowArgument] = []

  @Option(help: "The reason of every --allow that has none of its own.")
  var reason: TextArgument?

  func validate() throws {
    guard reason == nil, let bare = allow.first(where: { $0.reason == nil }) else { return }
    let change = "\(bare.kind):\(bare.subject)"
    throw ValidationError("--allow \(change) lacks its reason: write \(change)=REASON, or --reason REASON for all.")
  }

  func allowances() throws -> [ReleaseGate.Allowance] {
    try allow.map {
      try ReleaseGate.Allowance(
        kind: $0.kind, subject: $0.subject, reason: try ($0.reason ?? reason)?.text() ?? "")
    }
  }

  /// Notes the allowances that are not among those that matched a change.
  func noteUnused(besides used: [ReleaseGate.Allowance], on console: Console) throws {
    for allowance in try allowances() where !used.contains(allowance) {
      console.note("--allow \(allowance.kind):\(allowance.subject) matches no change.")
    }
  }
}

/// An argument of the form `KIND:SUBJECT=REASON` or `KIND:SUBJECT`.
struct AllowArgument: SpelledArgument {
  static let form = "Write KIND:SUBJECT=REASON, such as code-retired:1402='merged into 1401'."
  let kind: String
  let subject: String
  let reason: TextArgument?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
    (kind, subject) = (String(names[0]), String(names[1]))
    reason = parts.count == 2 ? TextArgument(argument: String(parts[1])) : nil
  }
}

/// A list of formats: `json`, `csv`, or both, separated by a comma.
struct FormatsArgument: SpelledArgument {
  static let form = "Write json, csv, or json,csv."
  let formats: [ReleaseFormat]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let known = names.compactMap { ReleaseFormat(rawValue: $0) }
    guard known.count == names.count else { return nil }
    formats = ReleaseFormat.allCases.filter(known.contains)
  }
}
