import Registry
import RegistryTestSupport

/// A registry with the seed, in a folder of its own.
struct SeededRegistry {
  let folder: TemporaryFolder
  let store: RegistryStore
  var path: FilePath { FilePath(folder.file("registry.db")) }

  init() throws {
    folder = try TemporaryFolder()
    let path = FilePath(folder.file("registry.db"))
    try RegistryStore.create(at: path, contents: .seed, as: .test)
    store = try RegistryStore(opening: path, for: .editing)
  }

  /// Sets texts, each as an operation of its own.
  func set(_ code: Int, _ language: String, _ text: String) throws {
    _ = try store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "\(code)", language: language, text: text)
    }
  }

  /// Writes a release into the folder.
  func release(_ name: String, createdAt: Timestamp = Timestamp(secondsSinceEpoch: 0)) throws -> SnapshotFile.Created {
    try store.release(name, in: FilePath(folder.path), createdAt: createdAt, actor: "tester")
  }
}
