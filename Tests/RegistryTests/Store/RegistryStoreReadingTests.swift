import Foundation
import RegistryBytes
import Synchronization
import Testing

@testable import Registry

struct RegistryStoreReadingTests {
  @Test func `two reads of one transaction see one state, even when there is a write in between`() throws {
    let registry = try RegistryFixture()
    let store = try registry.open(.reading)
    let operation = Mutex<Int?>(nil)
    let written = DispatchSemaphore(value: 0)
    let (before, after) = try store.read { reader in
      let before = try reader.details(ofCode: "1402")
      // Another connection commits during the read: it waits for this reader and then succeeds. It has a thread of its
      // own, because all threads of the tests may be busy.
      let path = registry.path
      Thread.detachNewThread {
        let result = try? RegistryStore(opening: path, for: .editing).edit(
          as: OperationIntent(actor: "noura", command: "test")
        ) { (editor) throws(RegistryError) in
          try editor.editCode("1402") { $0.symbol = "RENAMED" }
          try editor.setTranslation(code: "1402", language: "ar", text: "نصها")
        }
        operation.withLock { $0 = result?.operation }
        written.signal()
      }
      // Its journal shows that it has written and is about to commit.
      while !FileManager.default.fileExists(atPath: registry.folder.file("registry.db-journal")) { usleep(1_000) }
      usleep(100_000)
      return (before, try reader.details(ofCode: "1402"))
    }
    #expect(before.code == after.code && before.slots == after.slots)
    written.wait()
    #expect(operation.withLock { $0 } == 2)
    let now = try store.read { try $0.details(ofCode: "renamed") }
    #expect(now.revision == 2)
    #expect(now.slots.first { $0.language == .arabic }?.translation?.text == "نصها")
  }

  @Test func `an editor reads what it has written so far, and nobody else does`() throws {
    let registry = try RegistryFixture()
    let other = try registry.open(.reading)
    let seen = try registry.open().edit(as: OperationIntent(actor: "amal", command: "test")) {
      (editor) throws(RegistryError) in
      let edited = try editor.editCode("1402") { $0.httpStatus = 402 }
      let outside = try other.read { (reader) throws(RegistryError) in try reader.code(named: "1402") }
      return (edited, try editor.registry.code(named: "1402"), outside)
    }.value
    #expect(seen.0 == seen.1)
    #expect(seen.0.revision == 2 && seen.0.value.httpStatus == 402)
    #expect(seen.2.revision == 1 && seen.2.value.httpStatus == nil)
  }

  @Test func `an edit returns the new row, and in a dry run the row has its old revision`() throws {
    let registry = try RegistryFixture()
    let edit = { (isDryRun: Bool) in
      try registry.edit(isDryRun: isDryRun) { (editor) throws(RegistryError) in
        (
          try editor.editCategory("payment") { $0.position = 40 }.revision,
          try editor.editLanguage("ar") { $0.isRequired = false }.revision,
          try editor.addCode(StatusCode(number: 1450, symbol: "NEW", category: "payment"), text: "New").revision
        )
      }.value
    }
    #expect(try edit(true) == (1, 1, 0))
    #expect(try edit(false) == (2, 2, 2))
  }

  @Test func `a store whose file was replaced fails, so no edit goes to the removed file`() throws {
    let registry = try RegistryFixture()
    let store = try registry.open()
    try FileSystem.publish(try registry.bytes, at: registry.path.bytes, existing: .replace)
    let before = try registry.bytes
    let refusals = [
      #expect(throws: RegistryError.self) { _ = try store.read { try $0.status() } },
      #expect(throws: RegistryError.self) {
        try store.edit(as: OperationIntent(actor: "amal", command: "test")) { (editor) throws(RegistryError) in
          try editor.setTranslation(code: "200", language: "ar", text: "x")
        }
      },
    ]
    #expect(refusals.map { $0?.code } == [.fileReplaced, .fileReplaced])
    #expect(refusals.map { $0?.remedy } == [.openAgain, .openAgain])
    #expect(try registry.bytes == before)
  }
}
