import ArgumentParser
import Registry

/// Stops a release that would break callers.
struct SnapshotGate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "Say whether NEW can follow OLD without breaking callers; exits with 2 if not.",
    discussion: """
      OLD and NEW are files, or the names of releases that the registry recorded. Without NEW the registry itself is \
      looked at. docs/releases.md lists what is breaking, and why. 'snapshot create --against OLD' asks the same gate, \
      and writes what was allowed into the manifest.
      """)

  @Argument(help: "A snapshot, a registry, or the name of a release.", completion: .file())
  var old: PathArgument

  @Argument(help: "A snapshot, a registry, or the name of a release; else the registry.", completion: .file())
  var new: PathArgument?

  @OptionGroup var allowances: AllowOption
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let old = try ReleasedContent(old, in: shared)
    let new = try new.map { try ReleasedContent($0, in: shared) } ?? ReleasedContent(registryOf: shared)
    let gate = ReleaseGate(from: old.snapshot, to: new.snapshot, allowing: try allowances.allowances())
    let console = shared.console
    for allowance in gate.unused {
      console.note("--allow \(allowance.kind):\(allowance.subject) fits no change.")
    }
    try console.print(
      gate.tables,
      json: .object([
        "verdict": .string(gate.isOpen ? "pass" : "fail"), "suggested": .string(gate.suggested.rawValue),
        "from": old.json, "to": new.json, "violations": .array(gate.violations.map(\.json)),
        "allowed": .array(
          gate.allowed.map {
            .object(["kind": .string($0.kind), "subject": .string($0.subject), "reason": .string($0.reason)])
          }),
      ]))
    guard gate.isOpen else {
      throw CommandFailure(
        code: "unfit", message: "\(counted(gate.violations.count, "change")) would break callers.",
        hint: "Take each back, or allow it with --allow KIND:SUBJECT=REASON.", exit: 2)
    }
  }
}

extension ReleaseGate {
  fileprivate var tables: [Table] {
    let facts = Table(
      columns: ["VERDICT", isOpen ? "pass" : "fail"],
      rows: [
        ["suggested", suggested.rawValue], ["changes", "\(diff.changes.count)"], ["allowed", "\(allowed.count)"],
      ])
    guard !violations.isEmpty else { return [facts] }
    let rows = violations.map {
      [$0.kind.rawValue] + $0.row.cells + [$0.field, $0.before?.description, $0.after?.description]
    }
    return [
      facts, Table(columns: ["KIND", "ENTITY", "ROW", "LANGUAGE", "FIELD", "BEFORE", "AFTER"], rows: rows),
    ]
  }
}
