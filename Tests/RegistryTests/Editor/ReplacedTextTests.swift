import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct ReplacedTextTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private func review(_ code: String = "1402", by actor: String) throws {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: code, language: "ar")
    }
  }

  @Test func `an edit says whose text it replaced, when it was written and what it said`() throws {
    #expect(try registry.set("1402", "ar", "أ", by: "noura").value.replaced?.written == nil, "the seed has no author")
    let replaced = try #require(try registry.set("1402", "ar", "ب", by: "sami").value.replaced)
    #expect(replaced.text == "أ")
    #expect(replaced.written?.actor == "noura")
    #expect(replaced.written?.operation == 2)
    #expect(replaced.revision == 2)
    #expect(!replaced.isOwn && replaced.isOfSomebodyElse)
    #expect(try registry.set("1402", "ar", "ج", by: "SAMI").value.replaced?.isOwn == true)
    #expect(try registry.set("1402", "ar", "ج", by: "noura").value.replaced == nil, "nothing was replaced")
  }

  @Test func `a reviewed text of somebody else is replaced only from its revision`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    try review(by: "sami")
    let before = try registry.bytes
    for actor in ["amal", "sami"] {
      let error = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "ب", by: actor) }
      #expect(error.code == .replacesAcceptedText)
      #expect(error.code.kind == .conflict)
      #expect(error.remedy == .decide(revision: 3))
      #expect(error.conflict == RegistryError.TextConflict(base: nil, theirs: "أ", mine: "ب"))
      #expect(error.message.contains("noura wrote it (operation 2, "))
      #expect(error.message.contains("sami accepted it (operation 3, "))
    }
    #expect(try registry.bytes == before)
    #expect(try registry.set("1402", "ar", "أ", by: "amal").isChanged == false)
    #expect(try registry.set("1402", "ar", "ب", by: "amal", ifRevision: 3).value.replaced?.accepted?.actor == "sami")
  }

  @Test func `one's own text is replaced although it was reviewed, in any case of one's name`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    try review(by: "sami")
    #expect(try registry.set("1402", "ar", "ب", by: "Noura").isChanged)
  }

  @Test func `a reviewed text of the seed belongs to its reviewer`() throws {
    try review(by: "sami")
    #expect(throws: RegistryError.self) { try registry.set("1402", "ar", "ب", by: "amal") }
    #expect(try registry.set("1402", "ar", "ب", by: "sami").isChanged)
  }

  @Test func `an undone text has the author of the text that is in force`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    try registry.set("1402", "ar", "ب", by: "sami")
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in _ = try editor.undo() }
    #expect(try registry.set("1402", "ar", "ج", by: "amal").value.replaced?.written?.actor == "noura")
  }

  @Test func `a review between reading and writing is seen by the edit`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    let store = try registry.open()
    let shown = try store.read { try $0.acceptedText(code: "1402", language: "ar", replacedBy: "ب", as: "amal") }
    #expect(shown == nil)
    try review(by: "sami")
    let error = try #require(throws: RegistryError.self) {
      try store.edit(as: OperationIntent(actor: "amal", command: "test")) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "ب")
      }
    }
    #expect(error.code == .replacesAcceptedText)
    let asked = try store.read { try $0.acceptedText(code: "1402", language: "ar", replacedBy: "ب", as: "amal") }
    #expect(asked?.revision == 3)
  }

  @Test func `what copying adds is removed before a text is stored, but a stored text is left as it is`() throws {
    let set = try registry.set("1402", "ar", "\u{2068}أ\u{2069}\u{200F}")
    #expect(set.value.removed == ["U+2068 and U+2069 around it", "U+200F at the end"])
    #expect(try registry.values("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == ["أ"])
    #expect(try !registry.set("1402", "ar", "أ\u{200F}").isChanged)
    let stored = "\u{2068}OTP\u{2069}"
    let update = "UPDATE translation SET text = '\(stored)' WHERE code = 1600 AND language = 'ar'"
    try #require(try registry.shell(update).status == 0)
    #expect(try !registry.set("1600", "ar", stored).isChanged)
  }

  @Test func `a store that cannot write says so before somebody types`() throws {
    let before = try registry.bytes
    try registry.open().requireWritable(as: OperationIntent(actor: "amal", command: "test"))
    #expect(try registry.bytes == before)
    let error = try #require(throws: RegistryError.self) {
      try registry.open().requireWritable(as: OperationIntent(actor: "amal", command: "test", note: "a\nb"))
    }
    #expect(error.code == .invalidText)
  }
}
