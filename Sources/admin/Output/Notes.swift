import Synchronization

/// The notes of a command that prints JSON, until its document is printed. A console is a value that every part of a
/// command makes for itself, so the notes are kept for the whole process.
enum Notes {
  private static let pending = Mutex<[String]>([])

  static func add(_ text: String) { pending.withLock { $0.append(text) } }

  /// Returns the notes as a member of a document, and forgets them; empty when there are none.
  static func take() -> [String: JSON] {
    let notes = pending.withLock { notes in
      defer { notes = [] }
      return notes
    }
    return notes.isEmpty ? [:] : ["notes": .array(notes.map(JSON.string))]
  }
}
