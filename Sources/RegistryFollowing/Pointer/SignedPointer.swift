import RegistryCatalog

/// The object of a channel as it is stored: the JSON of a pointer, and after it from one to four signatures.
///
/// The signatures are in the same object, so that no reader can see a new pointer with an old signature.
public struct SignedPointer: Sendable, Equatable {
  /// The object, byte for byte.
  public let bytes: [UInt8]
  /// What it says. Nothing of it may be used before ``verified(by:for:)`` has returned it.
  let claims: ChannelPointer
  /// The JSON, which is what was signed.
  let json: [UInt8]
  /// The signatures of known kinds in the order of the object.
  package let signatures: [SSHSignature]

  /// The size of the largest object that is read, in bytes.
  public static let sizeLimit = 16_384
  private static let signatureLimit = 4

  /// Reads an object. No signature is verified.
  ///
  /// - Throws: `RegistryError.Code.invalidPointer` when the bytes do not have the form of a signed pointer;
  ///   `RegistryError.Code.newerSchema` when its format is not that of this build.
  public init(_ bytes: [UInt8]) throws(RegistryError) {
    guard bytes.count <= Self.sizeLimit else {
      throw ChannelPointer.invalid("it is larger than \(Self.sizeLimit) bytes")
    }
    // The JSON never contains the mark, because it has no line that begins with a hyphen.
    let (json, armors) = SSHSignature.split(bytes)
    guard !armors.isEmpty else { throw ChannelPointer.invalid("it is not signed") }
    guard armors.count <= Self.signatureLimit else {
      throw ChannelPointer.invalid("it has more than \(Self.signatureLimit) signatures")
    }
    claims = try ChannelPointer(parsing: json)
    var signatures: [SSHSignature] = []
    for armor in armors {
      guard let blob = SSHSignature.blob(armored: armor) else {
        throw ChannelPointer.invalid("a signature does not have the form of one")
      }
      // A signature of a kind that this build does not know counts as none, so that a publisher can add one for newer
      // followers.
      if let signature = SSHSignature(blob) { signatures.append(signature) }
    }
    (self.bytes, self.json, self.signatures) = (bytes, json, signatures)
  }

  /// Verifies the object, and returns what it says.
  ///
  /// - Parameters:
  ///   - signers: The keys that may sign.
  ///   - channel: The name of the channel that is followed.
  /// - Throws: `RegistryError.Code.untrustedPointer` when the pointer is of another channel, or no signature is valid
  ///   and by a key that may sign for the channel at the time of the pointer.
  public func verified(by signers: AllowedSigners, for channel: String) throws(RegistryError) -> ChannelPointer {
    _ = try claimed(for: channel)
    let isSigned = signatures.contains { signature in
      signers.allow(signature.key, for: channel, at: claims.issuedAt)
        && signature.isValid(for: json, in: AllowedSigners.namespace)
    }
    guard isSigned else {
      throw RegistryError(
        .untrustedPointer,
        "The pointer \(claims.serial) of the channel \(channel) is not signed by a key that may sign for it "
          + "(\(fingerprints)).",
        .checkSigners)
    }
    return claims
  }
}

/// What a publisher needs to know about the pointer on which it builds.
extension SignedPointer {
  /// Returns what the object says, although it is not known who says it.
  ///
  /// - Throws: `RegistryError.Code.untrustedPointer` when the pointer is of another channel.
  package func claimed(for channel: String) throws(RegistryError) -> ChannelPointer {
    guard claims.channel.utf8.elementsEqual(channel.utf8) else {
      throw RegistryError(
        .untrustedPointer, "The pointer is of the channel \(claims.channel), not of \(channel).")
    }
    return claims
  }

  /// Returns whether a key that has signed the other object has also signed this one, with a valid signature.
  package func isSigned(byKeyOf other: SignedPointer) -> Bool {
    let keys = Set(other.signatures.map(\.key))
    return signatures.contains { keys.contains($0.key) && $0.isValid(for: json, in: AllowedSigners.namespace) }
  }

  /// The fingerprints of the keys, for messages.
  package var fingerprints: String { signatures.map(\.key.fingerprint).joined(separator: ", ") }
}
