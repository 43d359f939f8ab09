import Registry

extension TermAdd {
  /// The columns of a file of terms, as `term export` writes it.
  static let columns = ["term", "language", "text", "other_forms", "synonyms", "forbidden", "note"]

  /// Adds the terms of a file as one operation.
  func addTerms(of path: RegistryPath) throws {
    let table = try DelimitedTable(path, known: Self.columns, required: ["term", "language", "text"])
    let isReplacing = replace
    let result = try shared.editing().edit(as: try write.intent("term add")) { (editor) throws(RegistryError) in
      try editor.addTerms(replacing: isReplacing) { (body) throws(RegistryError) in
        try table.forEach(Self.line, body)
      }
    }
    try shared.console.print(
      WriteReport(
        result, of: "term", lines: table.count, isDryRun: write.dryRun,
        verb: isReplacing ? "added or changed" : "added"))
  }

  private static func line(_ columns: HeaderColumns, _ row: DelimitedFile.Row) throws(RegistryError) -> TermLine {
    let cell = { (name: String) in TextRules.cleaned(SpreadsheetText.read(columns.text(name, in: row))).text }
    let list = { (name: String) -> [String]? in
      guard columns.has(name) else { return nil }
      // A person may leave out the spaces beside the line.
      return cell(name).unicodeScalars.split(separator: "|").map { words in
        let word = words.drop(while: \.properties.isWhitespace)
        let end = word.lastIndex { !$0.properties.isWhitespace }.map(word.index(after:)) ?? word.startIndex
        return String(word[..<end])
      }.filter { !$0.isEmpty }
    }
    return TermLine(
      source: cell("term"), language: columns.word("language", in: row) ?? "", text: cell("text"),
      otherForms: list("other_forms"), synonyms: list("synonyms"), forbidden: list("forbidden"),
      note: columns.has("note") ? cell("note") : nil)
  }
}
