import Registry

extension EditResult<ReversalResult> {
  /// Prints the changes that were undone or redone, and then the rows that were not. When there are such rows, the exit
  /// code is 3.
  func report(on console: Console, isDryRun: Bool) throws {
    for code in value.retired where isChanged {
      console.note("\(code) is retired, not removed: a number is never used again.")
    }
    for category in value.kept { console.note("The category \(category) stays: it holds codes.") }
    switch console.format {
    case .tsv, .json:
      try console.print(
        Table(
          columns: [],
          rows: changes(on: console).map { change in
            [operation.map { "\($0)" }] + change.row.cells
              + [change.field, change.before?.description, change.after?.description]
              + (isDryRun ? [WriteReport.dryRunMark] : [])
          }), json: json(isDryRun: isDryRun))
    case .table, .markdown:
      let sentences = console.isQuiet ? [] : [sentence(isDryRun: isDryRun)]
      try console.printText((sentences + lines(on: console)).map { $0 + "\n" }.joined())
    }
    if let failure { throw failure }
  }

  /// The changes to print. With `--quiet`, those of fields that the registry maintains itself are left out.
  private func changes(on console: Console) -> [FieldChange] {
    console.isQuiet ? value.changes.filter { !$0.isBookkeeping } : value.changes
  }

  private func sentence(isDryRun: Bool) -> SafeText {
    let subject: SafeText = "Operation \(value.reversal.root) (\(value.command) by \(value.actor))"
    let verb: SafeText = value.reversal.kind == .undo ? "undone" : "made again"
    if !isChanged {
      return subject
        + (value.conflicts.isEmpty ? " is \(verb) already; nothing was changed." : " was left as it is.")
    }
    if isDryRun { return "\(subject) would be \(verb); nothing was changed." }
    return "\(subject) is \(verb)" + (operation.map { " (operation \($0))." } ?? ".")
  }

  private func lines(on console: Console) -> [SafeText] {
    let spoken = value.changes.filter { !$0.isBookkeeping }
    let lines: [SafeText] = spoken.prefix(Console.shownChanges).map {
      "  " + $0.line(usesColor: console.usesColor, isolated: console.isTerminal)
    }
    return spoken.count > lines.count ? lines + ["  and \(spoken.count - lines.count) more"] : lines
  }

  private var failure: CommandFailure? {
    guard !value.conflicts.isEmpty else { return nil }
    let rest = isChanged ? "the rest is done." : "nothing was changed."
    let rows = "\(counted(value.conflicts.count, "row")) left alone"
    var others = isChanged ? "" : " Operation \(value.reversal.root) stays as it is."
    if let next = value.next {
      others += " To go one operation further back instead: \(SuggestedCommand("undo \(next)").quoted)."
    }
    var failure = CommandFailure(
      code: RegistryError.Code.changedSince.description, message: "\(rows); \(rest)",
      hint: "Look at each, and set it by hand where it should go back." + others, exit: 3, conflicts: value.conflicts)
    failure.hasStored = isChanged
    return failure
  }

  private func json(isDryRun: Bool) -> JSON {
    .object([
      "operation": .init(operation), "changed": .bool(isChanged), "dry_run": .bool(isDryRun),
      "kind": .string(value.reversal.kind.rawValue), "of": .integer(value.reversal.root),
      "changes": .array(value.changes.map(\.json)), "conflicts": .array(value.conflicts.map(\.json)),
      "next": .init(value.next), "retired": .array(value.retired.map(JSON.integer)),
      "kept": .array(value.kept.map(JSON.string)),
    ])
  }
}

extension ReversalConflict {
  var json: JSON {
    let fields = self.fields.map { field in
      JSON.object([
        "field": .string(field.name), "before": .init(field.before, role: nil), "after": .init(field.after, role: nil),
        "current": .init(field.current, role: nil),
      ])
    }
    return .object(row.json.merging(["reason": .string(reason), "fields": .array(fields)]) { _, new in new })
  }

  /// Returns the reason, and each conflicting field with the values on all sides.
  func lines(isolated: Bool) -> SafeText {
    var lines: SafeText = "  \(reason)\n"
    for field in fields where row.role(ofField: field.name) != .bookkeeping {
      for (label, value) in [("before", field.before), ("after", field.after), ("now", field.current)] {
        let shown = value.map { SafeText($0.description, isolated: isolated) } ?? "-"
        lines += "    \(field.name) \(label):\t\(shown)\n"
      }
    }
    return lines
  }
}
