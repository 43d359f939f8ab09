import RegistryCatalog
import RegistrySQLite

/// A silence with what has become of the text that it was given for.
public struct StoredSilence: Sendable, Hashable {
  /// The silence.
  public let silence: Silence
  /// The text that the code has now in the language; nil when it has none.
  public let currentText: String?
  /// The number of the operation that last changed the silence.
  public let revision: Int
  /// Whether the silence is in force: the text is exactly the one that it was given for. Otherwise the silence has
  /// ended.
  public var isInForce: Bool { currentText.map { $0.hasSameBytes(as: silence.text) } ?? false }
}

extension RegistryReader {
  /// Returns the silences, those in force and those that have ended, ordered by code, language and check.
  ///
  /// - Returns: The silences.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func silences() throws(RegistryError) -> [StoredSilence] {
    let table = RegistryTables.silence
    let columns = (["code", "language", "check_id"] + table.fields.map(\.name) + ["revision"])
      .map { "silence.\($0)" }.joined(separator: ", ")
    let rows = try database.query(
      """
      SELECT \(columns), translation.text FROM silence
      LEFT JOIN translation ON translation.code = silence.code AND translation.language = silence.language
      ORDER BY silence.code, silence.language, silence.check_id
      """)
    var silences: [StoredSilence] = []
    while try rows.next() {
      silences.append(
        StoredSilence(
          silence: try Self.silence(from: rows), currentText: try rows.optionalText(table.revision + 1),
          revision: try rows.integer(table.revision)))
    }
    return silences
  }

  /// Returns the silence of a check for a text, in force or not; nil when there is none.
  func silence(_ code: Int, _ language: LanguageTag, check: String) throws(RegistryError) -> Revised<Silence>? {
    let table = RegistryTables.silence
    let row = try database.queryOne(
      "\(table.select) WHERE code = ? AND language = ? AND check_id = ?",
      [.init(code), .init(language), .text(check)])
    guard let row else { return nil }
    return Revised(try Self.silence(from: row), revision: try row.integer(table.revision))
  }

  private static func silence(from rows: borrowing Rows) throws(RegistryError) -> Silence {
    var silence = Silence(
      code: try rows.integer(0), language: try rows.tag(1), check: try rows.text(2), text: "", reason: "")
    let row = RegistryRow.silence(silence.code, silence.language, check: silence.check)
    try silence.read(RegistryTables.silence.fields, from: rows, at: 3, of: row.description)
    return silence
  }
}
