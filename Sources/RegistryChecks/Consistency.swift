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
  ///   - messages: The texts of the language, ordered by number.
  ///   - sources: The source texts by code. Those of stale texts are left out.
  ///   - isSource: Whether the language is the source language.
  static func findings(
    _ messages: [Snapshot.Message], sources: [Int: String], isSource: Bool
  ) -> [Finding] {
    var codeOfText: [Bytes: Int] = [:]
    var renderingOfSource: [Bytes: (code: Int, text: String)] = [:]
    var findings: [Finding] = []
    for message in messages {
      let row = RegistryRow.translation(message.code, message.language)
      let text = Bytes(message.text)
      let source = sources[message.code]
      if let first = codeOfText[text] {
        if isSource || source.map({ Bytes($0) != sources[first].map { Bytes($0) } }) == true {
          findings.append(
            finding(same, row, "\(first) has the same text: nobody can tell the two codes apart.", message.text, first))
        }
      } else {
        codeOfText[text] = message.code
      }
      guard !isSource, let source else { continue }
      if let known = renderingOfSource[Bytes(source)] {
        if Bytes(known.text) != text {
          findings.append(
            finding(
              different, row, "\(known.code) has the same source text, and is rendered as '\(known.text)'.",
              message.text, known.code, suggestion: known.text))
        }
      } else {
        renderingOfSource[Bytes(source)] = (message.code, message.text)
      }
    }
    return findings
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

  init(_ text: String) { self.text = text }

  static func == (left: Bytes, right: Bytes) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    // FNV-1a over the bytes: hashing byte by byte with the hasher takes ten times as long.
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hasher.combine(sum)
  }
}
