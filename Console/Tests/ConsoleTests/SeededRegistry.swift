import Foundation
import NIOCore
import Registry
import Synchronization

@testable import Console

/// A registry with the content of the seed, in a folder of its own.
final class SeededRegistry {
  let store: RegistryStore
  let access: RegistryAccess
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "console-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = RegistryPath(folder.appending(path: "registry.db").path)
    try RegistryStore.create(at: path, contents: .seed, as: OperationIntent(actor: "seeder", command: "init"))
    store = try RegistryStore(opening: path, for: .editing)
    access = try RegistryAccess(path)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @discardableResult
  func set(
    _ code: Int, _ language: String, _ text: String, by person: String = "noura", impact: SourceImpact? = nil,
    note: String? = nil
  ) throws -> EditResult<SetTextResult> {
    try store.edit(as: OperationIntent(actor: person, command: "test", note: note)) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "\(code)", language: language, text: text, impact: impact)
    }
  }

  /// Returns the page of a code as a person sees it.
  func page(
    _ code: Int, for person: String = "layla", words: Words = .english, form: CodeForm? = nil
  ) throws -> String {
    let content = try store.read { [access] in try CodePage.Content("\(code)", $0, CheckerStore(access)) }
    return CodePage(content: content, person: person, form: form).page(words).content.markup
  }

  /// Returns what was posted as a form.
  static func form(_ text: String) throws -> CodeForm { CodeForm(try Form(ByteBuffer(string: text))) }
}
