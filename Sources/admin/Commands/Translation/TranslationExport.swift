import ArgumentParser
import Registry

/// Writes a file for a translator.
struct TranslationExport: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the texts of a language to a file for a translator.",
    discussion: """
      Each line has a code, its source text and its text in the language, the missing ones too. The options that \
      choose texts are those of 'translation list'. The translator changes the column 'text' and leaves the others; \
      'admin translation import' takes the file back. It compares the column 'revision', so that no newer text is \
      overwritten, and the column 'source', so that a text made from an older source text is stale. A text that \
      begins with =, +, - or @ has an apostrophe before it, so that no spreadsheet takes it for a formula; the \
      import takes the apostrophe away.
      """)

  @OptionGroup var file: ExportOptions

  @OptionGroup var filter: TranslationFilterOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if filter.missing, filter.stale || filter.state != nil {
      throw ValidationError("A missing text has no state: give --missing, or --stale and --state.")
    }
  }

  func run() throws {
    let filter = filter
    let rows = try shared.reading().read { try TranslationColumns.rows(of: $0, filter) }
    try file.write([TranslationColumns.exported] + rows, of: "text", count: rows.count, in: shared)
  }
}

extension TranslationColumns {
  /// Returns the rows of a file for a translator: those that `translation list` would show.
  fileprivate static func rows(
    of registry: RegistryReader, _ filter: TranslationFilterOptions
  ) throws(RegistryError) -> [[String]] {
    let codes = Dictionary(
      try registry.codes().map { ($0.value.number, $0.value) }
    ) { first, _ in first }
    let source = try registry.languages().map(\.value).first { $0.fallback == nil }
    let sources = Dictionary(
      try registry.translations(TranslationFilter(language: source?.tag.description)).map { slot in
        (slot.code, slot.translation?.text ?? "")
      }
    ) { first, _ in first }
    return try filter.slots(in: registry).slots.compactMap { slot in
      guard let code = codes[slot.code] else { return nil }
      return [
        "\(slot.code)", slot.language.description, code.symbol, SpreadsheetText.written(code.description ?? ""),
        SpreadsheetText.written(sources[slot.code] ?? ""), SpreadsheetText.written(slot.translation?.text ?? ""),
        "\(slot.translation?.revision ?? 0)",
      ]
    }
  }
}
