import Crypto
import FoundationEssentials
import RegistryCatalog

/// The JSON file that is stored beside a snapshot and describes it.
///
/// It contains the size and the SHA-256 of the snapshot, so that the file can be checked before it is used.
public struct Manifest: Sendable, Equatable, Codable {
  /// The number of texts of one language in the release, by state.
  public struct Coverage: Sendable, Equatable, Codable {
    /// The number of texts in the state `initial`.
    public let initial: Int
    /// The number of texts in the state `translated`.
    public let translated: Int
    /// The number of texts in the state `reviewed`.
    public let reviewed: Int
    /// The number of texts in the state `final`.
    public let final: Int
    /// The number of codes without a text.
    public let missing: Int
    /// The number of texts whose source text has changed since they were written.
    public let stale: Int
  }

  /// The release or file with which the release was compared before it was made.
  public struct Gate: Sendable, Equatable, Codable {
    /// The name of the previous release or file, as the caller passed it.
    public let against: String
    /// The content digest of the previous release or file.
    public let contentDigest: String
    /// The part of the version that should be increased: `major`, `minor`, `patch` or `none`.
    public let suggested: String
    /// The breaking changes that were allowed, with the reasons.
    public let allowed: [ReleaseGate.Allowance]

    private enum CodingKeys: String, CodingKey {
      case against, suggested, allowed
      case contentDigest = "content_digest"
    }
  }

  /// The file name of the snapshot, without its folder.
  public let file: String
  /// The size of the snapshot in bytes.
  public let size: Int
  /// The SHA-256 of the snapshot's bytes, in lower-case hexadecimal digits.
  public let fileSHA256: String
  /// The digest of the content alone: `sha256:` and 64 hexadecimal digits.
  public let contentDigest: String
  /// The name of the release.
  public let release: String
  /// The revision of the registry.
  public let revision: Int
  /// The number of the reader contract.
  public let contract: Int
  /// The date of the release.
  public let createdAt: String
  /// The number of codes, including retired ones.
  public let codes: Int
  /// The number of messages.
  public let messages: Int
  /// The number of texts of each language, by language tag.
  public let coverage: [String: Coverage]
  /// Other files with the same content, by file name; nil when none were requested.
  public private(set) var also: [String: CompanionFile]?
  /// The release or file with which the release was compared; nil when there was no comparison.
  public private(set) var gate: Gate?
  /// The reason for which the comparison was skipped; nil when it was not.
  public private(set) var gateSkipped: String?

  private enum CodingKeys: String, CodingKey {
    case file, size, release, revision, contract, codes, messages, coverage, also, gate
    case fileSHA256 = "file_sha256"
    case contentDigest = "content_digest"
    case createdAt = "created_at"
    case gateSkipped = "gate_skipped"
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
    switch candidate.gate {
    case .passed(let passed): gate = passed
    case .skipped(let reason): gateSkipped = reason
    case nil: break
    }
  }

  /// Takes over the companions that are not written again from a manifest of the same release. Takes over its gate too
  /// if the registry did not record gates when it made the release.
  ///
  /// - Throws: `RegistryError.Code.releaseExists` when only the manifest states a gate, and it differs from what is
  ///   asked for now.
  mutating func keep(
    _ known: Manifest, _ path: RegistryPath, isGateRecorded: Bool
  ) throws(RegistryError) {
    guard known.release == release, known.contentDigest == contentDigest else { return }
    also = known.also.map { $0.merging(also ?? [:]) { _, new in new } } ?? also
    guard !isGateRecorded, known.gate != nil || known.gateSkipped != nil else { return }
    guard gate == nil && gateSkipped == nil || gate == known.gate && gateSkipped == known.gateSkipped else {
      throw RegistryError(
        .releaseExists,
        "\(path) says what the release \(release) was compared with and what was allowed then, which differs from "
          + "what is asked for now.", .renameRelease)
    }
    (gate, gateSkipped) = (known.gate, known.gateSkipped)
  }

  /// The bytes of the manifest file: JSON with sorted keys and indentation, ending with a line break.
  public var json: [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and integers always encode.
    return ((try? encoder.encode(self)).map { Array($0) } ?? []) + [0x0A]
  }

  /// Reads a manifest from a file.
  ///
  /// - Parameter path: The path of the manifest.
  /// - Throws: `RegistryError.Code.fileNotFound` when there is no file at the path; `RegistryError.Code.inputOutput`
  ///   when the file cannot be read; `RegistryError.Code.unverified` when the file is not a manifest.
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
