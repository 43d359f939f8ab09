import Registry

/// A file that `translation edit` has kept, with what the user typed.
struct KeptFile {
  /// The number of the code.
  let code: Int
  /// The content, as it was left.
  let text: String
  /// The absolute path of the registry, with control characters escaped; nil when the file does not name it.
  let registry: String?
  private let parts: [SectionFile.Part]
  /// Why the file cannot be read; nil when it can be.
  let problem: TranslationDocument.Refusal?

  /// The start of the comment with the path of the registry.
  static let registryMark = "# Registry: "

  /// Reads a file.
  ///
  /// - Throws: `CommandFailure` when the file is not one that the editor left; `RegistryError` when it cannot be read.
  init(_ path: RegistryPath) throws {
    let bytes = try DatabaseFile.read(path, limit: EditorSession.sizeLimit + 1)
    try self.init(bytes.count > EditorSession.sizeLimit ? "" : (try? TextRules.decode(bytes)) ?? "", at: path)
  }

  /// Reads the text of a file.
  init(_ text: String, at path: RegistryPath) throws {
    guard let code = Self.code(in: text) else {
      throw CommandFailure(
        code: "invalid-value", message: "\(path) is not a file that 'admin translation edit' has kept.",
        hint: "The message of the command that kept it says where it is.", exit: 65)
    }
    let file = SectionFile(TranslationDocument.withoutRemarks(text))
    (self.code, self.text, parts, problem) = (code, text, file.parts, file.problem)
    let mark = text.split(separator: "\n").first { $0.hasPrefix(Self.registryMark) }
    registry = mark.map { String($0.dropFirst(Self.registryMark.count)) }
  }

  /// Returns the number in the first comment, `# 1402 INSUFFICIENT_BALANCE, category payment, active`.
  private static func code(in text: String) -> Int? {
    let lines = TranslationDocument.withoutRemarks(text).split(separator: "\n")
    let first = lines.first.map { $0.hasPrefix("\u{FEFF}") ? $0.dropFirst() : $0 }
    guard let digits = first?.firstMatch(of: #/^# ([0-9]{1,9}) [A-Z][A-Z0-9_]*, category /#)?.1 else { return nil }
    return Int(digits)
  }

  /// Returns the document that the editor opens: the registry as it is now, and what the user typed.
  func document(in registry: RegistryReader) throws(RegistryError) -> TranslationDocument {
    let languages = try registry.languages().map(\.value)
    let details = try registry.details(ofCode: "\(code)")
    var chosen: Set<LanguageTag> = []
    var resumed: [LanguageTag: TranslationDocument.ResumedText] = [:]
    for part in parts {
      let tag = try registry.language(named: part.tag).value.tag
      chosen.insert(tag)
      let stored = details.slots.first { $0.language == tag }?.translation
      resumed[tag] = try resumedText(of: part, tag, stored: stored, in: registry)
    }
    return TranslationDocument(
      details, languages: languages, editing: chosen, stale: try registry.staleTranslations(code: "\(code)"),
      resumed: resumed)
  }

  /// Returns what was typed into a section; nil when that is the stored text, or the text that the user started from.
  private func resumedText(
    of part: SectionFile.Part, _ tag: LanguageTag, stored: Translation?, in registry: RegistryReader
  ) throws(RegistryError) -> TranslationDocument.ResumedText? {
    func isText(_ text: String?) -> Bool {
      guard let text, let line = part.line else { return false }
      return TranslationDocument.Section.isSame(line, as: TranslationDocument.Section.line(of: text), in: tag)
    }
    guard let line = part.line, !isText(stored?.text) else { return nil }
    let base = try part.revision.flatMap { (revision) throws(RegistryError) in
      try registry.text(code, tag, at: revision)
    }
    if isText(base) { return nil }
    return TranslationDocument.ResumedText(
      line: line, baseRevision: part.revision, base: base, isConflict: part.revision != stored?.revision ?? 0,
      writer: try registry.writer(of: code, tag),
      stateChange: try part.revision.flatMap { (revision) throws(RegistryError) in
        try registry.stateChange(of: code, tag, since: revision)
      })
  }
}
