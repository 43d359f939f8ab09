import Registry

extension TranslationDocument {
  /// A section that was edited.
  struct Change {
    let section: Section
    let text: String
    /// Whether the text is the stored one, which the user confirms.
    let isConfirmation: Bool
  }

  /// What the user made of the file.
  struct Edited {
    /// The texts to store, in the order of the sections.
    var changes: [Change] = []
    /// The sections in conflict that the user left as they were.
    var undecided: [Section] = []
  }

  private static let errorMark = "#! "

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

  /// Returns what was changed. A deleted section means no change.
  func edited(_ text: String) throws -> Edited {
    let file = SectionFile(Self.withoutRemarks(text))
    for part in file.parts { try requireSection(headed: part) }
    if let problem = file.problem { throw problem }
    var edited = Edited()
    var numbers: [LanguageTag: Int] = [:]
    for section in sections {
      guard let part = file.parts.first(where: { $0.tag == section.language.tag.description }) else { continue }
      if let resumed = section.resumed, resumed.isConflict, !part.isMarked,
        part.line.map({ section.isSame($0, as: resumed.line) }) == true
      {
        edited.undecided.append(section)
      } else if let change = try change(of: section, to: part) {
        edited.changes.append(change)
        numbers[section.language.tag] = part.number + 1
      }
    }
    try checkArguments(of: edited.changes, at: numbers)
    try checkErrors(in: edited.changes, at: numbers)
    return edited
  }

  /// Requires that each changed translation has the arguments of the source text, which may be changed too.
  private func checkArguments(of changes: [Change], at lines: [LanguageTag: Int]) throws {
    guard let source = changes.first(where: \.section.isSource)?.text ?? sourceText else { return }
    for change in changes where !change.section.isSource {
      do {
        try TextRules.validateArguments(of: change.text, asIn: source)
      } catch {
        let tag = change.section.language.tag
        throw Refusal(message: "[\(tag)]: \(error.line)", line: lines[tag])
      }
    }
  }

  /// Requires that checks find no error in the changed texts. Warnings are printed when the texts are stored.
  private func checkErrors(in changes: [Change], at lines: [LanguageTag: Int]) throws {
    let source = changes.first(where: \.section.isSource)?.text ?? sourceText
    let checker = TextChecker(languages: sections.map(\.language))
    for change in changes where !change.isConfirmation {
      let tag = change.section.language.tag
      let findings = checker.findings(
        code: details.code.number, language: tag, text: TextRules.cleaned(change.text).text,
        source: change.section.isSource ? nil : source)
      if let error = RegistryError(checkFailures: findings.filter { $0.severity == .error }) {
        throw Refusal(message: "[\(tag)]: \(error.line)", line: lines[tag])
      }
    }
  }

  private func requireSection(headed part: SectionFile.Part) throws {
    guard !sections.contains(where: { $0.language.tag.description == part.tag }) else { return }
    let known = sections.map { "[\($0.language.tag)]" }.joined(separator: ", ")
    throw Refusal(
      message: "[\(part.tag)] is not a heading; the headings are \(known). A text that begins with [ gets a \\.",
      line: part.number)
  }

  private func change(of section: Section, to part: SectionFile.Part) throws -> Change? {
    guard let line = part.line else {
      if section.translation == nil { return nil }
      throw Refusal(
        message: "the text of [\(section.language.tag)] is empty. Remove it with "
          + "\(SuggestedCommand("translation unset \(details.code.number) \(section.language.tag)").quoted).",
        line: part.number)
    }
    if section.isSame(line, as: section.storedLine) {
      guard part.isMarked, let translation = section.translation, section.language.fallback != nil else { return nil }
      return Change(section: section, text: translation.text, isConfirmation: true)
    }
    let text = Section.text(of: line)
    do {
      let cleaned = TextRules.cleaned(text).text
      try TextRules.validateMessage(cleaned, in: section.language.tag)
      try TextRules.requireVisible(cleaned)
    } catch {
      throw Refusal(message: "[\(section.language.tag)]: \(error.line)", line: part.number + 1)
    }
    return Change(section: section, text: text, isConfirmation: false)
  }
}
