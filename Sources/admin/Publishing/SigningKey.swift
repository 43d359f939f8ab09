import Registry
import RegistryFollowing

/// A key that signs pointers. `ssh-keygen` uses it: from a file, from the agent, or in a security token. This program
/// never reads a private key.
struct SigningKey {
  /// The path of the private key, or of the public key when the agent has the private one.
  let path: RegistryPath

  /// Signs bytes.
  ///
  /// - Returns: The signature in the form that is stored behind the bytes.
  func sign(_ bytes: [UInt8]) async throws -> [UInt8] {
    let result = try await Tool.run(
      "ssh-keygen",
      ["-Y", "sign", "-n", AllowedSigners.namespace, "-f", String(decoding: path.bytes, as: UTF8.self)], input: bytes)
    guard result.exit == 0, SSHSignature(armored: result.output) != nil else {
      let reason = result.errors.split(separator: "\n").last { !$0.hasPrefix("Signing ") }
      throw CommandFailure(
        code: "signing-failed",
        message: "ssh-keygen cannot sign with \(path)\(reason.map { ": \($0)" } ?? "").",
        hint: "Name a key of the type ed25519, ed25519-sk or ecdsa (256 bits) with --key.", exit: 1)
    }
    return result.output
  }

  /// The keys that ssh uses when none is named, those of them that exist.
  static func ofUser() throws -> SigningKey {
    let home = ProcessBytes.environment("HOME") ?? "/"
    for name in ["id_ed25519", "id_ed25519_sk", "id_ecdsa"] {
      let path = RegistryPath(bytes: ProcessBytes.bytes(of: "\(home)/.ssh/\(name)"))
      if DatabaseFile.exists(path) { return SigningKey(path: path) }
    }
    throw CommandFailure(
      code: "signing-failed", message: "There is no key to sign with in \(home)/.ssh.",
      hint: "Name one with --key, or make one with 'ssh-keygen -t ed25519'.", exit: 1)
  }
}
