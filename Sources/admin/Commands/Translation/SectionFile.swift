import Registry

/// The sections of an edited file as they are, without what the registry says about them.
struct SectionFile {
  /// One section.
  struct Part {
    /// The name of the language between the brackets.
    let tag: String
    /// The number of the line with the heading.
    let number: Int
    /// Whether `ok` follows the heading: the user has looked at the text and wants it as it stands.
    let isMarked: Bool
    /// The revision that the comments above the heading name; nil when they name none.
    let revision: Int?
    /// The text as it is in the file; nil when there is none.
    fileprivate(set) var line: String?
  }

  private(set) var parts: [Part] = []
  /// What is wrong with the first line that is neither a comment nor a heading nor the only text of its section; nil
  /// when there is no such line.
  private(set) var problem: TranslationDocument.Refusal?

  /// Reads the sections.
  init(_ text: String) {
    var (revision, isAfterBlank): (Int?, Bool) = (nil, false)
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    // Split by scalars, because "\r\n" is a single Character.
    let scalars = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalarLine) in scalars.enumerated() where problem == nil {
      var line = String(scalarLine)
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      let isBlank = line.allSatisfy(\.isWhitespace)
      if line.hasPrefix("#") {
        revision = Self.revision(in: line, isFirst: isAfterBlank) ?? revision
      } else if line.hasPrefix("[") {
        problem = begin(line, number: index + 1, revision: revision)
        revision = nil
      } else if !isBlank {
        problem = add(line, number: index + 1)
      }
      isAfterBlank = isBlank
    }
  }

  private mutating func begin(_ line: String, number: Int, revision: Int?) -> TranslationDocument.Refusal? {
    let sides = line.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
    let mark = sides.count == 2 ? sides[1].filter { !$0.isWhitespace }.lowercased() : "?"
    guard let tag = sides.first, mark.isEmpty || mark == "ok" else {
      return .init(
        message: "\(line) is not a heading; a heading is [language], or [language] ok. "
          + "A text that begins with [ gets a \\.", line: number)
    }
    guard !parts.contains(where: { $0.tag == tag }) else {
      return .init(message: "[\(tag)] appears twice.", line: number)
    }
    parts.append(Part(tag: String(tag), number: number, isMarked: mark == "ok", revision: revision, line: nil))
    return nil
  }

  /// Adds a line with a text, or the indented continuation of one.
  private mutating func add(_ line: String, number: Int) -> TranslationDocument.Refusal? {
    guard let last = parts.last else {
      return .init(message: "a text comes before the first [language].", line: number)
    }
    guard let text = last.line else {
      parts[parts.count - 1].line = line
      return nil
    }
    guard line.first == " " || line.first == "\t" else {
      return .init(
        message:
          "the text of [\(last.tag)] has a second line. A text is one line; write a space at the start of a line "
          + "that continues it.", line: number)
    }
    parts[parts.count - 1].line = Self.joined([text, line])
    return nil
  }

  /// Returns the lines of a text as one.
  static func joined(_ lines: [String]) -> String {
    ([lines[0]] + lines.dropFirst().map { String($0.drop { $0 == " " || $0 == "\t" }) }).joined(separator: " ")
  }

  /// Returns the revision in a comment; 0 when it says that there was no text. Only the first comment of a section and
  /// the one about the beginning are read: the others quote texts.
  private static func revision(in comment: String, isFirst: Bool) -> Int? {
    let beginning = TranslationDocument.beginning.string
    if comment.hasPrefix(beginning) { return Int(comment.dropFirst(beginning.count).prefix { $0 != "." }) }
    guard isFirst else { return nil }
    if comment.hasSuffix("), missing") { return 0 }
    return (comment.firstMatch(of: /, revision ([0-9]{1,18})$/)?.1).flatMap { Int($0) }
  }
}
