import Crypto
import RegistryFollowing

/// A key that signs as `ssh-keygen -Y sign` does, without a process.
package struct TestKey: Sendable {
  private let key = Curve25519.Signing.PrivateKey()

  package init() {}

  private var blob: [UInt8] {
    WireReader.string("ssh-ed25519".utf8) + WireReader.string(key.publicKey.rawRepresentation)
  }

  /// The key as a line of a file of keys.
  package func line(for channels: String = "production", options: String = "") -> String {
    "\(channels) \(options.isEmpty ? "" : options + " ")ssh-ed25519 \(Base64.text(blob)) test\n"
  }

  package func signers(for channels: String = "production") throws -> AllowedSigners {
    try AllowedSigners(line(for: channels))
  }

  package func signature(of message: [UInt8], namespace: String = AllowedSigners.namespace) throws -> [UInt8] {
    let mark = Array("SSHSIG".utf8)
    let strings = [Array(namespace.utf8), [], Array("sha512".utf8)]
    let signed = mark + (strings + [Array(SHA512.hash(data: message))]).flatMap { WireReader.string($0) }
    let signature = WireReader.string("ssh-ed25519".utf8) + WireReader.string(try key.signature(for: signed))
    return Self.armored(
      mark + [0, 0, 0, 1] + (([blob] + strings + [signature]).flatMap { WireReader.string($0) }))
  }

  package static func armored(_ blob: [UInt8]) -> [UInt8] {
    var text = Array(Base64.text(blob).utf8)[...]
    var lines: [[UInt8]] = []
    while !text.isEmpty {
      lines.append(Array(text.prefix(70)))
      text = text.dropFirst(70)
    }
    let body = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    return Array("-----BEGIN SSH SIGNATURE-----\n\(body)\n-----END SSH SIGNATURE-----\n".utf8)
  }

  /// Returns the object with a pointer.
  package func sign(_ pointer: ChannelPointer) throws -> [UInt8] { pointer.json + (try signature(of: pointer.json)) }
}

extension ChannelPointer {
  /// Returns a pointer whose files nobody has.
  package static func test(
    serial: Int = 1, release: String = "1.0", revision: Int = 1, channel: String = "production",
    issuedAt: String = "2026-11-28T12:00:00Z", expiresAt: String? = nil, rollbackReason: String? = nil,
    content: Int? = nil
  ) -> ChannelPointer {
    let sha256 = SHA256Text.hexadecimal(of: Array("\(content ?? revision)".utf8))
    return ChannelPointer(
      channel: channel, serial: serial, issuedAt: Timestamp(issuedAt) ?? .epoch,
      expiresAt: expiresAt.flatMap { Timestamp($0) },
      rollbackReason: rollbackReason, release: release, revision: revision, contract: 1,
      contentDigest: "sha256:\(sha256)", size: 4_096, fileSHA256: sha256, manifestSize: 1_000, manifestSHA256: sha256)
  }
}
