import Registry

/// The notice after something was stored: what, and how to take it back.
enum SavedNotice {
  /// Returns the notice about an operation.
  ///
  /// - Parameters:
  ///   - back: The path to come back to after an undo.
  ///   - languages: The languages of the registry.
  static func notice(
    _ operation: RegistryOperation, back: String, _ languages: [Language], _ words: Words
  ) -> Page.Notice {
    let number = "\(operation.id)"
    if let undone = operation.undoneBy {
      return Page.Notice(
        text: "<p>\(words(.undone, ["number": .text(number), "undo": .text("\(undone)")]))</p>")
    }
    var rows: [RegistryRow] = []
    for change in operation.changes where !change.isBookkeeping && !rows.contains(change.row) {
      rows.append(change.row)
    }
    var subjects = rows.prefix(6).map { words.subject($0, languages).parts }
    if rows.count > 6 { subjects.append([.words("…")]) }
    let what = words.phrase(.saved, ["what": words.list(subjects), "number": .name(number)])
    return Page.Notice(
      text: """
        <p>\(what.html)</p>
        <form action="/operations/\(operation.id)/undo" method="post">
        <input type="hidden" name="back" value="\(HTML(exactly: back))">
        <button>\(words(.undo))</button> <a href="/operations/\(operation.id)">\(words(.show))</a></form>
        """)
  }
}
