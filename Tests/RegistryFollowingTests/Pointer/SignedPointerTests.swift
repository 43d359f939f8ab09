import Foundation
import FollowModel
import RegistryTestSupport
import Testing

@testable import RegistryFollowing

struct SignedPointerTests {
  private let key = TestKey()

  private func code(_ bytes: [UInt8], _ signers: AllowedSigners, for channel: String = "production") -> String {
    do throws(RegistryError) {
      _ = try SignedPointer(bytes).verified(by: signers, for: channel)
      return "accepted"
    } catch { return error.code.description }
  }

  @Test func `a signed pointer says what it says`() throws {
    let pointer = ChannelPointer.test(serial: 7)
    let signed = try SignedPointer(try key.sign(pointer))
    #expect(try signed.verified(by: try key.signers(), for: "production") == pointer)
  }

  @Test func `every flipped byte of a signed pointer is refused`() throws {
    let bytes = try key.sign(.test(serial: 7, rollbackReason: "fr 2.0"))
    let signers = try key.signers()
    var accepted: [String] = []
    for place in bytes.indices {
      for mask in [0x01, 0x20, 0x80, 0xFF] as [UInt8] {
        var changed = bytes
        changed[place] ^= mask
        if code(changed, signers) == "accepted" { accepted.append("\(place) ^ \(mask)") }
      }
    }
    #expect(accepted == [])
  }

  @Test func `every shorter or longer object is refused`() throws {
    let bytes = try key.sign(.test())
    let signers = try key.signers()
    #expect(bytes.indices.allSatisfy { code(Array(bytes[..<$0]), signers) != "accepted" })
    for rest in ["\n", " ", "x", "-----END SSH SIGNATURE-----\n"] {
      #expect(code(bytes + rest.utf8, signers) == "invalid-pointer")
    }
  }

  @Test func `an object without a signature is refused`() throws {
    #expect(code(ChannelPointer.test().json, try key.signers()) == "invalid-pointer")
  }

  @Test func `a pointer that another key has signed is refused, and the message names that key`() throws {
    let bytes = try TestKey().sign(.test())
    #expect(code(bytes, try key.signers()) == "untrusted-pointer")
    let error = #expect(throws: RegistryError.self) {
      try SignedPointer(bytes).verified(by: try key.signers(), for: "production")
    }
    #expect(error?.message.contains(try SignedPointer(bytes).fingerprints) == true)
  }

  @Test func `a signature that was made for something else is refused`() throws {
    let json = ChannelPointer.test().json
    #expect(code(json + (try key.signature(of: json, namespace: "git")), try key.signers()) == "untrusted-pointer")
  }

  @Test func `a pointer of another channel is refused`() throws {
    let signers = try key.signers(for: "*")
    #expect(code(try key.sign(.test(channel: "staging")), signers, for: "production") == "untrusted-pointer")
  }

  @Test func `one signature of two is enough, and four are the most`() throws {
    let (other, json) = (TestKey(), ChannelPointer.test().json)
    let (first, second) = (try other.signature(of: json), try key.signature(of: json))
    let signers = try key.signers()
    #expect(code(json + first + second, signers) == "accepted")
    #expect(code(json + second + first, signers) == "accepted")
    #expect(code(json + first + first + first + second, signers) == "accepted")
    #expect(code(json + first + first + first + first + second, signers) == "invalid-pointer")
  }

  @Test func `a signature of a kind that is not known counts as none`() throws {
    let json = ChannelPointer.test().json
    let unknown = TestKey.armored(Array("SSHSIG, and what comes later".utf8))
    #expect(code(json + unknown + (try key.signature(of: json)), try key.signers()) == "accepted")
    #expect(code(json + unknown, try key.signers()) == "untrusted-pointer")
    #expect(code(json + unknown.dropLast() + (try key.signature(of: json)), try key.signers()) == "invalid-pointer")
  }

  @Test func `an object that is too large is refused before it is read`() throws {
    let large = try key.sign(.test()) + [UInt8](repeating: 0x0A, count: SignedPointer.sizeLimit)
    #expect(code(large, try key.signers()) == "invalid-pointer")
  }

  @Test(arguments: ["ed25519", "ecdsa"])
  func `ssh-keygen and this library accept each other's signatures`(type: String) throws {
    let folder = try TemporaryFolder()
    let made = try Command("ssh-keygen", ["-q", "-t", type, "-N", "", "-f", "key"], in: folder.path).run()
    #expect(made.status == 0, "\(made.error)")
    let publicKey = try String(contentsOfFile: folder.file("key.pub"), encoding: .utf8)
    let json = ChannelPointer.test().json
    var sign = Command("ssh-keygen", ["-Y", "sign", "-n", AllowedSigners.namespace, "-f", "key"], in: folder.path)
    sign.input = json
    let signed = try sign.run()
    #expect(signed.status == 0, "\(signed.error)")
    #expect(code(json + signed.outputBytes, try AllowedSigners("production \(publicKey)")) == "accepted")
    #expect(code(json + signed.outputBytes, try AllowedSigners("staging \(publicKey)")) == "untrusted-pointer")
  }

  @Test func `ssh-keygen accepts what these tests sign`() throws {
    let folder = try TemporaryFolder()
    let json = ChannelPointer.test().json
    try Data(try key.signature(of: json)).write(to: URL(filePath: folder.file("signature")))
    try key.line().write(toFile: folder.file("signers"), atomically: true, encoding: .utf8)
    var verify = Command(
      "ssh-keygen",
      ["-Y", "verify", "-f", "signers", "-I", "production", "-n", AllowedSigners.namespace, "-s", "signature"],
      in: folder.path)
    verify.input = json
    let result = try verify.run()
    #expect(result.status == 0, "\(result.error)")
  }
}
