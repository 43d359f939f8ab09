import Registry
import Testing

struct RepeatedUndoTests {
  @Test func `an undo from an old revision is refused, also after an undo of one's own`() throws {
    let registry = try RegistryFixture()
    func undo(from revision: Int) throws -> EditResult<ReversalResult> {
      try registry.edit { (editor) throws(RegistryError) in try editor.undo(ifRevision: revision) }
    }
    try registry.set("1402", "ar", "أ")
    try registry.set("1402", "ar", "ب")
    #expect(try undo(from: 3).operation == 4)
    #expect(try !undo(from: 3).isChanged, "the answer may have been lost")
    for revision in [1, 2] {
      let error = try #require(throws: RegistryError.self) { try undo(from: revision) }
      #expect(error.code == .changedSince)
    }
    #expect(try registry.revision == 4)
  }
}
