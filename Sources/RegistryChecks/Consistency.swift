import RegistryCatalog

/// The checks that compare the texts of different codes.
enum ConsistencyChecks {
  static let different = Check(
    "different-renderings", .warning, .text, "two renderings of the same source text")
  static let same = Check(
    "same-text", .note, .text, "one text for two codes whose source texts differ, so that nobody can tell them apart")

  static let all = [different, same]

  /// Returns the findings of one language.
  ///
  /// - Parameters:
  ///   - messages: The texts of the language, ordered by number. Stale ones are left out.
  ///   - firstOfSource: The first code with the source text of each code.
  ///   - isSource: Whether the language is the source language.
  static func findings(
    _ messages: [Snapshot.Message], firstOfSource: [Int: Int], isSource: Bool
  ) -> [Finding] {
    var codeOfText: [Bytes: Int] = [:]
    codeOfText.reserveCapacity(messages.count)
    var renderingOfSource: [Int: Snapshot.Message] = [:]
    if !isSource { renderingOfSource.reserveCapacity(messages.count) }
    var findings: [Finding] = []
    for message in messages {
      let row = RegistryRow.translation(message.code, message.language)
      let source = firstOfSource[message.code]
      let first = codeOfText.value(of: Bytes(message.text), orAdd: message.code)
      if first != message.code, isSource || source.map({ $0 != firstOfSource[first] }) == true {
        findings.append(
          finding(same, row, "\(first) has the same text: nobody can tell the two codes apart.", message.text, first))
      }
      guard !isSource, let source else { continue }
      let known = renderingOfSource.value(of: source, orAdd: message)
      if known.code != message.code, !known.text.hasSameBytes(as: message.text) {
        findings.append(
          finding(
            different, row, "\(known.code) has the same source text, and is rendered as '\(known.text)'.",
            message.text, known.code, suggestion: known.text))
      }
    }
    return findings
  }

  /// Returns, for each code, the first code with the same source text.
  ///
  /// - Parameter messages: The source texts.
  static func firstOfSource(_ messages: [Snapshot.Message]) -> [Int: Int] {
    var codeOfText: [Bytes: Int] = [:]
    codeOfText.reserveCapacity(messages.count)
    return Dictionary(
      messages.map { ($0.code, codeOfText.value(of: Bytes($0.text), orAdd: $0.code)) }
    ) { first, _ in first }
  }

  private static func finding(
    _ check: Check, _ row: RegistryRow, _ message: String, _ text: String, _ other: Int, suggestion: String? = nil
  ) -> Finding {
    Finding(
      check: check.id, severity: check.severity, row: row, message: message,
      evidence: Finding.Evidence(excerpt: text, range: 0..<text.unicodeScalars.count, suggestion: suggestion),
      values: [.code: "\(other)"])
  }
}

/// A text that is compared byte by byte. Comparing strings would normalize them, which takes longer.
private struct Bytes: Hashable {
  private let text: String
  private let sum: UInt64

  init(_ text: String) {
    self.text = text
    // FNV-1a over the bytes: hashing byte by byte with the hasher takes ten times as long.
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    self.sum = sum
  }

  static func == (left: Bytes, right: Bytes) -> Bool {
    left.sum == right.sum && left.text.hasSameBytes(as: right.text)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(sum) }
}

extension Dictionary {
  /// Returns the value of a key, which is looked for once, and adds a value when there is none.
  fileprivate mutating func value(of key: Key, orAdd value: Value) -> Value {
    func same(_ value: inout Value) -> Value { value }
    return same(&self[key, default: value])
  }
}
