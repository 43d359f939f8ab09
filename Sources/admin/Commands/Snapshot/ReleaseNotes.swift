import Registry

/// A diff for people: the changes, grouped by category.
struct ReleaseNotes {
  private struct Note {
    let section: String
    let impact: SnapshotChange.Impact
    let subject: String
    /// The value before and after the change, or a sentence.
    let before: String?
    let after: String?
    let isProse: Bool
    let label: String
  }

  private let notes: [Note]
  private let summary: String

  init(_ diff: SnapshotDiff, from old: Snapshot, to new: Snapshot) {
    let codes = Dictionary((new.codes + old.codes).map { ($0.number, $0) }) { first, _ in first }
    var told: Set<RegistryRow> = []
    var notes: [Note] = []
    for change in diff.changes {
      let isWhole = Self.wholeRows[change.kind]
      if isWhole != nil, !told.insert(change.row).inserted { continue }
      let code = change.row.code.flatMap { codes[$0] }
      let subject =
        switch change.row {
        case .language(let tag): "\(tag)"
        case .category(let key): key
        case .categoryName(let key, let tag): "\(key) in \(tag)"
        case .statusCode(let code): "\(code) \(codes[code]?.symbol ?? "")"
        case .translation(let code, let tag): "\(code) \(tag)"
        default: "\(change.row)"
        }
      notes.append(
        Note(
          section: code?.category ?? (change.row.category == nil ? "languages" : "categories"), impact: change.impact,
          subject: subject, before: isWhole == nil ? change.before?.description : nil,
          after: isWhole == nil ? change.after?.description : isWhole,
          isProse: change.row.code != nil && change.field == "text", label: isWhole == nil ? change.field : ""))
    }
    // The sections are in the order of the categories' positions. Within a section, the order is that of the diff: by
    // number.
    let places = Dictionary((new.categories + old.categories).map { ($0.key, $0.position) }) { first, _ in first }
    let place = { (section: String) in ["languages": -2, "categories": -1][section] ?? places[section] ?? Int.max }
    self.notes = notes.enumerated().sorted {
      (place($0.element.section), $0.element.section, $0.offset) < (
        place($1.element.section), $1.element.section, $1.offset
      )
    }.map(\.element)
    let counts = Dictionary(grouping: diff.changes, by: \.impact).mapValues(\.count)
    let parts = [SnapshotChange.Impact.breaking, .additive, .wording].compactMap { impact in
      counts[impact].map { "\($0) \(impact.rawValue)" }
    }
    summary =
      diff.changes.isEmpty
      ? "Nothing changed." : "\(counted(diff.changes.count, "change")): \(parts.joined(separator: ", "))."
  }

  private static let wholeRows: [SnapshotChange.Kind: String] = [
    .languageAdded: "is new", .categoryAdded: "is new", .codeAdded: "is new", .languageRemoved: "is gone",
    .categoryRemoved: "is gone", .codeRemoved: "is gone",
  ]

  /// The notes as text for a terminal.
  func text(on console: Console) -> SafeText {
    var text: SafeText = "\(summary)\n"
    var section: String?
    for note in notes {
      if note.section != section { text += "\n" + console.emphasized("\(note.section)") + "\n" }
      section = note.section
      let label = note.label.isEmpty || note.isProse ? "" : note.label + ": "
      let impact = note.impact.rawValue.padding(toLength: 9)
      text += "  \(impact) \(note.subject)  \(label)\(said(of: note, on: console))\n"
    }
    return text
  }

  private func said(of note: Note, on console: Console) -> SafeText {
    let shown = { SafeText($0, isolated: console.isTerminal) }
    switch (note.before, note.after) {
    case (let old?, let new?) where note.isProse:
      return TextDifference(from: old, to: new).shown(usesColor: console.usesColor).isolated(console.isTerminal)
    case (let old?, nil): return note.isProse ? "[-\(shown(old))-]" : "\(shown(old)) → -"
    case (nil, let new?):
      return note.isProse ? "{+\(shown(new))+}" : note.label.isEmpty ? "\(new)" : "- → \(shown(new))"
    case (let old?, let new?): return "\(shown(old)) → \(shown(new))"
    case (nil, nil): return ""
    }
  }

  /// The notes as Markdown for a changelog.
  var markdown: SafeText {
    var text: SafeText = "\(summary)\n"
    var section: String?
    for note in notes {
      if note.section != section { text += "\n### \(note.section.forMarkdown)\n\n" }
      section = note.section
      let impact: SafeText = note.impact == .breaking ? "**Breaking:** " : ""
      let label: SafeText = note.label.isEmpty || note.isProse ? "" : "\(note.label.inMarkdownCode) "
      let subject: SafeText = "\(note.subject.inMarkdownCode)\(note.label.isEmpty ? "" : ":") "
      text += "- \(impact)\(subject)\(label)\(markdownSaid(of: note))\n"
    }
    return text
  }

  private func markdownSaid(of note: Note) -> SafeText {
    switch (note.before, note.after) {
    case (let old?, let new?): return "\(old.forMarkdown) → \(new.forMarkdown)"
    case (let old?, nil): return "~~\(old.forMarkdown)~~"
    case (nil, let new?): return note.label.isEmpty ? "\(new)" : "→ \(new.forMarkdown)"
    case (nil, nil): return ""
    }
  }
}

extension String {
  fileprivate func padding(toLength length: Int) -> String {
    self + String(repeating: " ", count: max(0, length - count))
  }
}
