import ArgumentParser
import Registry

/// Fails when a release would break callers.
struct SnapshotGate: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "Say whether NEW can follow OLD without breaking callers; exits with 2 if not.",
    discussion: """
      OLD and NEW are files, or the names of releases that the registry recorded. Without NEW the registry itself is \
      looked at. docs/releases.md lists what is breaking, and why. 'snapshot create' asks the same gate, and records \
      what was allowed. That is allowed here too when NEW is the name of a release.
      """)

  @Argument(help: "A snapshot, a registry, or the name of a release.", completion: .file())
  var old: PathArgument

  @Argument(help: "A snapshot, a registry, or the name of a release; else the registry.", completion: .file())
  var new: PathArgument?

  @OptionGroup var allowances: AllowOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let registry = LazyRegistry(shared)
    let old = try ReleasedContent(old, in: registry)
    let new = try new.map { try ReleasedContent($0, in: registry) } ?? ReleasedContent(registry)
    let given = try allowances.allowances()
    let recorded = (new.recorded?.gate?.allowed ?? []).filter { !given.contains($0) }
    let gate = ReleaseGate(from: old.snapshot, to: new.snapshot, allowing: given + recorded)
    let console = shared.console
    try allowances.noteUnused(besides: gate.allowed, on: console)
    noteRecord(of: new, recorded.filter(gate.allowed.contains), on: console)
    try show(gate, from: old, to: new, on: console)
    guard gate.isOpen else {
      throw CommandFailure(
        code: "unfit", message: "\(counted(gate.violations.count, "change")) would break callers.",
        hint: "Take each back, or allow it with --allow KIND:SUBJECT=REASON.", exit: 2)
    }
  }

  /// Says what the new release was allowed when it was made, or that it was not compared.
  private func noteRecord(
    of new: ReleasedContent, _ allowed: [ReleaseGate.Allowance], on console: Console
  ) {
    guard let release = new.recorded else { return }
    if case .skipped(let reason) = release.gate {
      console.note("\(release.record.name) was released by \(release.record.actor) without a comparison: \(reason)")
    }
    for allowance in allowed {
      console.note(
        "\(allowance.kind):\(allowance.subject) was allowed in \(release.record.name) by \(release.record.actor): "
          + allowance.reason)
    }
  }

  private func show(
    _ gate: ReleaseGate, from old: ReleasedContent, to new: ReleasedContent, on console: Console
  ) throws {
    let allowed = Report(gate.allowed, ReleaseGate.Allowance.columns)
    let verdict = gate.isOpen ? "pass" : "fail"
    let facts = Facts(
      title: ["VERDICT", verdict], values: [(name: "suggested", value: .string(gate.suggested.rawValue))],
      besides: [
        "verdict": .string(verdict), "from": old.json, "to": new.json,
        "violations": .array(gate.violations.map(\.json)), "allowed": allowed.json,
      ])
    // JSON contains the changes as lists; the table shows only their numbers.
    let counts: [[String?]] = [["changes", "\(gate.diff.changes.count)"], ["allowed", "\(gate.allowed.count)"]]
    let table = Table(columns: facts.title, rows: facts.table.rows + counts)
    let violations = Report(gate.violations, SnapshotChange.columns.filter { $0.key != "impact" }).table
    try console.print(gate.isOpen ? [table] : [table, violations], json: facts.json)
  }
}
