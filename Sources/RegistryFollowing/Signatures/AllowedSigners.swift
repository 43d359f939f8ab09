import RegistryBytes
import RegistryCatalog

/// The keys that may sign, from a file in the format `allowed_signers` of OpenSSH (ssh-keygen(1), "ALLOWED SIGNERS").
///
/// The principal of a line is the name of a channel, or a pattern of such names:
///
/// ```
/// production namespaces="status-code-registry" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA…
/// staging,test-* valid-before="20270101Z" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA…
/// ```
///
/// Followers read a file again for each pointer. A key of another type than `ssh-ed25519`,
/// `sk-ssh-ed25519@openssh.com` and `ecdsa-sha2-nistp256`, and a line with `cert-authority`, allow nothing.
public struct AllowedSigners: Sendable, Equatable {
  /// The namespace of the signatures, which keeps a signature that was made for something else from being accepted.
  public static let namespace = "status-code-registry"

  private struct Line: Sendable, Equatable {
    let channels: NamePatterns
    let namespaces: NamePatterns?
    let validAfter: Timestamp?
    let validBefore: Timestamp?
    let key: SSHKey
  }

  private let lines: [Line]
  /// The file that the keys were read from; nil when they were given as a text.
  private var path: RegistryPath?

  private static let sizeLimit = 1_048_576

  /// Reads a file of keys, also behind a symbolic link, as Kubernetes mounts one.
  ///
  /// - Throws: `RegistryError.Code.fileNotFound`, `RegistryError.Code.readOnly` or
  ///   `RegistryError.Code.inputOutput` when the file cannot be read; `RegistryError.Code.invalidSigners` as
  ///   ``init(_:)`` does.
  public init(at path: RegistryPath) throws(RegistryError) {
    let file: [UInt8]
    do { file = try FileSystem.resolved(path.bytes) } catch { throw RegistryError(error, path) }
    let bytes = try DatabaseFile.read(RegistryPath(bytes: file), limit: Self.sizeLimit + 1)
    guard bytes.count <= Self.sizeLimit, let text = String(validating: bytes, as: UTF8.self) else {
      throw RegistryError(.invalidSigners, "\(path) is not a file of keys that may sign.")
    }
    try self.init(text)
    self.path = path
  }

  /// Reads the file again, so that a key that was taken out of it signs no more. Returns the same keys when they were
  /// given as a text.
  ///
  /// - Throws: `RegistryError`, as ``init(at:)`` does.
  func reread() throws(RegistryError) -> AllowedSigners {
    guard let path else { return self }
    return try AllowedSigners(at: path)
  }

  /// Reads the text of a file of keys.
  ///
  /// - Throws: `RegistryError.Code.invalidSigners` when a line does not have the form of one, or when there is no key
  ///   that may sign.
  public init(_ text: String) throws(RegistryError) {
    var lines: [Line] = []
    for (place, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let words = SignerWords(line)
      guard let first = words.words.first, !first.hasPrefix("#") else { continue }
      do {
        if let line = try Self.line(words) { lines.append(line) }
      } catch {
        throw RegistryError(
          .invalidSigners, "Line \(place + 1) of the keys that may sign is not valid: \(error.reason).")
      }
    }
    guard !lines.isEmpty else {
      throw RegistryError(
        .invalidSigners, "There is no key that may sign. These types may: \(SSHKey.types.joined(separator: ", ")).")
    }
    self.lines = lines
  }

  /// Why a line is refused.
  private struct Refusal: Error { let reason: String }

  /// Reads a line; nil when it has a key of another type.
  private static func line(_ words: SignerWords) throws(Refusal) -> Line? {
    guard words.isWhole else { throw Refusal(reason: "a quotation mark is missing") }
    var rest = words.words[...]
    let channels = NamePatterns(rest.removeFirst())
    // The options come before the type of the key, which no option can be.
    var options: [(name: String, value: String?)] = []
    if let word = rest.first, !SSHKey.types.contains(word), !isKeyType(word) {
      options = SignerWords.options(word)
      rest.removeFirst()
    }
    guard let type = rest.popFirst(), isKeyType(type), let text = rest.first, let blob = Base64.bytes(text.utf8) else {
      throw Refusal(reason: "there is no public key")
    }
    var (namespaces, after, before): (NamePatterns?, Timestamp?, Timestamp?)
    for (name, value) in options {
      switch (name.lowercased(), value) {
      case ("cert-authority", nil): return nil
      case ("namespaces", let value?): namespaces = NamePatterns(value)
      case ("valid-after", let value?): after = try time(value)
      case ("valid-before", let value?): before = try time(value)
      default: throw Refusal(reason: "the option \(name) is not known")
      }
    }
    guard SSHKey.types.contains(type) else { return nil }
    guard let key = SSHKey(blob) else { throw Refusal(reason: "the public key is damaged") }
    return Line(channels: channels, namespaces: namespaces, validAfter: after, validBefore: before, key: key)
  }

  private static func isKeyType(_ word: String) -> Bool {
    ["ssh-", "ecdsa-", "sk-"].contains { word.hasPrefix($0) }
  }

  /// Reads a time: `20270131Z`, `202701311200Z` or `20270131120000Z`. OpenSSH reads a time without `Z` in the time zone
  /// of the machine, so that two machines would not agree.
  private static func time(_ text: String) throws(Refusal) -> Timestamp {
    let digits = Array(text.utf8.dropLast())
    guard text.utf8.last == UInt8(ascii: "Z"), [8, 12, 14].contains(digits.count),
      digits.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw Refusal(reason: "the time \(text) is not in UTC: write it as 20270131Z or 20270131120000Z") }
    let all = (digits + [UInt8](repeating: UInt8(ascii: "0"), count: 14 - digits.count)).map {
      String(decoding: [$0], as: UTF8.self)
    }
    let (date, clock) = (all[4..<8], all[8..<14])
    let canonical =
      all[..<4].joined() + "-" + date.prefix(2).joined() + "-" + date.suffix(2).joined() + "T"
      + clock.prefix(2).joined() + ":" + clock.dropFirst(2).prefix(2).joined() + ":" + clock.suffix(2).joined() + "Z"
    guard let time = Timestamp(canonical) else { throw Refusal(reason: "the time \(text) does not exist") }
    return time
  }

  /// Returns whether a key may sign for a channel at a time.
  func allow(_ key: SSHKey, for channel: String, at time: Timestamp) -> Bool {
    lines.contains { line in
      line.key == key && line.channels.contain(channel)
        && line.namespaces?.contain(AllowedSigners.namespace) ?? true
        && line.validAfter.map { $0.description <= time.description } ?? true
        && line.validBefore.map { time.description <= $0.description } ?? true
    }
  }
}
