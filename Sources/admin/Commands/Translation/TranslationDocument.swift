import MessageFormat
import Registry

/// The file that `translation edit` opens in the editor: context in comments, then one section for each language. The
/// text is a single line in its section, or has a line for each form when it has a plural or select.
struct TranslationDocument {
  /// The section of one language.
  struct Section {
    let language: Language
    let translation: Translation?
    /// What the user typed before, when they go on with a kept file and it is not what is stored.
    let resumed: ResumedText?

    /// The line of the stored text.
    var storedLine: String { Self.line(of: translation?.text ?? "") }

    /// The line in the file.
    var line: String { resumed?.line ?? storedLine }

    /// Returns the line of a text. A text that would look like a comment or a heading starts with a backslash. Control
    /// characters, which only raw SQL can store, are escaped.
    static func line(of text: String) -> String {
      let text = SafeText(text).string
      return text.first.map { "#[\\".contains($0) } == true ? "\\" + text : text
    }

    /// Returns the text of a line.
    static func text(of line: String) -> String { line.hasPrefix("\\") ? String(line.dropFirst()) : line }

    /// Returns a line as it is written into the file: a pattern has each form on an indented line of its own.
    static func folded(_ line: String, in tag: LanguageTag) -> [String] {
      guard let lines = (try? MessagePattern(text(of: line), locale: tag.description))?.lines, lines.count > 1 else {
        return [line]
      }
      return [Self.line(of: lines[0])] + lines.dropFirst().map { "  " + $0 }
    }

    /// Returns whether a line that was read from the file is a line that was written into it.
    static func isSame(_ read: String, as line: String, in tag: LanguageTag) -> Bool {
      read == line || read == SectionFile.joined(folded(line, in: tag))
    }

    func isSame(_ read: String, as line: String) -> Bool { Self.isSame(read, as: line, in: language.tag) }
  }

  /// A text that was typed into a file which was kept.
  struct ResumedText {
    /// The line that was typed.
    let line: String
    /// The revision that the user started from; nil when the file does not say it.
    let baseRevision: Int?
    /// The text that the user started from; nil when there was none.
    let base: String?
    /// Whether somebody has changed the stored text since, so that the user must decide.
    let isConflict: Bool
    /// Who wrote the stored text; nil when it is a text of the seed, or missing.
    let writer: TextEvent?
    /// How the stored text changed if only its state did; nil when its words changed too.
    let stateChange: StateChange?
  }

  /// The reason why the edited file is invalid.
  struct Refusal: Error {
    let message: String
    /// The number of the line, without the error messages at the top of the file; nil when it is not about a line.
    var line: Int?

    /// Returns the message with the number of the line in a file with so many lines of error messages.
    func message(remarks: Int) -> String {
      guard let line else { return message.prefix(1).uppercased() + message.dropFirst() }
      return "Line \(line + remarks): \(message)"
    }
  }

  let details: CodeDetails
  let languages: [Language]
  /// The languages to edit. Other languages are shown as context.
  let sections: [Section]

  private let stale: [LanguageTag: StaleTranslation]
  private let isResumed: Bool

  init(
    _ details: CodeDetails, languages: [Language], editing chosen: Set<LanguageTag>, stale: [StaleTranslation],
    resumed: [LanguageTag: ResumedText]? = nil
  ) {
    self.details = details
    self.stale = Dictionary(stale.map { ($0.translation.language, $0) }) { first, _ in first }
    self.languages = languages
    isResumed = resumed != nil
    let texts = Dictionary(details.slots.map { ($0.language, $0.translation) }) { first, _ in first }
    sections = languages.filter { chosen.contains($0.tag) }
      .map { Section(language: $0, translation: texts[$0.tag] ?? nil, resumed: resumed?[$0.tag]) }
  }

  /// The revision of the source text; nil when there is none.
  var sourceRevision: Int? { source?.revision }

  /// The source text; nil when there is none.
  var sourceText: String? { source?.text }

  private var source: Translation? {
    let tag = languages.first { $0.fallback == nil }?.tag
    return details.slots.first { $0.language == tag }?.translation
  }

  /// Whether closing the file without changing it changes nothing.
  var isUnchangedWhenClosed: Bool { !isResumed }

  /// The initial content of the file.
  var text: String { text(of: sections.map { (section: $0, line: $0.line, isDecided: false) }) }

