import Registry

/// A file of separated values, as spreadsheets and `admin` write them. It is read row by row, as often as needed, and
/// never held in memory as a whole.
///
/// A row is a line, because no text of a registry has a line break. The first comma, semicolon or tab of the file is
/// its separator. A cell between quotation marks may hold the separator, and a doubled mark for one (RFC 4180). In
/// a file with tabs, other quotation marks are part of the text.
struct DelimitedFile: Sendable {
  /// A line that is not blank.
  struct Row: Sendable {
    /// The number of the line, counted from 1.
    let line: Int
    /// The cells, with their quotes resolved.
    let cells: [String]
    /// Whether each cell was between quotation marks.
    let isQuoted: [Bool]
  }

  private let file: InputFile
  private let encoding: TextEncoding
  private let markLength: Int
  private let separator: UInt8
  /// The number of lines, for the display of progress.
  let lineCount: Int
  /// The first row, or the reason why it has none.
  let firstRow: Result<Row, RegistryError>

  /// The largest length of a line in bytes of UTF-8: three of the longest texts, and some space for other cells.
  static let maximumLineLength = 3 * 4 * TextRules.maximumLength + 1_024

  private static let (tab, lineFeed, carriageReturn, quote): (UInt8, UInt8, UInt8, UInt8) = (0x09, 0x0A, 0x0D, 0x22)
  /// The first bytes of a ZIP archive, which files such as .xlsx and .ods are.
  private static let archive: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let separators = [tab] + Array(",;".utf8)

  /// Opens the file at a path, or standard input for `-`.
  ///
  /// - Throws: `CommandFailure` when the file cannot be opened, is too large, or has no line that is not blank.
  init(_ path: RegistryPath) throws {
    let file = try InputFile(path)
    var detected: (encoding: TextEncoding, mark: Int) = (.utf8, 0)
    try file.forEachPart { (part) throws(RegistryError) in
      guard !part.starts(with: Self.archive) else {
        throw RegistryError(
          .invalidText, "\(path) is a workbook or another archive, not a text.",
          .follow(rule: "Save it in the spreadsheet as CSV or as text with tabs."))
      }
      detected = TextEncoding.detected(in: part)
      return false
    }
    var first: (line: Int, bytes: [UInt8]?)?
    var count = 0
    try Self.forEachLine(of: file, detected) { (line, bytes) throws(RegistryError) in
      count = line
      if first == nil, bytes?.isEmpty != true { first = (line, bytes.map(Array.init)) }
    }
    guard let first else {
      let name = path.bytes == Array("-".utf8) ? "Standard input" : "\(path)"
      throw CommandFailure(code: "invalid-text", message: "\(name) is empty.", hint: nil, exit: 65)
    }
    let separator = Self.separator(in: first.bytes ?? [])
    self.file = file
    (encoding, markLength, self.separator, lineCount) = (detected.encoding, detected.mark, separator, count)
    firstRow = Self.result(first.bytes?[...], first.line, detected.encoding, separator)
  }

  /// Calls `body` with the number of each line that is not blank, and its row or the reason why it has none.
  func forEachRow(
    _ body: (Int, Result<Row, RegistryError>) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    try Self.forEachLine(of: file, (encoding, markLength)) { (line, bytes) throws(RegistryError) in
      if bytes?.isEmpty == true { return }
      let result = Self.result(bytes, line, encoding, separator)
      // A spreadsheet writes an empty row as separators alone.
      if case .success(let row) = result, row.cells.allSatisfy(\.isEmpty) { return }
      try body(line, result)
    }
  }

  /// Calls `body` with the number of each line and its bytes in UTF-8, which are nil when the line is too long.
  private static func forEachLine(
    of file: InputFile, _ detected: (encoding: TextEncoding, mark: Int),
    _ body: (Int, ArraySlice<UInt8>?) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var lines = LineSplitter(limit: maximumLineLength)
    var mark = detected.mark
    var decoder: UTF16Decoder? =
      if case .utf16(let isBigEndian) = detected.encoding { UTF16Decoder(isBigEndian: isBigEndian) } else { nil }
    try file.forEachPart { (part) throws(RegistryError) in
      let bytes = part.dropFirst(mark)
      mark = 0
      try lines.take(decoder?.decode(bytes)[...] ?? bytes, body)
      return true
    }
    try lines.take(decoder?.end()[...] ?? [], body)
    try lines.end(body)
  }

