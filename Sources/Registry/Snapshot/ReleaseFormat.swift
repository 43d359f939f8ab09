import Crypto
import FoundationEssentials

/// What can be written beside the SQLite file for those who cannot read it; the same content in the same order.
public enum ReleaseFormat: String, Sendable, Hashable, CaseIterable {
  /// One JSON document (RFC 8259), sorted keys, one line a language, category, code and message.
  case json
  /// One line a message under a header (RFC 4180, but with LF).
  case csv

  func bytes(of snapshot: Snapshot, release: String, createdAt: Timestamp) -> [UInt8] {
    switch self {
    case .json: Array(Self.json(snapshot, release, createdAt).utf8)
    case .csv: Array(Self.csv(snapshot).utf8)
    }
  }

  private static func json(_ snapshot: Snapshot, _ release: String, _ createdAt: Timestamp) -> String {
    let members: [(key: String, value: String)] = [
      ("categories", lines(snapshot.categories.map { line(CategoryLine($0)) })),
      ("codes", lines(snapshot.codes.map { line(CodeLine($0)) })),
      ("content_digest", line(snapshot.contentDigest)), ("created_at", line(createdAt.description)), ("format", "1"),
      ("languages", lines(snapshot.languages.map { line(LanguageLine($0)) })),
      ("messages", lines(snapshot.messages.map { line(MessageLine($0)) })), ("release", line(release)),
      ("revision", "\(snapshot.revision)"),
    ]
    return "{" + members.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",\n") + "}\n"
  }

  private static func lines(_ rows: [String]) -> String { "[\n" + rows.joined(separator: ",\n") + "\n]" }

  private static func line(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    // Strings and integers always encode.
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func csv(_ snapshot: Snapshot) -> String {
    let codes = Dictionary(snapshot.codes.map { ($0.code, $0) }) { first, _ in first }
    var text = "code,symbol,category,state,replaced_by,http_status,retryable,language,text\n"
    for message in snapshot.messages {
      guard let code = codes[message.code] else { continue }
      let cells: [String?] = [
        "\(code.code)", code.symbol, code.category, code.state.rawValue, code.replacedBy.map { "\($0)" },
        code.httpStatus.map { "\($0)" }, code.isRetryable.map { $0 ? "1" : "0" }, message.language.description,
        message.text,
      ]
      text += cells.map { quoted($0 ?? "") }.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func quoted(_ cell: String) -> String {
    cell.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
      ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}

private struct LanguageLine: Encodable {
  let tag: String
  let englishName: String
  let ownName: String
  let direction: String
  let fallback: String?
  let required: Bool
  let position: Int

  init(_ language: Language) {
    (tag, englishName, ownName) = (language.tag.description, language.englishName, language.ownName)
    (direction, fallback) = (language.direction.rawValue, language.fallback?.description)
    (required, position) = (language.isRequired, language.position)
  }
}

private struct CategoryLine: Encodable {
  let key: String
  let position: Int
  let ranges: [[Int]]
  let names: [String: String]

  init(_ category: StatusCategory) {
    (key, position) = (category.key, category.position)
    ranges = category.ranges.map { [$0.lowerBound, $0.upperBound] }
    names = Dictionary(category.names.map { ($0.key.description, $0.value) }) { first, _ in first }
  }
}

private struct CodeLine: Encodable {
  let code: Int
  let symbol: String
  let category: String
  let state: String
  let replacedBy: Int?
  let httpStatus: Int?
  let retryable: Bool?
  let description: String?

  init(_ code: StatusCode) {
    (self.code, symbol, category, state) = (code.code, code.symbol, code.category, code.state.rawValue)
    (replacedBy, httpStatus) = (code.replacedBy, code.httpStatus)
    (retryable, description) = (code.isRetryable, code.description)
  }
}

private struct MessageLine: Encodable {
  let code: Int
  let language: String
  let text: String

  init(_ message: Snapshot.Message) {
    (code, language, text) = (message.code, message.language.description, message.text)
  }
}
