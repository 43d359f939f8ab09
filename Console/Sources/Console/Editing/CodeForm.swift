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
    /// Whether the person confirmed a text that its source text has left behind.
    let isConfirmed: Bool

    /// Whether there is anything to store.
    var isEdit: Bool { isConfirmed || typed != base }
  }

  /// The fields in the order of the form.
  let fields: [Field]
  /// The effect of a changed source text; nil when the person did not say.
  let impact: SourceImpact?
  /// Why; nil when the person did not say.
  let note: String?
  /// The revision of the source text that was shown.
  let sourceRevision: Int?

  /// Reads the fields `text-TAG`, `base-TAG`, `revision-TAG` and `confirm-TAG` of a form.
  init(_ form: Form) {
    fields = form.all.compactMap { field in
      guard field.name.hasPrefix("text-") else { return nil }
      let tag = String(field.name.dropFirst(5))
      return Field(
        language: tag, base: Self.line(form["base-\(tag)"] ?? ""),
        revision: form["revision-\(tag)"].flatMap { Int($0) } ?? 0,
        typed: Self.line(field.value), isConfirmed: form["confirm-\(tag)"] == "1")
    }
    impact = form["impact"].flatMap { SourceImpact(rawValue: $0) }
    let note = Self.line(form["note"] ?? "")
    self.note = note.isEmpty ? nil : note
    sourceRevision = form["source-revision"].flatMap { Int($0) }
  }

  /// Returns a text on one line. A browser sends the line breaks that somebody pasted; each becomes a space, and those
  /// at the end are removed.
  private static func line(_ text: String) -> String {
    var text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    while text.last == "\n" { text.removeLast() }
    return text.replacing("\n", with: " ")
  }
}
