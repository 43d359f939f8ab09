import Registry

extension LanguageAdd {
  /// The columns of a file of languages. They have the names of the fields.
  private static let columns = ["tag", "english_name", "own_name", "direction", "fallback", "required", "position"]

  /// The values of a row.
  private struct Entry {
    let tag: LanguageTag
    let change: LanguageChange

    init(_ columns: HeaderColumns, _ row: DelimitedFile.Row) throws(RegistryError) {
      tag = try LanguageAdd.validated(columns.word("tag", in: row) ?? "")
      change = LanguageChange(
        englishName: columns.text("english_name", in: row), ownName: columns.text("own_name", in: row),
        direction: try columns.choice("direction", in: row, of: Direction.self),
        fallback: columns.word("fallback", in: row), isRequired: try columns.answer("required", in: row),
        position: try columns.number("position", in: row))
    }
  }

  /// Adds the languages of a file as one operation. A language can fall back to one of an earlier line.
  func addLanguages(of path: RegistryPath) throws {
    let table = try DelimitedTable(path, known: Self.columns, required: ["tag", "english_name", "own_name"])
    let isDistinct = distinct
    let result = try shared.editing().edit(as: try write.intent("language add")) { (editor) throws(RegistryError) in
      let known = Set(try editor.registry.languages().map(\.value.tag))
      var lines: [LanguageTag: Int] = [:]
      var edits = LineEdits()
      try table.forEach(Entry.init) { (line, entry) throws(RegistryError) in
        try edits.take(line) { () throws(RegistryError) in
          let entry = try entry.get()
          if let first = lines.updateValue(line, forKey: entry.tag) {
            throw RegistryError(.alreadyExists, "The language \(entry.tag) is already in line \(first).")
          }
          _ = try editor.addLanguage(entry.tag, entry.change, isDistinct: isDistinct)
          return !known.contains(entry.tag)
        }
      }
      return try edits.result()
    }
    try shared.console.print(WriteReport(result, of: "language", lines: table.count, isDryRun: write.dryRun))
  }
}
