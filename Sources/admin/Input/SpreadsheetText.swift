/// A text as `translation export` writes it, so that no spreadsheet takes it for a formula.
///
/// A spreadsheet evaluates a cell that begins with `=`, `+`, `-` or `@`. Such a text gets an apostrophe before it, as
/// spreadsheets themselves mark a text, and so does a text that has apostrophes before one of these characters. Reading
/// takes one apostrophe away, so that every text returns as it was.
enum SpreadsheetText {
  /// Returns the cell for a text.
  static func written(_ text: String) -> String { looksLikeFormula(text.utf8[...]) ? "'" + text : text }

  /// Returns the text of a cell.
  static func read(_ cell: String) -> String {
    guard cell.utf8.first == apostrophe, looksLikeFormula(cell.utf8.dropFirst()) else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }

  private static let apostrophe = UInt8(ascii: "'")

  private static func looksLikeFormula(_ bytes: Substring.UTF8View) -> Bool {
    bytes.first { $0 != apostrophe }.map("=+-@".utf8.contains) ?? false
  }
}