  /// Returns the content of a file that is kept: the sections that are not stored, with what was typed.
  ///
  /// - Parameter sections: The sections, their lines, and whether the user has decided to replace the text that was
  ///   shown to them. A section that is not decided keeps the revision that the user started from.
  func text(of sections: [(section: Section, line: String, isDecided: Bool)]) -> String {
    var lines = heading
    let shown = Set(sections.map(\.section.language.tag))
    for slot in details.slots where !shown.contains(slot.language) {
      lines.append("# \(slot.language): \(slot.translation?.text ?? "(missing)")")
    }
    for (section, line, isDecided) in sections {
      lines += comments(of: section, isDecided: isDecided)
      lines += ["[\(section.language.tag)]"] + Section.folded(line, in: section.language.tag).map { "\($0)" }
    }
    return lines.joined(separator: "\n").string + "\n"
  }

  private var heading: [SafeText] {
    let code = details.code
    var lines: [SafeText] = [
      "# \(code.number) \(code.symbol), category \(code.category), \(code.state.rawValue)"
    ]
    if let description = code.description { lines.append("# \(description)") }
    lines.append("#")
    let heading = sections.first.map { "[\($0.language.tag)]" } ?? "[en]"
    let beginning =
      isResumed
      ? [
        "You go on with a file that was kept. Save and close it to store the line below each heading such as "
          + "\(heading).",
        "To leave a text as it is stored, delete its heading and the line below it.",
      ]
      : [
        "Change the line below a heading such as \(heading), save, and close the editor. Close it unchanged to leave "
          + "all as it is."
      ]
    let instructions =
      beginning + [
        "A text is one line, and goes on in lines that begin with a space. {name} is an argument and stays as it is; "
          + "write a literal brace as '{'.",
        "Lines that begin with # are ignored. A text that begins with #, [ or \\ gets a \\ before it.",
      ]
    return lines + instructions.flatMap { Self.comment($0, mark: "# ") }.map { "\($0)" }
  }

  /// The width of the lines that this program writes for people: that of a small terminal with some space.
  private static let width = 72

  /// Returns a sentence as lines of comments.
  static func comment(_ text: String, mark: String) -> [String] {
    TextWrapping.lines(of: SafeText(text).string, width: width - mark.count).map { mark + $0 }
  }

  private static func sentence(_ text: String) -> [SafeText] { comment(text, mark: "# ").map { "\($0)" } }

  private func comments(of section: Section, isDecided: Bool) -> [SafeText] {
    let language = section.language
    let state = section.translation.map { "\($0.stateForPeople), revision \($0.revision)" } ?? "missing"
    var lines: [SafeText] = ["", "# \(language.englishName) (\(language.ownName)), \(state)"]
    if let stale = stale[language.tag] {
      lines += [
        "# It was made from:  \(stale.sourceThen)",
        "# The source is now: \(stale.sourceNow)",
        "# What changed:      \(TextDifference(from: stale.sourceThen, to: stale.sourceNow).shown(usesColor: false))",
        "# If the text is still right, write ok after its heading: [\(language.tag)] ok",
      ]
    }
    guard let resumed = section.resumed, !isDecided else { return lines }
    let mine = Section.text(of: resumed.line)
    guard resumed.isConflict else { return lines + ["# stored: \(section.shownText)", "# mine:   \(mine)"] }
    if let change = resumed.stateChange {
      lines.append("# Nobody changed the words of this text after you began.")
      lines += Self.sentence(change.description)
    } else {
      let writer = resumed.writer.map { ": \($0.actor), \($0.phrase)" } ?? ""
      lines += Self.sentence("Somebody changed this text after you began\(writer).")
    }
    if let revision = resumed.baseRevision {
      lines.append("\(Self.beginning)\(revision).")
      if resumed.stateChange == nil { lines.append("# base:   \(resumed.base ?? "(missing)")") }
    }
    return lines + ["# theirs: \(section.shownText)", "# mine:   \(mine)"]
      + Self.sentence(
        "Write the right text under the heading. To store yours as it is, write ok after it: [\(language.tag)] ok")
  }

  /// The start of the comment with the revision that the user started from.
  static let beginning: SafeText = "# You began at revision "
}

extension TranslationDocument.Section {
  fileprivate var shownText: String { translation?.text ?? "(missing)" }
}
