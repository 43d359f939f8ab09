import Registry

/// The format of an import file, one text on each line.
///
/// A line has three or four columns, separated by tabs: code, language, text, and optionally the revision that the text
/// is based on. A line can also have the six columns of `admin translation list`: code, language, revision, state,
/// staleness, text. Texts contain no tabs or line breaks, so nothing is quoted.
enum TranslationLine {
  /// The largest length of a line in bytes: the longest text and some space for the other columns.
  static let maximumBytes = 4 * TextRules.maximumLength + 1_024

  /// Returns the error for a line that is too long.
  static func overlong(_ number: Int) -> RegistryError.RefusedLine {
    RegistryError.RefusedLine(
      line: number, RegistryError(.invalidText, "The line is longer than \(maximumBytes) bytes."))
  }

  /// Parses a line.
  ///
  /// - Parameters:
  ///   - bytes: The line without its line break.
  ///   - number: The number of the line, counted from 1.
  /// - Returns: The entry; nil for an empty line, for a first line with column names, and for a listed text that is
  ///   missing and was left empty.
  /// - Throws: `RegistryError` with the code `invalidText` when the line is not UTF-8; `invalidValue` when it has
  ///   another number of columns, or its revision is not a number.
  static func entry(_ bytes: ArraySlice<UInt8>, number: Int) throws(RegistryError) -> TranslationEntry? {
    var bytes = bytes
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    // Split by bytes, because a tab and a combining mark after it form a single Character.
    let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
    guard [3, 4, 6].contains(fields.count) else {
      throw RegistryError(
        .invalidValue, "The line has \(counted(fields.count, "column")).",
        .follow(
          rule:
            "It has three or four, with tabs between: code, language, text, and the revision that it was made from; "
            + "or the six of 'admin translation list'."))
    }
    let (code, language) = (try TextRules.decode(Array(fields[0])), try TextRules.decode(Array(fields[1])))
    let text = try TextRules.decode(Array(fields[fields.count == 6 ? 5 : 2]))
    if number == 1, code == "code", language == "language" { return nil }
    let revision = try fields.count > 3 ? TextRules.decode(Array(fields[fields.count == 6 ? 2 : 3])) : ""
    if fields.count == 6, revision == "0", text.isEmpty { return nil }
    guard revision.isEmpty || (Int(revision) ?? -1) >= 0 else {
      throw RegistryError(
        .invalidValue, "'\(revision)' is not a revision.",
        .follow(rule: "A revision is a number; 0 means that no text is there."))
    }
    return TranslationEntry(line: number, code: code, language: language, text: text, revision: Int(revision))
  }
}
