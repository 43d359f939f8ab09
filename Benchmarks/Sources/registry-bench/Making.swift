import BenchSupport
import Registry

extension RegistryBench {
  /// Creates a registry with the seed, and adds the content of a file in one operation.
  ///
  /// Each line of the file has these columns, separated by tabs: number, symbol, state, HTTP status, retryable, and the
  /// texts in English, Arabic and Chinese.
  static func make(registry path: String, content: String) throws {
    let path = RegistryPath(path)
    let rows = try lines(of: content).map { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 8, let number = Int(cells[0]), let state = StatusCode.State(rawValue: cells[2]) else {
        throw BenchFailure("\(content) has a line of another form: \(line)")
      }
      let code = StatusCode(
        number: number, symbol: cells[1], category: "network", state: state, httpStatus: Int(cells[3]),
        isRetryable: cells[4].isEmpty ? nil : cells[4] == "1")
      return (code: code, en: cells[5], ar: cells[6], zh: cells[7])
    }
    let intent = OperationIntent(actor: "benchmark", command: "benchmark")
    try RegistryStore.create(at: path, contents: .seed, as: intent)
    _ = try RegistryStore(opening: path, for: .editing).edit(as: intent) { (editor) throws(RegistryError) in
      try editor.addCategory(
        StatusCategory(key: "network", position: 8, ranges: [10_000...9_999_999], names: try names()))
      for row in rows {
        try editor.addCode(row.code, text: row.en)
        try editor.setTranslation(code: "\(row.code.number)", language: "ar", text: row.ar)
        try editor.setTranslation(code: "\(row.code.number)", language: "zh-Hans", text: row.zh)
      }
    }
  }

  private static func names() throws(RegistryError) -> [LanguageTag: String] {
    var names: [LanguageTag: String] = [:]
    for (tag, name) in [("en", "Network"), ("ar", "الشبكة"), ("zh-Hans", "网络")] {
      if let tag = LanguageTag(tag) { names[tag] = name }
    }
    return names
  }
}
