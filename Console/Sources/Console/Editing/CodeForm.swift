import Registry

/// What a person typed about one code: the texts of its languages as they were shown and as they are now.
struct CodeForm: Sendable {
  /// A text in one language.
  struct Field: Sendable {
    /// The tag of the language.
    let language: String
    /// The text that was shown; empty when there was none.
    let base: String
    /// The revision of the text that was shown; 0 when there was none.
    let revision: Int
    /// The text that was typed.
    let typed: String

    /// Whether there is anything to store. Texts that look the same, such as a letter composed in another way, are
    /// different texts.
    var isEdit: Bool { !typed.utf8.elementsEqual(base.utf8) }

    /// Returns whether a stored text is the one that was shown.
    func isBased(on stored: Translation) -> Bool { stored.text.utf8.elementsEqual(base.utf8) }

    /// Returns whether another text than the one that was shown is stored with the same revision, because another file
    /// has taken the place of the registry.
    func isReplaced(by stored: Translation?) -> Bool {
      stored.map { $0.revision == revision && !isBased(on: $0) } ?? false
    }
  }

  /// The fields in the order of the form.
  let fields: [Field]
  /// The effect of a changed source text; nil when the person did not say.
  let impact: SourceImpact?
  /// Why; nil when the person did not say.
  let note: String?
  /// The list that the person came from, as a path with a query; nil when they came from none.
  let from: String?

  /// The field of a language; nil when the form has none.
  subscript(language: LanguageTag) -> Field? { fields.first { $0.language == language.description } }

  /// Whether anything was typed that is not stored.
  var hasEdits: Bool { note != nil || fields.contains(where: \.isEdit) }

  /// Reads the fields `text-TAG`, `base-TAG` and `revision-TAG` of a form.
  init(_ form: Form) {
    fields = form.all.compactMap { field in
      guard field.name.hasPrefix("text-") else { return nil }
      let tag = String(field.name.dropFirst(5))
      return Field(
        language: tag, base: Self.line(form["base-\(tag)"] ?? ""),
        revision: form["revision-\(tag)"].flatMap { Int($0) } ?? 0,
        typed: Self.line(field.value))
    }
    impact = form["impact"].flatMap { SourceImpact(rawValue: $0) }
    let note = Self.line(form["note"] ?? "")
    self.note = note.isEmpty ? nil : note
    from = form["from"].flatMap { CodeTrail.isList($0) ? $0 : nil }
  }

  private init(fields: [Field], impact: SourceImpact?, note: String?, from: String?) {
    (self.fields, self.impact, self.note, self.from) = (fields, impact, note, from)
  }

  /// Returns what is left to store after an operation with the stored text of a language. The reason belongs to that
  /// operation.
  func following(_ language: LanguageTag) -> CodeForm {
    let others = fields.filter { $0.language != language.description }
    return CodeForm(fields: others, impact: impact, note: nil, from: from)
  }

  /// Returns a text on one line. A browser sends the line breaks that somebody pasted; each becomes a space, and those
  /// at the end are removed.
  private static func line(_ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    while text.last == "\n" { text.removeLast() }
    return text.replacing("\n", with: " ")
  }
}
