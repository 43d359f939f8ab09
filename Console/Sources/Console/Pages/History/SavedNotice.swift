import Registry

/// The notice after something was stored: what, how many findings it has, and how to take it back.
struct SavedNotice: Sendable {
  private let operation: Int
  private let undoneBy: Int?
  /// The undo or redo that the operation made; nil for any other operation.
  private let reversal: Reversal?
  /// The rows that were changed.
  private let rows: [RegistryRow]
  private let languages: [Language]
  /// What checks find in the texts that were stored.
  private let findings: [Finding]

  /// The most rows that are named.
  private static let limit = 6

  /// Reads what an operation has stored; nil when the person has made no such operation.
  init?(_ number: Int, by person: String, _ registry: RegistryReader, _ checkers: CheckerStore) throws(RegistryError) {
    guard let operation = try registry.operation(number, by: person, shownChanges: 60) else { return nil }
    self.operation = operation.id
    (undoneBy, reversal) = (operation.undoneBy, operation.reversal)
    languages = try registry.languages().map(\.value)
    var rows: [RegistryRow] = []
    for change in operation.changes where !rows.contains(change.row) { rows.append(change.row) }
    var findings: [Finding] = []
    for code in Set(rows.prefix(Self.limit).compactMap(\.code)).sorted() {
      findings += try registry.textFindings(ofCode: code, with: try checkers.checker(registry)).filter { finding in
        finding.row.map(rows.contains) == true
      }
    }
    (self.rows, self.findings) = (rows, findings)
  }

  /// Creates the notice about an operation that changed one text.
  init(_ operation: Int, row: RegistryRow, _ content: CodePage.Content) {
    self.operation = operation
    (undoneBy, reversal) = (nil, nil)
    rows = [row]
    languages = content.languages
    findings = content.findings.filter { $0.row == row }
  }

  /// Returns the notice.
  ///
  /// - Parameter back: The path to come back to after an undo.
  func notice(back: String, _ words: Words) -> Page.Notice {
    if let undoneBy {
      let text = words.phrase(.undone, ["number": .name("\(operation)"), "undo": .name("\(undoneBy)")])
      return Page.Notice(text: "<p>\(text.html)</p>")
    }
    var subjects = rows.prefix(Self.limit).map { words.subject($0, languages).parts }
    if rows.count > Self.limit { subjects.append([.words("…")]) }
    let what =
      switch reversal?.kind {
      case .undo: words.phrase(.undone, ["number": .name("\(reversal?.root ?? 0)"), "undo": .name("\(operation)")])
      case .redo: words.phrase(.redone, ["number": .name("\(reversal?.root ?? 0)"), "redo": .name("\(operation)")])
      case nil: words.phrase(.saved, ["what": words.list(subjects), "number": .name("\(operation)")])
      }
    let remaining = findings.first.flatMap { first in
      first.row.map { row -> HTML in
        let language = row.language.map { tag -> HTML in "#findings-\(tag)" }
        return """
          <p><a href="/codes/\(row.code ?? 0)\(language)">\
          \(words(.savedFindings, ["count": .number(.init(findings.count))]))</a></p>
          """
      }
    }
    return Page.Notice(
      text: """
        <p>\(what.html)</p>\(remaining)
        \(Self.undo(operation, back: back, reversal?.kind == .undo ? .redo : .undo, words))
        """)
  }

  /// Returns the button that takes an operation back, and a link to its page.
  static func undo(_ operation: Int, back: String, _ label: Word, _ words: Words) -> HTML {
    """
    <form action="/operations/\(operation)/undo" method="post">
    <input type="hidden" name="back" value="\(HTML(exactly: back))">
    <button>\(words(label))</button> <a href="/operations/\(operation)">\(words(.show))</a></form>
    """
  }

  /// Returns a path of this console whose page tells about an operation, or that nothing was changed.
  static func path(_ path: String, after operation: Int?) -> String {
    "\(path)\(path.contains("?") ? "&" : "?")done=\(operation.map { "\($0)" } ?? "same")"
  }
}
