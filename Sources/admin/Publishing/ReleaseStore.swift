/// A place to which releases are published: a folder, or objects on a server.
protocol ReleaseStore: Sendable {
  /// Returns an object; nil when it does not exist.
  ///
  /// - Parameters:
  ///   - name: The name of the object, such as `channels/production`.
  ///   - limit: The largest size in bytes; a larger object is an error.
  func object(_ name: String, limit: Int) async throws -> StoredObject?

  /// Stores an object that does not exist yet.
  ///
  /// - Returns: Whether it was stored; false when there is one of this name.
  func create(_ name: String, _ object: PublishedObject) async throws -> Bool

  /// Stores an object in the place of the one that was read.
  ///
  /// - Parameter old: The object that was read; nil when there was none.
  /// - Returns: Whether it was stored; false when somebody has changed it meanwhile.
  func replace(_ name: String, _ old: StoredObject?, by object: PublishedObject) async throws -> Bool
}

/// An object as it was read.
struct StoredObject {
  let bytes: [UInt8]
  /// The entity tag, with which a server recognizes the object; nil in a folder.
  let etag: String?
}

/// An object to be stored.
struct PublishedObject {
  let bytes: [UInt8]
  let contentType: String
  /// How long caches may keep it.
  let cacheControl: String

  /// A file of a release, which never changes.
  static func immutable(_ bytes: [UInt8], contentType: String) -> Self {
    Self(bytes: bytes, contentType: contentType, cacheControl: "public, max-age=31536000, immutable")
  }

  /// The object of a channel.
  static func pointer(_ bytes: [UInt8]) -> Self {
    Self(bytes: bytes, contentType: "text/plain; charset=utf-8", cacheControl: "max-age=5")
  }
}
