import Registry
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport

/// A release of a registry with a missing text and deprecated and retired codes, in its own folder.
struct ReleaseFixture {
  let folder: TemporaryFolder
  let registry: RegistryFixture
  let created: SnapshotFile.Created

  static let date = Timestamp(secondsSinceEpoch: 1_769_860_800)

  init() throws {
    folder = try TemporaryFolder()
    registry = try Self.edited()
    created = try Self.release(registry, in: folder)
  }

  /// A registry with chains of fallbacks, a missing text, a deprecated code and a retired one.
  static func edited() throws -> RegistryFixture {
    let registry = try RegistryFixture()
    let languages = [("fr", "ar"), ("fr-CA", "fr"), ("zh-Hant", "zh-Hans")]
    try registry.edit { (editor) throws(RegistryError) in
      for (position, (name, fallback)) in languages.enumerated() {
        guard let tag = LanguageTag(name) else { continue }
        try editor.addLanguage(
          Language(
            tag: tag, englishName: name, ownName: name, direction: .leftToRight, fallback: LanguageTag(fallback),
            isRequired: false, position: 4 + position))
      }
      try editor.setTranslation(code: "200", language: "fr", text: "Réussi")
      for language in ["ar", "zh-Hans"] { try editor.editLanguage(language) { $0.isRequired = false } }
      try editor.unsetTranslation(code: "1402", language: "ar")
      try editor.unsetTranslation(code: "1401", language: "zh-Hans")
      try editor.editCode("1004") { $0.state = .retired }
      try editor.editCode("1003") {
        $0.state = .deprecated
        $0.replacedBy = 1000
        $0.httpStatus = 409
        $0.isRetryable = true
        $0.description = "Kept for old callers."
      }
    }
    return registry
  }

  @discardableResult
  static func release(
    _ registry: RegistryFixture, _ name: String = "1.0", at date: Timestamp = date, in folder: TemporaryFolder,
    isDryRun: Bool = false
  ) throws -> SnapshotFile.Created {
    try registry.open().release(
      name, in: RegistryPath(folder.path), createdAt: date, actor: "amal", isDryRun: isDryRun)
  }

  var path: RegistryPath { created.path }
  var name: String { "registry-1.0.db" }

  var bytes: [UInt8] {
    get throws { try FileSystem.read(path.bytes) }
  }

  func write(_ bytes: [UInt8]) throws {
    try FileSystem.publish(bytes, at: path.bytes, existing: .replace)
  }

  /// Reads the file with another client.
  func shell(_ sql: String) throws -> Command.Result {
    try Command("sqlite3", ["-batch", "-bail", name, sql], in: folder.path).run()
  }

  func verify() throws(RegistryError) -> SnapshotFile { try SnapshotFile(verifying: path) }
}
