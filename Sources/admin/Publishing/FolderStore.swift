import Registry
import RegistryFollowing

/// A folder to which releases are published, for one machine, a network file system or a web server.
struct FolderStore: ReleaseStore {
  let folder: ReleaseFolder

  init(_ path: RegistryPath) { folder = ReleaseFolder(at: path) }

  func object(_ name: String, limit: Int) throws -> StoredObject? {
    try folder.read(name, limit: limit).map { StoredObject(bytes: $0, etag: nil) }
  }

  func create(_ name: String, _ object: PublishedObject) throws -> Bool { try folder.create(name, object.bytes) }

  func replace(_ name: String, _ old: StoredObject?, by object: PublishedObject) throws -> Bool {
    try folder.replace(name, old?.bytes, by: object.bytes)
  }
}
