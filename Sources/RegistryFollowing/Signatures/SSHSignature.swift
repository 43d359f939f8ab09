import Crypto

/// A signature that `ssh-keygen -Y sign` made (PROTOCOL.sshsig of OpenSSH).
package struct SSHSignature: Sendable, Equatable {
  /// The key that made it.
  package let key: SSHKey
  private let namespace: [UInt8]
  private let hashName: [UInt8]
  private let signature: [UInt8]

  private static let begin = Array("-----BEGIN SSH SIGNATURE-----\n".utf8)
  private static let end = Array("-----END SSH SIGNATURE-----\n".utf8)
  private static let mark = Array("SSHSIG".utf8)

  /// Splits an object into what comes before its first signature, and the signatures.
  package static func split(_ bytes: [UInt8]) -> (content: [UInt8], armors: [[UInt8]]) {
    var parts: [[UInt8]] = [[]]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.elementsEqual(begin.dropLast()) { parts.append([]) }
      parts[parts.count - 1] += line + [UInt8(ascii: "\n")]
    }
    // Splitting gives one line more than there are line breaks.
    parts[parts.count - 1].removeLast()
    return (parts[0], Array(parts.dropFirst()))
  }

  /// Reads a signature in the form that ssh-keygen writes: Base64 in lines of 70 characters between two marks; nil when
  /// it has another form, version, or type of key.
  package init?(armored text: [UInt8]) {
    guard let blob = Self.blob(armored: text) else { return nil }
    self.init(blob)
  }

  /// Returns the bytes of a signature in the form that ssh-keygen writes; nil when it has another form.
  static func blob(armored text: [UInt8]) -> [UInt8]? {
    guard text.starts(with: begin), text.suffix(end.count).elementsEqual(end) else { return nil }
    let body = text.dropFirst(begin.count).dropLast(end.count)
    var lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.popLast()?.isEmpty == true, let last = lines.last, (1...70).contains(last.count),
      lines.dropLast().allSatisfy({ $0.count == 70 })
    else { return nil }
    return Base64.bytes(Array(lines.joined()))
  }

  /// Reads the bytes of a signature; nil when its version or the type of its key is not known, or when the field that
  /// is reserved has something, which `ssh-keygen -Y verify` would take for nothing.
  init?(_ blob: [UInt8]) {
    var reader = WireReader(blob)
    guard reader.skip(Self.mark), reader.number() == 1, let key = reader.string().flatMap(SSHKey.init),
      let namespace = reader.string(), reader.string() == [], let hashName = reader.string(),
      let signature = reader.string(), reader.isAtEnd
    else { return nil }
    self.key = key
    (self.namespace, self.hashName, self.signature) = (namespace, hashName, signature)
  }

  /// Returns whether the signature is valid for a message in a namespace.
  package func isValid(for message: [UInt8], in namespace: String) -> Bool {
    guard self.namespace.elementsEqual(namespace.utf8) else { return false }
    let hash: [UInt8]
    switch String(decoding: hashName, as: UTF8.self) {
    case "sha512": hash = Array(SHA512.hash(data: message))
    case "sha256": hash = Array(SHA256.hash(data: message))
    default: return false
    }
    let strings = [self.namespace, [], hashName, hash]
    return key.isSignature(signature, of: Self.mark + strings.flatMap { WireReader.string($0) })
  }
}
