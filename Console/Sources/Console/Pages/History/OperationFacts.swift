import Registry

/// Who made an operation, when, how and why.
struct OperationFacts {
  let operation: RegistryOperation
  let languages: [Language]

  /// The number of changes without those that the registry makes itself, as far as they were read.
  var changeCount: Int { operation.changeCount - operation.changes.count(where: \.isBookkeeping) }

  func html(_ words: Words) -> HTML {
    let reversal = operation.reversal.map { reversal -> HTML in
      let word: Word = reversal.kind == .undo ? .undoes : .redoes
      return " · <a href=\"/operations/\(reversal.root)\">\(words(word, ["number": .text("\(reversal.root)")]))</a>"
    }
    let undone = operation.undoneBy.map { number -> HTML in
      " · <a href=\"/operations/\(number)\">\(words(.undoneBy, ["number": .text("\(number)")]))</a>"
    }
    let note = operation.note.map { note -> HTML in
      "<p>\(words(.note))\(words(.colon))\(HTML.note(note, languages, as: "q"))</p>"
    }
    return """
      <p class="small">\(HTML.isolated(operation.actor)) · \(words.time(operation.at)) · \
      \(Phrase(parts: [words.name(ofCommand: operation.command)]).html)\(reversal)\(undone)</p>\(note)
      """
  }
}
