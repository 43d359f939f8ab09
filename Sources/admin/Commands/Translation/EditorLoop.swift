import Glibc
import Registry

/// Opens the editor until the file is valid.
struct EditorLoop {
  let document: TranslationDocument
  let session: EditorSession

  /// The largest number of times that the editor is opened. An editor that is a script could otherwise run forever.
  static let openings = 10

  /// Returns what the user made of the file. The command fails when they close an invalid file without changing it.
  func run() throws -> TranslationDocument.Edited {
    var (text, refused, reason): (String, String?, String) = (document.text, nil, "")
    for _ in 1...Self.openings {
      var (left, remarks): (String?, Int) = (nil, 0)
      do {
        let edited = try session.edit(text)
        remarks = TranslationDocument.remarks(in: edited)
        left = TranslationDocument.withoutRemarks(edited)
        if document.isUnchangedWhenClosed, left == TranslationDocument.withoutRemarks(document.text) {
          return TranslationDocument.Edited()
        }
        return try document.edited(edited)
      } catch let refusal as TranslationDocument.Refusal {
        reason = refusal.message(remarks: remarks)
        guard let left, left != refused else { break }
        refused = left
        text = TranslationDocument.text(left, refused: refusal)
      }
    }
    throw Self.refused(reason, session)
  }

  /// Returns the failure for a file that was closed with an error in it.
  static func refused(_ reason: String, _ session: EditorSession) -> CommandFailure {
    CommandFailure(code: "invalid-text", message: reason + " Nothing was changed.", hint: session.advice, exit: 65)
  }
}

extension TranslationDocument.Edited {
  var isEmpty: Bool { changes.isEmpty && undecided.isEmpty }

  /// The number of texts that were to be stored.
  var count: Int { changes.count + undecided.count }

  /// Asks the person at the terminal about each text in conflict that they left as it was. After a yes it is stored.
  mutating func askAboutUndecided(_ number: Int) {
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return }
    undecided.removeAll { section in
      guard let resumed = section.resumed else { return false }
      let mine = TranslationDocument.Section.text(of: resumed.line)
      Console.writeError(
        """
        \(number) in \(section.language.tag): you left your text as it was.
          theirs:\t\(section.translation?.text ?? "-", isolated: true)
          mine:\t\(mine, isolated: true)

        """)
      guard Confirmation.isConfirmed("Store yours?") else { return false }
      changes.append(TranslationDocument.Change(section: section, text: mine, isConfirmation: false))
      return true
    }
  }
}
