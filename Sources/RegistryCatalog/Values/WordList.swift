/// The text form of a list of words, as it is stored, as files have it and as the history shows it: `أرصدة | الأرصدة`.
package enum WordList {
  /// What is between two words. No word contains a vertical line.
  package static let separator = " | "

  /// Returns the text of a list; nil when the list is empty.
  package static func text(of words: [String]) -> String? {
    words.isEmpty ? nil : words.joined(separator: separator)
  }

  /// Returns the words of a text; nil when the text is not a list of words.
  package static func words(_ text: String) -> [String]? {
    let words = text.unicodeScalars.split(separator: Array(separator.unicodeScalars)).map { String($0) }
    let isList = words.allSatisfy { word in
      !word.unicodeScalars.contains("|") && word.utf8.first != 0x20 && word.utf8.last != 0x20
    }
    guard isList, let canonical = self.text(of: words), canonical.hasSameBytes(as: text) else { return nil }
    return words
  }
}
