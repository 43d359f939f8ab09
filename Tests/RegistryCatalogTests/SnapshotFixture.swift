import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport

@testable import RegistryCatalog

/// A released snapshot with its manifest, in a folder of its own. It is a copy of the one in `Fixtures`, which an
/// earlier build released.
///
/// It has revision 2 of the seed with three more languages (`fr` → `ar`, `fr-CA` → `fr`, `zh-Hant` → `zh-Hans`). Two
/// messages are missing (1402 in `ar`, 1401 in `zh-Hans`), 1003 is deprecated, and 1004 is retired.
struct SnapshotFixture {
  /// A snapshot in the folder, and its manifest. It keeps the folder.
  struct Release {
    let folder: TemporaryFolder
    let path: RegistryPath
    let manifestPath: RegistryPath

    var bytes: [UInt8] {
      get throws { try FileSystem.read(path.bytes) }
    }

    /// The catalog that is loaded and verified from the files.
    func catalog() throws(RegistryError) -> Catalog { try Catalog(snapshot: path) }
  }

  /// The `sqlite3` shell refused to change a file.
  struct Unchanged: Error { let reason: String }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let fixtures = Command.package + "/Tests/RegistryCatalogTests/Fixtures/"
    for name in [name, "registry-1.0.manifest.json"] {
      try FileManager.default.copyItem(atPath: fixtures + name, toPath: folder.file(name))
    }
  }

  var name: String { "registry-1.0.db" }
  /// The snapshot as it was released.
  var released: Release { release(named: "1.0") }
  var path: RegistryPath { released.path }
  var manifestPath: RegistryPath { released.manifestPath }
  var bytes: [UInt8] {
    get throws { try released.bytes }
  }

  private func release(named name: String) -> Release {
    Release(
      folder: folder, path: RegistryPath(folder.file("registry-\(name).db")),
      manifestPath: RegistryPath(folder.file("registry-\(name).manifest.json")))
  }

  func write(_ bytes: [UInt8]) throws { try FileSystem.publish(bytes, at: path.bytes, existing: .replace) }

  /// What another client makes of the file.
  func shell(_ sql: String) throws -> Command.Result { try shell(sql, of: name) }

  private func shell(_ sql: String, of file: String) throws -> Command.Result {
    try Command("sqlite3", ["-batch", "-bail", file, sql], in: folder.path).run()
  }

  private func change(_ file: String, _ sql: String) throws {
    let result = try shell(sql, of: file)
    guard result.status == 0 else { throw Unchanged(reason: result.error) }
  }

  /// Makes another release with other content: a copy of the snapshot that the `sqlite3` shell changes, with the digest
  /// and the manifest of its new content.
  func release(_ name: String, revision: Int = 3, changed sql: String) throws -> Release {
    let release = release(named: name)
    let file = "registry-\(name).db"
    try FileSystem.publish(try bytes, at: release.path.bytes, existing: .refuse)
    // VACUUM leaves no unused pages and no remains of old rows, as in a file that was released.
    try change(file, "BEGIN; \(sql); COMMIT; VACUUM")
    let content = try Catalog(snapshot: release.path, verifies: false).content
    let digest = content.makeContentDigest()
    let info = [("release", name), ("revision", "\(revision)"), ("content_digest", digest)]
    try change(
      file, info.map { "UPDATE registry_info SET value = '\($0.1)' WHERE key = '\($0.0)'" }.joined(separator: "; "))
    let image = try DatabaseImage(try release.bytes)
    let manifest: [String: any Sendable] = [
      "file": file, "size": image.count, "file_sha256": image.sha256, "content_digest": digest, "release": name,
      "revision": revision, "contract": SnapshotSchema.contract, "created_at": "2026-01-31T12:00:00Z",
      "codes": content.codes.count, "messages": content.messageCount,
    ]
    let json = try JSONSerialization.data(withJSONObject: manifest, options: [.sortedKeys, .prettyPrinted])
    try FileSystem.publish([UInt8](json), at: release.manifestPath.bytes, existing: .refuse)
    return release
  }

  /// Makes another release in which a code has another text.
  func release(_ name: String, text: String, of code: Int, in language: String) throws -> Release {
    let literal = text.replacing("'", with: "''")
    return try release(
      name,
      changed: "INSERT OR REPLACE INTO message (code, language, text) VALUES (\(code), '\(language)', '\(literal)')")
  }
}
