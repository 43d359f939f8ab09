import Registry

/// The file that `translation edit` opens in the editor: context in comments, then one section for each language. The
/// text is a single line in its section.
struct TranslationDocument {
  /// The section of one language.
  struct Section {
    let language: Language
    let translation: Translation?

    /// The line in the file. A text that would look like a comment or a heading starts with a backslash. Control
    /// characters, which only raw SQL can store, are escaped.
    var line: String {
      let text = SafeText(translation?.text ?? "").string
      return text.first.map { "#[\\".contains($0) } == true ? "\\" + text : text
    }
  }

  /// The reason why the edited file is invalid.
  struct Refusal: Error {
    let message: String
    /// The number of the line, without the error messages at the top of the file; nil when it is not about a line.
    var line: Int?

    /// Returns the message with the number of the line in a file with so many lines of error messages.
    func message(remarks: Int) -> String { line.map { "Line \($0 + remarks): \(message)" } ?? message }
  }

  let details: CodeDetails
  let languages: [Language]
  /// The languages to edit. Other languages are shown as context.
  let sections: [Section]

  private let stale: [LanguageTag: StaleTranslation]

  init(
    _ details: CodeDetails, languages: [Language], editing chosen: Set<LanguageTag>, stale: [StaleTranslation]
  ) {
    self.details = details
    self.stale = Dictionary(stale.map { ($0.translation.language, $0) }) { first, _ in first }
    self.languages = languages
    let texts = Dictionary(details.slots.map { ($0.language, $0.translation) }) { first, _ in first }
    sections = languages.filter { chosen.contains($0.tag) }
      .map { Section(language: $0, translation: texts[$0.tag] ?? nil) }
  }

  private static let errorMark = "#! "

  /// The initial content of the file.
  var text: String {
    let code = details.code
    var lines: [SafeText] = [
      "# \(code.number) \(code.symbol), category \(code.category), \(code.state.rawValue)"
    ]
    if let description = code.description { lines.append("# \(description)") }
    let heading = sections.first.map { "[\($0.language.tag)]" } ?? "[en]"
    let instructions = [
      "Change the line below a heading such as \(heading), save, and close the editor. Close it unchanged to leave all "
        + "as it is.",
      "A text is one line. {name} is an argument and stays as it is; write a literal brace as '{'.",
      "Lines that begin with # are ignored. A text that begins with #, [ or \\ gets a \\ before it.",
    ]
    lines.append("#")
    lines += instructions.flatMap { Self.comment($0, mark: "# ") }.map { "\($0)" }
    let context = details.slots.filter { slot in !sections.contains { $0.language.tag == slot.language } }
    for slot in context {
      lines.append("# \(slot.language): \(slot.translation?.text ?? "(missing)")")
    }
    for section in sections {
      let language = section.language
      let state = section.translation?.stateForPeople ?? "missing"
      lines += ["", "# \(language.englishName) (\(language.ownName)), \(state)"]
      if let stale = stale[language.tag] {
        lines += [
          "# It was made from:  \(stale.sourceThen)",
          "# The source is now: \(stale.sourceNow)",
          "# What changed:      \(TextDifference(from: stale.sourceThen, to: stale.sourceNow).shown(usesColor: false))",
        ]
      }
      lines += ["[\(language.tag)]", "\(section.line)"]
    }
    return lines.joined(separator: "\n").string + "\n"
  }

  /// The width of the lines that this program writes for people: that of a small terminal with some space.
  private static let width = 72

  private static func comment(_ text: String, mark: String) -> [String] {
    TextWrapping.lines(of: SafeText(text).string, width: width - mark.count).map { mark + $0 }
  }

  /// Returns the edited file with an error message at the top, which replaces an earlier one. The message names the
  /// line as it is numbered then.
  static func text(_ left: String, refused refusal: Refusal) -> String {
    var remarks = comment(refusal.message(remarks: 1), mark: errorMark)
    // The number of the line can itself need another line of the message.
    for _ in 1...3 { remarks = comment(refusal.message(remarks: remarks.count), mark: errorMark) }
    return (remarks + [withoutRemarks(left)]).joined(separator: "\n")
  }

