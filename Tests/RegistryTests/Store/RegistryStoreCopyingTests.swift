import RegistryBytes
import Testing

@testable import Registry

struct RegistryStoreCopyingTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private let intent = OperationIntent(actor: "layla", command: "test", note: "a reason")

  @Test func `a writer commits while a copy is read, which stays as it was`() throws {
    try registry.set("1402", "ar", "رصيدك غير كافٍ")
    let (path, store) = (registry.path, try registry.open(.reading))
    // With the file itself the commit would wait for this reader, and fail.
    let (before, after, committed) = try store.readCopy { (copy) throws(RegistryError) in
      let before = try copy.revision()
      let result = try RegistryStore(opening: path, for: .editing).edit(
        as: OperationIntent(actor: "noura", command: "test")
      ) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "الرصيد لا يكفي")
      }
      return (before, try copy.revision(), result.operation)
    }
    #expect(before == 2 && after == 2 && committed == 3)
    #expect(try store.readCopy { (copy) throws(RegistryError) in try copy.revision() } == 3)
  }

  @Test func `an examination of a copy finds what one of the file finds`() throws {
    try registry.set("1402", "ar", "رصيدك غير كافٍ")
    #expect(try registry.shell("UPDATE translation SET text = 'x' WHERE code = 1403 AND language = 'ar'").status == 0)
    let store = try registry.open(.reading)
    let file = try store.read { try $0.examine() }
    let copy = try store.readCopy { (copy) throws(RegistryError) in try copy.examine() }
    #expect(!copy.findings.isEmpty && copy.findings.map(\.message) == file.findings.map(\.message))
    #expect(copy.changes == file.changes && copy.fields == file.fields && copy.revision == file.revision)
  }

  @Test func `a rehearsal says what an edit would do while another writer has the lock, and changes nothing`() throws {
    let set = try registry.set("1402", "ar", "رصيدك غير كافٍ")
    let store = try registry.open(.reading)
    let (rehearsed, twice) = try registry.open().edit(as: intent) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1403", language: "ar", text: "طريقة أخرى")
      let undo = { () throws(RegistryError) in
        try store.rehearse(as: intent) { (editor) throws(RegistryError) in try editor.undo(2) }
      }
      return (try undo(), try undo())
    }.value
    #expect(set.operation == 2 && rehearsed.operation == nil && rehearsed.isChanged)
    #expect(rehearsed.value.changes == twice.value.changes)
    let undone = try registry.edit(by: "layla") { (editor) throws(RegistryError) in try editor.undo(2) }
    #expect(undone.operation == 4)
    #expect(rehearsed.value.changes == undone.value.changes)
  }

  @Test func `a rehearsal refuses what an edit refuses`() throws {
    let store = try registry.open(.reading)
    let error = #expect(throws: RegistryError.self) {
      try store.rehearse(as: intent) { (editor) throws(RegistryError) in try editor.undo(1) }
    }
    #expect(error?.code == .ruleBroken)
    let unsigned = #expect(throws: RegistryError.self) {
      try store.rehearse(as: OperationIntent(actor: "a\nb", command: "test")) { _ in }
    }
    #expect(unsigned?.code == .invalidText)
  }

  @Test func `a copy of a file that is damaged is damaged`() throws {
    var bytes = try registry.bytes
    // The content of a page in the middle, which opening the file does not read.
    let page = bytes.count / 4_096 / 2 * 4_096
    for index in page + 8..<page + 4_096 { bytes[index] = 0xA5 }
    try FileSystem.publish(bytes, at: registry.path.bytes, existing: .replace)
    let store = try registry.open(.reading)
    let outcome = { (examine: () throws -> Examination) in
      do { return try examine().isDamaged ? "damaged" : "sound" } catch {
        return "\((error as? RegistryError)?.code as Any)"
      }
    }
    let file = outcome { try store.read { try $0.examine() } }
    #expect(file != "sound")
    #expect(outcome { try store.readCopy { (copy) throws(RegistryError) in try copy.examine() } } == file)
  }
}
