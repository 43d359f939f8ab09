/// One line of an import: tab-separated code, language, text, and the revision that it was made from, which may be left
/// out; or the six columns of `admin translation list`: code, language, revision, state, staleness, text.
///
/// Texts hold no tabs and no line breaks, so nothing is quoted.
public struct TranslationLine: Sendable {
  /// Where it stands, counted from 1.
  public let number: Int
  /// A number, or a symbol in any case.
  public let code: String
  /// A BCP 47 form of a known language.
  public let language: String
  /// The text.
  public let text: String
  /// The revision of the text that it replaces, 0 for a missing one; nil to replace whatever is there.
  public let revision: Int?

  /// The longest line in bytes: a longest text, and room for the other columns.
  public static let maximumBytes = 4 * TextRules.maximumLength + 1_024

  /// Why a longer line is refused.
  public static func overlong(_ number: Int) -> RegistryError.Row {
    RegistryError.Row(
      line: number, RegistryError(.invalidText, "The line is longer than \(maximumBytes) bytes."))
  }

  /// A line from its bytes, without the line break; nil for an empty line, for a first line that names the
  /// columns, and for a listed text that is missing and still is.
  ///
  /// Throws: `invalid-text` for bytes that are not UTF-8; `invalid-value` for another number of columns, or a revision
  /// that is no number.
  public init?(_ bytes: ArraySlice<UInt8>, number: Int) throws(RegistryError) {
    var bytes = bytes
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.last == 0x0D { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    // By bytes: a combining mark behind a tab would make one Character of both.
    let fields = bytes.split(separator: 0x09, omittingEmptySubsequences: false)
    guard [3, 4, 6].contains(fields.count) else {
      throw RegistryError(
        .invalidValue, "The line has \(fields.count) columns.",
        hint: "It has three or four, with tabs between: code, language, text, and the revision that it was made from; "
          + "or the six of 'admin translation list'.")
    }
    (code, language) = (try TextRules.decode(Array(fields[0])), try TextRules.decode(Array(fields[1])))
    text = try TextRules.decode(Array(fields[fields.count == 6 ? 5 : 2]))
    if number == 1, code == "code", language == "language" { return nil }
    let revision = try fields.count > 3 ? TextRules.decode(Array(fields[fields.count == 6 ? 2 : 3])) : ""
    if fields.count == 6, revision == "0", text.isEmpty { return nil }
    self.revision = Int(revision)
    self.number = number
    guard revision.isEmpty || (self.revision ?? -1) >= 0 else {
      throw RegistryError(
        .invalidValue, "'\(revision)' is no revision.", hint: "A revision is a number; 0 means that no text is there.")
    }
  }
}
