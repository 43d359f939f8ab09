import Crypto

/// A public key of OpenSSH, of one of the types that may sign.
package struct SSHKey: Sendable, Hashable {
  /// The key as OpenSSH encodes it.
  private let blob: [UInt8]
  private let material: Material

  private enum Material: Hashable {
    case ed25519([UInt8])
    /// A key in a security token (PROTOCOL.u2f of OpenSSH).
    case tokenEd25519([UInt8], application: [UInt8])
    case p256([UInt8])
  }

  /// The names of the types in OpenSSH.
  static let types = ["ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256"]

  /// Reads a key; nil when it is of another type, or is not valid.
  init?(_ blob: [UInt8]) {
    var reader = WireReader(blob)
    guard let type = reader.string(), let first = reader.string() else { return nil }
    switch String(decoding: type, as: UTF8.self) {
    case "ssh-ed25519" where first.count == 32: material = .ed25519(first)
    case "sk-ssh-ed25519@openssh.com" where first.count == 32:
      guard let application = reader.string() else { return nil }
      material = .tokenEd25519(first, application: application)
    case "ecdsa-sha2-nistp256" where first.elementsEqual("nistp256".utf8):
      guard let point = reader.string() else { return nil }
      material = .p256(point)
    default: return nil
    }
    guard reader.isAtEnd else { return nil }
    self.blob = blob
  }

  /// The fingerprint, as `ssh-keygen -l` shows it.
  package var fingerprint: String {
    "SHA256:" + Base64.text(Array(SHA256.hash(data: blob))).prefix { $0 != "=" }
  }

  /// Returns whether a signature of this key, as OpenSSH encodes it, is valid for a message.
  func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    var reader = WireReader(signature)
    guard let type = reader.string(), let value = reader.string() else { return false }
    let name = String(decoding: type, as: UTF8.self)
    switch material {
    case .ed25519(let key):
      guard name == "ssh-ed25519", reader.isAtEnd else { return false }
      return Self.verify(value, of: message, by: key)
    case .tokenEd25519(let key, let application):
      // The token signs its application, whether a person has touched it, and a counter, before the message.
      guard name == "sk-ssh-ed25519@openssh.com", let flags = reader.byte(), let count = reader.number(),
        reader.isAtEnd, flags & 1 == 1
      else { return false }
      let counter = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: count >> $0) }
      let signed = Array(SHA256.hash(data: application)) + [flags] + counter + Array(SHA256.hash(data: message))
      return Self.verify(value, of: signed, by: key)
    case .p256(let point):
      guard name == "ecdsa-sha2-nistp256", reader.isAtEnd else { return false }
      var numbers = WireReader(value)
      guard let r = numbers.string().flatMap(Self.scalar), let s = numbers.string().flatMap(Self.scalar),
        numbers.isAtEnd, let key = try? P256.Signing.PublicKey(x963Representation: point),
        let parsed = try? P256.Signing.ECDSASignature(rawRepresentation: r + s)
      else { return false }
      return key.isValidSignature(parsed, for: message)
    }
  }

  private static func verify(_ signature: [UInt8], of message: [UInt8], by key: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return false }
    return key.isValidSignature(signature, for: message)
  }

  /// Returns a positive number of RFC 4251 as 32 bytes; nil when it is larger or negative. Zeros in front of it do not
  /// matter, as in OpenSSH.
  private static func scalar(_ number: [UInt8]) -> [UInt8]? {
    guard let first = number.first, first < 0x80 else { return nil }
    let digits = number.drop { $0 == 0 }
    guard digits.count <= 32 else { return nil }
    return [UInt8](repeating: 0, count: 32 - digits.count) + digits
  }
}