  /// Returns the first separator of a line that is not between quotation marks; a tab when there is none.
  private static func separator(in line: [UInt8]) -> UInt8 {
    var isQuoted = false
    for byte in line {
      if byte == quote { isQuoted.toggle() } else if !isQuoted, separators.contains(byte) { return byte }
    }
    return tab
  }

  private static func result(
    _ bytes: ArraySlice<UInt8>?, _ line: Int, _ encoding: TextEncoding, _ separator: UInt8
  ) -> Result<Row, RegistryError> {
    guard let bytes else {
      return .failure(RegistryError(.invalidText, "The line is longer than \(maximumLineLength) bytes."))
    }
    return Result { () throws(RegistryError) in try row(bytes, line, encoding, separator) }
  }

  private static func row(
    _ bytes: ArraySlice<UInt8>, _ line: Int, _ encoding: TextEncoding, _ separator: UInt8
  ) throws(RegistryError) -> Row {
    try encoding.requireText(bytes)
    var (cells, isQuoted): ([String], [Bool]) = ([], [])
    var index = bytes.startIndex
    while true {
      var end: Int
      if let quoted = try quotedCell(bytes, from: index, separator) {
        cells.append(String(decoding: quoted.content, as: UTF8.self))
        end = quoted.end
        isQuoted.append(true)
      } else {
        // Split by bytes, because a tab and a combining mark after it form a single Character.
        end = bytes[index...].firstIndex(of: separator) ?? bytes.endIndex
        cells.append(String(decoding: bytes[index..<end], as: UTF8.self))
        isQuoted.append(false)
      }
      guard end < bytes.endIndex else { return Row(line: line, cells: cells, isQuoted: isQuoted) }
      index = end + 1
    }
  }

  /// Returns the content and the end of the quoted cell that begins at an index; nil when the cell is not quoted.
  private static func quotedCell(
    _ bytes: ArraySlice<UInt8>, from start: Int, _ separator: UInt8
  ) throws(RegistryError) -> (content: [UInt8], end: Int)? {
    guard start < bytes.endIndex, bytes[start] == quote else { return nil }
    var content: [UInt8] = []
    var index = start + 1
    while index < bytes.endIndex {
      if bytes[index] == quote {
        let next = index + 1
        if next == bytes.endIndex || bytes[next] == separator { return (content, next) }
        guard bytes[next] == quote else { break }
        index = next
      }
      content.append(bytes[index])
      index += 1
    }
    if separator == tab { return nil }
    guard index < bytes.endIndex else {
      throw RegistryError(
        .invalidText, "The quotation mark at byte \(start - bytes.startIndex) is not closed in this line.",
        .follow(rule: "A cell is one line: remove its line break, or double the mark if it belongs to the text."))
    }
    throw RegistryError(
      .invalidText, "The quotation mark at byte \(index - bytes.startIndex) is followed by more text in its cell.",
      .follow(rule: "Double a quotation mark that belongs to the text of a quoted cell."))
  }
}

/// Cuts bytes that arrive in parts into lines. A line ends with LF or CR LF.
private struct LineSplitter {
  let limit: Int
  private var rest: [UInt8] = []
  private var (number, isTooLong) = (0, false)

  init(limit: Int) { self.limit = limit }

  mutating func take(
    _ part: ArraySlice<UInt8>, _ body: (Int, ArraySlice<UInt8>?) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var start = part.startIndex
    while let end = part[start...].firstIndex(of: 0x0A) {
      if isTooLong || rest.count + end - start > limit {
        try pass(nil, body)
      } else if rest.isEmpty {
        try pass(part[start..<end], body)
      } else {
        try pass((rest + part[start..<end])[...], body)
      }
      start = end + 1
    }
    if rest.count + part.endIndex - start > limit { (rest, isTooLong) = ([], true) }
    if !isTooLong { rest += part[start...] }
  }

  /// Passes the last line, when no line break follows it.
  mutating func end(_ body: (Int, ArraySlice<UInt8>?) throws(RegistryError) -> Void) throws(RegistryError) {
    if isTooLong { try pass(nil, body) } else if !rest.isEmpty { try pass(rest[...], body) }
  }

  private mutating func pass(
    _ line: ArraySlice<UInt8>?, _ body: (Int, ArraySlice<UInt8>?) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    number += 1
    let passed = line?.last == 0x0D ? line?.dropLast() : line
    (rest, isTooLong) = ([], false)
    try body(number, passed)
  }
}
