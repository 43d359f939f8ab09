import Registry

/// The notice after something was stored: what, and how to take it back.
enum SavedNotice {
  /// Returns the notice about an operation.
  ///
  /// - Parameters:
  ///   - back: The path to come back to after an undo.
  static func notice(_ operation: RegistryOperation, back: String, _ words: Words) -> Page.Notice {
    let number = "\(operation.id)"
    if let undone = operation.undoneBy {
      return Page.Notice(
        text: "<p>\(words(.undone, ["number": .text(number), "undo": .text("\(undone)")]))</p>")
    }
    let rows = operation.changes.filter { !$0.isBookkeeping }.map(\.row)
    var subjects: [String] = []
    for row in rows where !subjects.contains(subject(row)) { subjects.append(subject(row)) }
    let what = subjects.prefix(6).joined(separator: ", ") + (subjects.count > 6 ? " …" : "")
    return Page.Notice(
      text: """
        <p>\(words(.saved, ["what": .text(what), "number": .text(number)]))</p>
        <form action="/operations/\(operation.id)/undo" method="post">
        <input type="hidden" name="back" value="\(HTML(exactly: back))">
        <button>\(words(.undo))</button> <a href="/operations/\(operation.id)">\(words(.show))</a></form>
        """)
  }

  private static func subject(_ row: RegistryRow) -> String {
    switch row {
    case .translation(let code, let tag): "\(code) \(tag)"
    default: "\(row)"
    }
  }
}
