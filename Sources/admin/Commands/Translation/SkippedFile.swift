import Glibc
import Registry

/// The file with the lines that an import skipped. It can be imported as it is: each line has the revision of the text
/// that is stored now, so nothing is overwritten that was stored after the file was written.
struct SkippedFile {
  private let source: RegistryPath
  private let chosen: RegistryPath?
  /// The path of the file; nil when nothing was skipped.
  private(set) var written: RegistryPath?

  /// Creates the file of an import.
  ///
  /// - Parameters:
  ///   - source: The path of the imported file.
  ///   - chosen: The path for the skipped lines; nil for a name that is derived from that of the imported file.
  init(of source: RegistryPath, at chosen: RegistryPath?) {
    self.source = source
    self.chosen = chosen
  }

  /// Writes the lines. An existing file is never replaced.
  mutating func write(_ lines: [SkippedText]) throws(RegistryError) {
    guard !lines.isEmpty else { return }
    let rows = lines.map { line in
      [
        "\(line.code)", line.language.description, SpreadsheetText.written(line.theirs ?? ""),
        SpreadsheetText.written(line.mine), "\(line.revision)",
      ]
    }
    let isCSV = (chosen ?? source).bytes.suffix(4) == Self.csv
    let format: DelimitedFormat = isCSV ? .csv : .tsv
    let text = ([TranslationColumns.skipped] + rows).map(format.line).joined()
    for path in paths(format) {
      do throws(RegistryError) {
        try WholeFile.write(Array(text.utf8), to: path, replacesFile: false)
        written = path
        return
      } catch {
        guard error.code == .fileExists, chosen == nil else { throw error }
      }
    }
    throw RegistryError(
      .fileExists, "There are already \(Self.names) files of skipped lines beside \(source).",
      .follow(rule: "Import or remove them, or name another file with --skipped."))
  }

  /// Removes the file, because the import was not stored.
  mutating func takeBack() {
    if let written { unlink(written.bytes.map { CChar(bitPattern: $0) } + [0]) }
    written = nil
  }

  private static let names = 99
  private static let csv = Array(".csv".utf8)[...]

  /// The names to try: `texts.skipped.tsv`, `texts.skipped-2.tsv` and so on, beside the imported file. For standard
  /// input they are in the current folder.
  private func paths(_ format: DelimitedFormat) -> [RegistryPath] {
    if let chosen { return [chosen] }
    let isStandardInput = source.bytes == Array("-".utf8)
    var stem = isStandardInput ? Array("texts".utf8) : source.bytes
    let name = stem.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    if let dot = stem[name...].lastIndex(of: UInt8(ascii: ".")), dot > name { stem = Array(stem[..<dot]) }
    return (1...Self.names).map { number in
      let suffix = number == 1 ? "" : "-\(number)"
      return RegistryPath(bytes: stem + Array(".skipped\(suffix).\(format.rawValue)".utf8))
    }
  }
}
