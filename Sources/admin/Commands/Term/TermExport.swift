import ArgumentParser
import Registry

/// Writes the glossary to a file.
struct TermExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the glossary to a file for a spreadsheet or another registry.",
    discussion: """
      Each line has the words of a term in one language; between two words of a list is ' | '. 'admin term add --from' \
      reads the file, with --replace to change the terms that exist. A cell that begins with =, +, - or @ has an \
      apostrophe before it, so that no spreadsheet takes it for a formula; reading takes it away.
      """)

  @OptionGroup var file: ExportOptions

  @Option(help: "Only the words in this language; else all of them.", completion: .languages)
  var language: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rows = try shared.reading().read { [language] registry in try RenderedTerm.all(of: registry, language: language)
    }
    let cells = rows.map { row in
      ([row.term.value.source, row.tag.description, row.rendering.text]
        + ["other_forms", "synonyms", "forbidden"].map { row.cell($0) ?? "" } + [row.term.value.note ?? ""])
        .map(SpreadsheetText.written)
    }
    try file.write([TermAdd.columns] + cells, of: "term", count: RenderedTerm.terms(of: rows).count, in: shared)
  }
}
