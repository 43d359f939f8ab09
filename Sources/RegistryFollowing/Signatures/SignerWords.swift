/// The words of a line of a file of keys. A part in quotation marks can contain spaces.
struct SignerWords {
  /// The words. Of the first one the quotation marks are removed, as OpenSSH does.
  let words: [String]
  /// Whether every quotation mark has its second one.
  let isWhole: Bool

  init(_ line: some Collection<UInt8>) {
    var words: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in line {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(byte) {
        if words.last != [] { words.append([]) }
      } else {
        words[words.count - 1].append(byte)
      }
    }
    if words.last == [] { words.removeLast() }
    if let first = words.first { words[0] = first.filter { $0 != UInt8(ascii: "\"") } }
    self.words = words.map { String(decoding: $0, as: UTF8.self) }
    isWhole = !isQuoted
  }

  /// Splits a word into options, which have a comma between them: `name` or `name="value"`.
  static func options(_ word: String) -> [(name: String, value: String?)] {
    var options: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in word.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, byte == UInt8(ascii: ",") { options.append([]) } else { options[options.count - 1].append(byte) }
    }
    return options.map { option in
      let parts = option.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.dropFirst().first.map {
        String(decoding: $0.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
      }
      return (String(decoding: parts[0], as: UTF8.self), value)
    }
  }
}

/// A list of patterns, separated by commas (ssh_config(5), "PATTERNS"): `*` is any text, `?` one character, and a name
/// that matches a pattern behind `!` is not in the list.
struct NamePatterns: Sendable, Equatable {
  private let patterns: [[UInt8]]

  init(_ text: String) { patterns = text.utf8.split(separator: UInt8(ascii: ",")).map(Array.init) }

  func contain(_ name: String) -> Bool {
    let name = Array(name.utf8)
    let bang = UInt8(ascii: "!")
    guard !patterns.contains(where: { $0.first == bang && Self.matches($0.dropFirst(), name[...]) }) else {
      return false
    }
    return patterns.contains { $0.first != bang && Self.matches($0[...], name[...]) }
  }

  /// Compares without recursion: behind a `*`, only the last one can take more of the name.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    var (place, at) = (pattern.startIndex, name.startIndex)
    var star: (place: Int, at: Int)?
    while at < name.endIndex {
      if place < pattern.endIndex, pattern[place] == UInt8(ascii: "*") {
        star = (place, at)
        place += 1
      } else if place < pattern.endIndex, pattern[place] == UInt8(ascii: "?") || pattern[place] == name[at] {
        (place, at) = (place + 1, at + 1)
      } else if let last = star {
        star = (last.place, last.at + 1)
        (place, at) = (last.place + 1, last.at + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
