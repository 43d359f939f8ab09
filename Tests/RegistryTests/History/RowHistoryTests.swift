import Testing

@testable import Registry

struct RowHistoryTests {
  /// `3` is operation 3, `5u3` is operation 5 that undid it, and `7r3` is operation 7 that redid it.
  static func events(_ text: String) -> [RowHistory.Event] {
    text.split(separator: " ").map { event in
      let parts = event.split { "ur".contains($0) }.map { Int($0) ?? 0 }
      let kind: ReversalKind? = event.contains("u") ? .undo : event.contains("r") ? .redo : nil
      return RowHistory.Event(operation: parts[0], root: parts.last ?? 0, kind: kind)
    }
  }

  private func history(_ events: String) -> RowHistory { RowHistory(Self.events(events)) }

  @Test(arguments: [
    ("", []), ("1", [1]), ("1 2", [1, 2]), ("1 2 3u2", [1]), ("1 2 3u2 4r2", [1, 2]), ("1 2 3 4u3 5u2", [1]),
    ("1 2 3 4u3 5u2 6r2", [1, 2]), ("1 2 3 4u2", [1, 3]), ("1 2 3u2 4", [1, 4]),
  ])
  func `the operations in force are those that were not undone`(events: String, inForce: [Int]) {
    #expect(history(events).inForce == inForce)
  }

  @Test func `only the newest operation in force can be undone`() {
    #expect(history("1 2").isOpen(to: Reversal(kind: .undo, root: 2)))
    #expect(!history("1 2").isOpen(to: Reversal(kind: .undo, root: 1)))
    #expect(history("1 2").obstacle(to: 1) == 2)
    #expect(history("1 2 3 4u3").isOpen(to: Reversal(kind: .undo, root: 2)), "what came after was undone itself")
    #expect(history("1 2 3 4u3 5r3").obstacle(to: 2) == 3)
  }

  @Test func `a redo is possible while the row has the values after the undo`() {
    #expect(history("1 2 3u2").isOpen(to: Reversal(kind: .redo, root: 2)))
    #expect(!history("1 2 3u2 4").isOpen(to: Reversal(kind: .redo, root: 2)))
    #expect(history("1 2 3u2 4 5u4").isOpen(to: Reversal(kind: .redo, root: 2)))
    #expect(!history("1 2 3 4u3 5u2").isOpen(to: Reversal(kind: .redo, root: 3)), "3 stood on 2")
  }

  @Test func `a reversal that is already made is not made again`() {
    #expect(history("1 2 3u2").isDone(Reversal(kind: .undo, root: 2)))
    #expect(!history("1 2 3u2").isDone(Reversal(kind: .redo, root: 2)))
    #expect(history("1 2 3u2 4r2").isDone(Reversal(kind: .redo, root: 2)))
  }
}
