import Crypto
import FoundationEssentials
import RegistryCatalog

/// The small JSON file beside a snapshot: what the file is, so that it can be checked before it is used.
public struct Manifest: Sendable, Equatable, Codable {
  /// The numbers of one language in the release.
  public struct Coverage: Sendable, Equatable, Codable {
    /// Texts in state `initial`.
    public let initial: Int
    /// Texts in state `translated`.
    public let translated: Int
    /// Texts in state `reviewed`.
    public let reviewed: Int
    /// Texts in state `final`.
    public let final: Int
    /// Codes without a text.
    public let missing: Int
    /// Texts whose source has changed since.
    public let stale: Int
  }

  /// What the release was compared with before it was made.
  public struct Gate: Sendable, Equatable, Codable {
    /// The release or file that it follows, as it was named.
    public let against: String
    /// The content digest of that.
    public let contentDigest: String
    /// The part of the version that should rise: `major`, `minor`, `patch` or `none`.
    public let suggested: String
    /// The breaking changes that were allowed, and why.
    public let allowed: [ReleaseGate.Allowance]

    private enum CodingKeys: String, CodingKey {
      case against, suggested, allowed
      case contentDigest = "content_digest"
    }
  }

  /// The name of the snapshot's file, without a folder.
  public let file: String
  /// Its size in bytes.
  public let size: Int
  /// SHA-256 of its bytes, in lower-case hexadecimal.
  public let fileSHA256: String
  /// `sha256:` and 64 hexadecimal digits over the content alone.
  public let contentDigest: String
  /// The release's name.
  public let release: String
  /// The registry's revision.
  public let revision: Int
  /// The reader contract's number.
  public let contract: Int
  /// The date of the release.
  public let createdAt: String
  /// How many codes it has, retired ones included.
  public let codes: Int
  /// How many messages it has.
  public let messages: Int
  /// The numbers of each language.
  public let coverage: [String: Coverage]
  /// Other files with the same content, by name; nil where none were asked for.
  public let also: [String: CompanionFile]?
  /// What the release was compared with; nil where it was compared with nothing.
  public let gate: Gate?

  private enum CodingKeys: String, CodingKey {
    case file, size, release, revision, contract, codes, messages, coverage, also, gate
    case fileSHA256 = "file_sha256"
    case contentDigest = "content_digest"
    case createdAt = "created_at"
  }

  init(
    _ candidate: ReleaseCandidate, release: String, createdAt: Timestamp, file: String, image: [UInt8],
    contentDigest: String, also: [String: [UInt8]]
  ) {
    self.file = file
    size = image.count
    fileSHA256 = SHA256.hexadecimal(image)
    self.contentDigest = contentDigest
    self.release = release
    revision = candidate.snapshot.revision
    contract = SnapshotSchema.contract
    self.createdAt = createdAt.description
    codes = candidate.snapshot.codes.count
    messages = candidate.snapshot.messages.count
    coverage = Dictionary(
      candidate.coverage.map { ($0.language.description, Coverage($0)) }, uniquingKeysWith: { first, _ in first })
    self.also =
      also.isEmpty
      ? nil : also.mapValues { CompanionFile(size: $0.count, sha256: SHA256.hexadecimal($0)) }
    gate = candidate.gate
  }

  /// The file's bytes: sorted keys, indented, a line break at the end.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and integers always encode.
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [0x0A]
  }

  /// Reads a manifest.
  ///
  /// - Throws: `RegistryError.Code.fileNotFound`, `RegistryError.Code.inputOutput`;
  ///   `RegistryError.Code.unverified` for a file that is not a manifest.
  public init(at path: RegistryPath) throws(RegistryError) { self = try ManifestClaims.decode(path) }
}

extension Manifest.Coverage {
  fileprivate init(_ coverage: LanguageCoverage) {
    initial = coverage.states[.initial] ?? 0
    translated = coverage.states[.translated] ?? 0
    reviewed = coverage.states[.reviewed] ?? 0
    final = coverage.states[.final] ?? 0
    missing = coverage.missing
    stale = coverage.stale
  }
}
