import Registry

/// A file format for programs that cannot read SQLite. A file in this format has the same content, in the same order,
/// as the snapshot.
enum ReleaseFormat: String, CaseIterable {
  /// One JSON document (RFC 8259) with sorted keys, with one line for each language, category, code and message.
  case json
  /// A header and one line for each message (RFC 4180, except that lines end with LF).
  case csv

  func bytes(of content: ReleaseContent) -> [UInt8] {
    switch self {
    case .json: Array(Self.json(content).utf8)
    case .csv: Array(Self.csv(content.snapshot).utf8)
    }
  }

  private static func json(_ content: ReleaseContent) -> String {
    let snapshot = content.snapshot
    let members: [(key: String, value: String)] = [
      ("categories", lines(snapshot.categories.map(line))), ("codes", lines(snapshot.codes.map(line))),
      ("content_digest", JSON.string(snapshot.contentDigest).compact),
      ("created_at", JSON.string(content.createdAt.description).compact), ("format", "1"),
      ("languages", lines(snapshot.languages.map(line))), ("messages", lines(snapshot.messages.map(line))),
      ("release", JSON.string(content.release).compact), ("revision", "\(snapshot.revision)"),
    ]
    return "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",\n") + "}\n"
  }

  private static func lines(_ rows: [String]) -> String { "[\n" + rows.joined(separator: ",\n") + "\n]" }

  private static func line(_ language: Language) -> String {
    line(language, ["tag": .string(language.tag.description)])
  }

  private static func line(_ category: StatusCategory) -> String {
    line(
      category,
      [
        "key": .string(category.key),
        "ranges": .array(category.ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) }),
        "names": .object(
          Dictionary(category.names.map { ($0.key.description, .string($0.value)) }) { first, _ in first }),
      ])
  }

  private static func line(_ code: StatusCode) -> String { line(code, ["code": .integer(code.number)]) }

  private static func line(_ message: Snapshot.Message) -> String {
    line(message, ["code": .integer(message.code), "language": .string(message.language.description)])
  }

  /// Returns one line with the released fields that have a value, and additional members.
  private static func line<Row: FieldListed>(_ row: Row, _ besides: [String: JSON]) -> String {
    var members = besides
    for field in Row.fields where field.isReleased && members[field.name] == nil {
      guard let value = field.value(row) else { continue }
      members[field.name] = JSON(value, role: field.role)
    }
    return JSON.object(members).compact
  }

  private static func csv(_ snapshot: Snapshot) -> String {
    // The description of a code is context for translators and not for callers.
    let fields = StatusCode.fields.filter { $0.isReleased && $0.role != .prose }
    let codes = Dictionary(
      snapshot.codes.map { code in (code.number, fields.map { $0.value(code)?.description ?? "" }) }
    ) { first, _ in first }
    var text = DelimitedFormat.csv.line(["code"] + fields.map(\.name) + ["language", "text"])
    for message in snapshot.messages {
      guard let values = codes[message.code] else { continue }
      text += DelimitedFormat.csv.line(["\(message.code)"] + values + [message.language.description, message.text])
    }
    return text
  }
}
