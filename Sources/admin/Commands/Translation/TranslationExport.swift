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

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file, which ends in .csv or .tsv; '-' is standard output.", valueName: "file"))
  var output: PathArgument

  @OptionGroup var filter: TranslationFilterOptions

  @Option(name: .customLong("as"), help: "The format: csv or tsv; else what the name of the file ends in, else tsv.")
  var format: DelimitedFormat?

  @Flag(help: "Begin with a byte order mark, which some spreadsheets need to read UTF-8.")
  var bom = false

  @Flag(help: "Replace the file if it exists.")
  var force = false

  @OptionGroup var shared: SharedOptions

  private var isStandardOutput: Bool { output.path.bytes == Array("-".utf8) }

  func validate() throws {
    if filter.missing, filter.stale || filter.state != nil {
      throw ValidationError("A missing text has no state: give --missing, or --stale and --state.")
    }
    if chosenFormat == nil {
      throw ValidationError("The name of the file ends in neither .csv nor .tsv; choose with --as.")
    }
  }

  private var chosenFormat: DelimitedFormat? {
    format ?? (isStandardOutput ? .tsv : DelimitedFormat.allCases.first { output.path.bytes.suffix(4) == $0.suffix })
  }

  func run() throws {
    let filter = filter
    let rows = try shared.reading().read { try TranslationColumns.rows(of: $0, filter) }
    let lines = ([TranslationColumns.exported] + rows).map((chosenFormat ?? .tsv).line)
    let text = (bom ? "\u{FEFF}" : "") + lines.joined()
    if isStandardOutput { return try shared.console.printFile(text) }
    try write(text)
    try shared.console.print(
      WriteReport(
        sentence: "\(output.path) written: \(counted(rows.count, "text")).",
        values: [.cell("path", .string(output.path.description)), .cell("texts", .integer(rows.count))]))
  }
}

extension TranslationExport {
  private func write(_ text: String) throws {
    do throws(RegistryError) {
      try WholeFile.write(Array(text.utf8), to: output.path, replacesFile: force)
    } catch {
      let isKept = error.code == .fileExists && !force
      throw CommandFailure(error, hint: isKept ? "Choose another name, or replace it with --force." : nil)
    }
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

extension DelimitedFormat: ExpressibleByArgument {
  /// The end of the name of a file.
  fileprivate var suffix: ArraySlice<UInt8> { Array(".\(rawValue)".utf8)[...] }
}
