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
    // Splitting at one byte and comparing the whole is much faster than splitting at the separator.
    let words = text.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false).map { part in
      var word = part.drop { $0 == UInt8(ascii: " ") }
      while word.last == UInt8(ascii: " ") { word.removeLast() }
      return String(Substring(word))
    }
    guard words.allSatisfy({ !$0.isEmpty }), let canonical = self.text(of: words), canonical.hasSameBytes(as: text)
    else { return nil }
    return words
  }
}
