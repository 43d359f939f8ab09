import MessageFormat
import Registry

extension CodeAdd {
  /// The columns of a file of codes. They have the names of the fields.
  private static let columns = [
    "code", "symbol", "category", "text", "http_status", "retryable", "description", "state", "replaced_by",
  ]

  /// Adds the codes of a file as one operation.
  func addCodes(of path: RegistryPath) throws {
    let table = try DelimitedTable(path, known: Self.columns, required: ["code", "symbol", "category", "text"])
    let isLiteral = literal.literal
    var notation = ForeignNotation()
    var cleaned: [(line: Int, removed: [String])] = []
    let result = try shared.editing().edit(as: try write.intent("code add")) { (editor) throws(RegistryError) in
      let progress = Progress(total: table.count, of: "lines")
      defer { progress.end() }
      return try editor.addCodes { (body) throws(RegistryError) in
        try table.forEach(Self.entry) { (line, entry) throws(RegistryError) in
          progress.advance()
          if case .success(let entry) = entry {
            notation.add(entry.text, line: line)
            let removed = TextRules.cleaned(entry.text).removed
            if !removed.isEmpty { cleaned.append((line, removed)) }
          }
          try body(line, isLiteral ? entry.map(\.literal) : entry)
        }
      }
    }
    shared.console.note(cleaned) { shared.console.remark(removed: $0.removed, line: $0.line) }
    if !isLiteral { notation.remark(on: shared.console) }
    try shared.console.print(WriteReport(result, of: "code", lines: table.count, isDryRun: write.dryRun))
  }

  private static func entry(_ columns: HeaderColumns, _ row: DelimitedFile.Row) throws(RegistryError) -> CodeEntry {
    let name = columns.word("code", in: row) ?? ""
    guard let number = Int(DecimalDigits.ascii(in: name)) else { throw notANumber(name) }
    var code = StatusCode(
      number: number, symbol: columns.word("symbol", in: row) ?? "", category: columns.word("category", in: row) ?? "")
    code.httpStatus =
      try columns.word("http_status", in: row)?.lowercased() == "none" ? nil : columns.number("http_status", in: row)
    code.isRetryable = try columns.answer("retryable", in: row)
    let description = columns.text("description", in: row)
    code.description = description.isEmpty ? nil : description
    code.state = try columns.choice("state", in: row, of: StatusCode.State.self) ?? .active
    code.replacedBy = try columns.number("replaced_by", in: row)
    return CodeEntry(code: code, text: columns.text("text", in: row))
  }

  /// Returns the error for a code that is not a number.
  static func notANumber(_ code: String) -> RegistryError {
    RegistryError(
      .invalidNumber, "'\(code)' is not a number.", .follow(rule: "A code is a number from 0 to 999999999."))
  }
}

extension CodeEntry {
  /// The code with the pattern that shows exactly its text.
  fileprivate var literal: CodeEntry { CodeEntry(code: code, text: MessagePattern.quoting(text)) }
}
