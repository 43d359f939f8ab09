import FoundationEssentials

/// A file with the same content as a snapshot in another format, released together with it and listed in its manifest.
public struct CompanionFile: Sendable, Equatable, Codable {
  /// The size of the file in bytes.
  public let size: Int
  /// The SHA-256 of the file in lower-case hexadecimal.
  public let sha256: String

  /// Creates an entry from its parts.
  package init(size: Int, sha256: String) {
    self.size = size
    self.sha256 = sha256
  }
}

/// The part of a manifest that a service needs for verification. The rest is not decoded, because a service waits for
/// it at startup.
package struct ManifestClaims: Decodable {
  package let file: String
  package let size: Int
  package let fileSHA256: String
  package let contentDigest: String
  package let release: String
  package let revision: Int
  package let contract: Int
  package let createdAt: String
  package let codes: Int
  package let messages: Int
  package let also: [String: CompanionFile]?

  private enum CodingKeys: String, CodingKey {
    case file, size, release, revision, contract, codes, messages, also
    case fileSHA256 = "file_sha256"
    case contentDigest = "content_digest"
    case createdAt = "created_at"
  }

  /// Reads the claims of the manifest at a path.
  ///
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/fileNotFound``, ``RegistryError/Code/readOnly`` or
  ///   ``RegistryError/Code/inputOutput`` when the file cannot be read; ``RegistryError/Code/unverified`` when it is
  ///   not a manifest.
  package init(at path: RegistryPath) throws(RegistryError) { self = try Self.decode(path) }

  /// Reads the claims of a manifest that is not in a file.
  ///
  /// - Parameters:
  ///   - bytes: The manifest.
  ///   - name: Its name, for messages.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/unverified`` when it is not a manifest.
  package init(_ bytes: [UInt8], named name: String) throws(RegistryError) {
    self = try Self.decode(bytes, RegistryPath(name))
  }

  /// Reads the claims of the manifest at a path, or of the one beside the snapshot.
  ///
  /// - Parameters:
  ///   - path: The path of the manifest; nil uses the manifest beside `file`, if there is one.
  ///   - file: The path of the snapshot.
  ///   - isRequired: Whether a missing manifest is an error.
  /// - Returns: The claims; nil when `path` is nil and there is no manifest beside the snapshot.
  /// - Throws: ``RegistryError``, as ``init(at:)`` does; with the code ``RegistryError/Code/unverified`` when a
  ///   required manifest is missing.
  package init?(at path: RegistryPath?, beside file: RegistryPath, isRequired: Bool) throws(RegistryError) {
    guard let path = path ?? Self.path(beside: file).flatMap({ DatabaseFile.exists($0) ? $0 : nil }) else {
      guard isRequired else { return nil }
      throw RegistryError(.unverified, "There is no manifest beside \(file).", .takeFilesOfOneRelease)
    }
    try self.init(at: path)
  }

  /// Returns the path of a snapshot's manifest: `registry-1.0.manifest.json` for `registry-1.0.db`; nil when the path
  /// does not end with `.db`.
  package static func path(beside file: RegistryPath) -> RegistryPath? {
    guard file.bytes.suffix(3) == Array(".db".utf8) else { return nil }
    return RegistryPath(bytes: Array(file.bytes.dropLast(3))).suffixed(".manifest.json")
  }

  /// The size of the largest manifest that is read, in bytes.
  private static let sizeLimit = 1_048_576

  /// Decodes the manifest at a path.
  ///
  /// - Throws: ``RegistryError``, as ``init(at:)`` does.
  package static func decode<Value: Decodable>(_ path: RegistryPath) throws(RegistryError) -> Value {
    try decode(try DatabaseFile.read(path, limit: sizeLimit + 1), path)
  }

  private static func decode<Value: Decodable>(_ bytes: [UInt8], _ path: RegistryPath) throws(RegistryError) -> Value {
    guard bytes.count <= sizeLimit, let value = try? JSONDecoder().decode(Value.self, from: Data(bytes)) else {
      throw RegistryError(.unverified, "\(path) is not the manifest of a snapshot.")
    }
    return value
  }
}
