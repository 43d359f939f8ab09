import Registry

/// Counts the texts of a file that were probably written for another formatter.
struct ForeignNotation {
  private var conversions = Seen()
  private var apostrophes = Seen()

  private struct Seen {
    var count = 0
    var first = 0
    var example = ""

    mutating func add(_ example: String, line: Int) {
      count += 1
      if count == 1 { (first, self.example) = (line, example) }
    }
  }

  /// Counts one text.
  mutating func add(_ text: String, line: Int) {
    if let conversion = Self.conversion(in: text) { conversions.add(conversion, line: line) }
    if text.contains("''") { apostrophes.add("''", line: line) }
  }

  /// Notes what was found.
  func remark(on console: Console) {
    if conversions.count > 0 {
      console.note(
        "\(texts(conversions)) a printf conversion such as \(conversions.example), which nobody fills in; "
          + "an argument is written {name}.")
    }
    if apostrophes.count > 0 {
      console.note("\(texts(apostrophes)) '', which is shown as one apostrophe; --literal keeps both.")
    }
  }

  private func texts(_ seen: Seen) -> String {
    seen.count == 1 ? "The text in line \(seen.first) has" : "\(seen.count) texts, first in line \(seen.first), have"
  }

  /// Returns the first printf conversion in a text, such as `%s`, `%1$s`, `%.2f` or `%@`. One that a letter follows is
  /// a percentage: `50%discount`.
  static func conversion(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return nil }
    let pattern = /%(?:[0-9]+\$)?[-+#0]*[0-9]*(?:\.[0-9]+)?(?:hh|h|ll|l|z|j|t|L)?[sdiuoxXfFeEgGcCpaA@](?![A-Za-z])/
    return text.firstMatch(of: pattern).map { String($0.0) }
  }
}