  /// Returns the number of lines with error messages.
  static func remarks(in text: String) -> Int { text.split(separator: "\n").filter { $0.hasPrefix(errorMark) }.count }

  /// Returns the file without the error messages of `text(_:refused:)`.
  static func withoutRemarks(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(errorMark) }
      .joined(separator: "\n")
  }

  /// Returns the texts that were changed, in the order of the sections. A deleted section means no change.
  func changes(in text: String) throws -> [(section: Section, text: String)] {
    var current: Section?
    var lines: [LanguageTag: (number: Int, text: String?)] = [:]
    let body = Self.withoutRemarks(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    // Split by scalars, because "\r\n" is a single Character.
    let scalars = body.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalarLine) in scalars.enumerated() {
      var line = String(scalarLine)
      if line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        current = try section(headed: line, number: index + 1)
        guard let tag = current?.language.tag, lines[tag] == nil else {
          throw Refusal(message: "\(line) appears twice.", line: index + 1)
        }
        lines[tag] = (index + 1, nil)
      } else if !line.allSatisfy(\.isWhitespace) {
        guard let tag = current?.language.tag else {
          throw Refusal(message: "a text comes before the first [language].", line: index + 1)
        }
        guard lines[tag]?.text == nil else {
          throw Refusal(message: "the text of [\(tag)] has a second line; a text is one line.", line: index + 1)
        }
        lines[tag] = (index + 1, line)
      }
    }
    let changes = try sections.compactMap { section -> (section: Section, text: String)? in
      guard let found = lines[section.language.tag] else { return nil }
      return try change(of: section, to: found.text, at: found.number)
    }
    try checkArguments(of: changes, at: lines.mapValues(\.number))
    return changes
  }

  /// Requires that each changed translation has the arguments of the source text, which may be changed too.
  private func checkArguments(
    of changes: [(section: Section, text: String)], at lines: [LanguageTag: Int]
  ) throws {
    guard let tag = languages.first(where: { $0.fallback == nil })?.tag else { return }
    let stored = details.slots.first { $0.language == tag }?.translation?.text
    guard let source = changes.first(where: { $0.section.language.tag == tag })?.text ?? stored else { return }
    for (section, text) in changes where section.language.tag != tag {
      do {
        try TextRules.validateArguments(of: text, asIn: source)
      } catch {
        throw Refusal(message: "[\(section.language.tag)]: \(error.line)", line: lines[section.language.tag])
      }
    }
  }

  private func section(headed line: String, number: Int) throws -> Section {
    let name = line.trimmingTrailingWhitespace.dropFirst().dropLast()
    guard line.trimmingTrailingWhitespace.hasSuffix("]"),
      let section = sections.first(where: { $0.language.tag.description == name })
    else {
      let known = sections.map { "[\($0.language.tag)]" }.joined(separator: ", ")
      throw Refusal(
        message: "\(line) is not a heading; the headings are \(known). A text that begins with [ gets a \\.",
        line: number)
    }
    return section
  }

  private func change(of section: Section, to line: String?, at number: Int) throws -> (section: Section, text: String)?
  {
    guard let line else {
      if section.translation == nil { return nil }
      throw Refusal(
        message: "the text of [\(section.language.tag)] is empty. To remove it: "
          + "admin translation unset \(details.code.number) \(section.language.tag)", line: number)
    }
    guard line != section.line else { return nil }
    let text = line.hasPrefix("\\") ? String(line.dropFirst()) : line
    do {
      try TextRules.validateMessage(text)
    } catch {
      throw Refusal(message: "[\(section.language.tag)]: \(error.line)", line: number)
    }
    return (section, text)
  }
}

extension String {
  fileprivate var trimmingTrailingWhitespace: Substring {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
