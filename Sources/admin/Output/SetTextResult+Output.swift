import Glibc
import MessageFormat
import Registry

extension Console {
  /// Prints what people should know about a text that was set.
  ///
  /// - Parameters:
  ///   - edit: The result of the edit.
  ///   - stale: The languages whose texts are now stale.
  func remark(on edit: SetTextResult, stale: [LanguageTag]) {
    remark(removed: edit.removed)
    guard edit.isChanged else { return }
    for note in edit.missingForms.notes("The text of \(edit.code) in \(edit.language)") { self.note(note) }
    note(findings: edit.otherFindings)
    if edit.isRetired { note("\(edit.code) is retired: services find no message for it, in any language.") }
    if let replaced = edit.replaced, let remark = replaced.remark { note(remark) }
    if let state = edit.replacedState, state == .reviewed || state == .final {
      note("The old text of \(edit.code) in \(edit.language) was \(state.rawValue); the new one is only translated.")
    }
    guard let impact = edit.impact else { return }
    note("The source text of \(edit.code) changed: \(impact.rawValue), which \(impact.consequence).")
    guard impact != .typo, !stale.isEmpty else { return }
    let languages = stale.map(\.description)
    note(
      "Look at \(languages.joined(separator: ", ")): "
        + "\(SuggestedCommand("translation edit \(edit.code) \(languages.joined(separator: " "))"))")
  }

  /// Prints what was removed from a text, because nobody sees it in the text.
  ///
  /// - Parameters:
  ///   - removed: What was removed.
  ///   - line: The line of the text in its file; nil when it is not from a file.
  func remark(removed: [String], line: Int? = nil) {
    guard let last = removed.last else { return }
    let list = removed.count > 1 ? removed.dropLast().joined(separator: ", ") + " and \(last)" : last
    note("\(line.map { "line \($0): " } ?? "")Removed \(list), which copying adds.")
  }

  /// Prints one note for each of the first lines of a file, and how many more there are.
  func note<Line>(_ lines: [Line], _ note: (Line) -> Void) {
    lines.prefix(Self.shownLines).forEach(note)
    guard lines.count > Self.shownLines else { return }
    self.note("The same is true of \(counted(lines.count - Self.shownLines, "more line")); --json names all of them.")
  }

  private static let shownLines = 20
}

extension [MessagePattern.MissingForm] {
  /// A sentence for each argument: the forms that the language needs, and their numbers.
  func notes(_ subject: String) -> [String] {
    var names: [String] = []
    for form in self where !names.contains(form.argument) { names.append(form.argument) }
    return names.map { name in
      let forms = filter { $0.argument == name }.map { form in
        let samples = form.samples.map(\.description) + (form.samples.count > 2 ? ["…"] : [])
        return "\(form.category.rawValue) (\(samples.joined(separator: ", ")))"
      }
      let list =
        forms.count > 1 ? forms.dropLast().joined(separator: ", ") + " and \(forms.last ?? "")" : forms.joined()
      let word = forms.count == 1 ? "the form" : "the forms"
      return "\(subject) has no text for \(word) \(list) of {\(name)}; 'other' is used for them."
    }
  }

  /// The forms as JSON, as every command prints them.
  var json: JSON {
    .array(
      map { form in
        .object([
          "argument": .string(form.argument), "category": .string(form.category.rawValue),
          "samples": .array(form.samples.map { .string($0.description) }),
        ])
      })
  }
}

extension ReplacedText {
  /// A sentence about a text that was replaced: whose it was, when it was written, and what it said. Nil for a text of
  /// the seed that nobody has accepted.
  fileprivate var remark: String? {
    if isOwn, let event = written ?? accepted {
      return "This replaces your own text (\(event.phrase)): \(shown)"
    }
    return isOfSomebodyElse ? "This replaces \(description)" : nil
  }

  /// The text with its author and its date, for people.
  var description: String {
    let author = written.map { "the text of \($0.actor) (\($0.phrase))" } ?? "a text of the seed"
    let reviewer = accepted.map { ", which \($0.actor) accepted (\($0.phrase))" } ?? ""
    return "\(author)\(reviewer): \(shown)"
  }

  private var shown: String { SafeText(text, isolated: isatty(STDERR_FILENO) != 0).string }

  /// The replaced text as JSON, as every command prints it.
  var json: JSON {
    .object([
      "accepted": accepted?.json ?? .null, "own": .bool(isOwn), "revision": .integer(revision),
      "state": .string(state.rawValue), "text": .string(text), "written": written?.json ?? .null,
    ])
  }
}

extension TextEvent {
  fileprivate var json: JSON {
    .object(["actor": .string(actor), "at": .string(at), "operation": .integer(operation)])
  }
}
