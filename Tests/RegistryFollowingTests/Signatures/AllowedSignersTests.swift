import FollowModel
import RegistryTestSupport
import Testing

@testable import RegistryFollowing

struct AllowedSignersTests {
  private let key = TestKey()

  private func accepts(
    _ text: String, channel: String = "production", issuedAt: String = "2026-11-28T12:00:00Z"
  ) throws -> Bool {
    let signers = try AllowedSigners(text)
    let object = try SignedPointer(try key.sign(.test(channel: channel, issuedAt: issuedAt)))
    return (try? object.verified(by: signers, for: channel)) != nil
  }

  @Test(arguments: [
    ("production", true), ("staging,production", true), ("prod*", true), ("*", true), ("p?oduction", true),
    ("*,!production", false), ("!staging,*", true), ("staging", false), ("prod", false), ("prod*x", false),
    ("\"production\"", true),
  ])
  func `the principal of a line is a pattern of channels`(pattern: (text: String, isAllowed: Bool)) throws {
    #expect(try accepts(key.line(for: pattern.text)) == pattern.isAllowed, "\(pattern)")
  }

  @Test(arguments: [
    ("namespaces=\"status-code-registry\"", true), ("namespaces=\"git,status-*\"", true), ("namespaces=\"git\"", false),
    ("valid-after=\"20261128Z\"", true), ("valid-after=\"202611281200Z\"", true),
    ("valid-after=\"20261128120001Z\"", false), ("valid-before=\"20261128120000Z\"", true),
    ("valid-before=\"20261128115959Z\"", false), ("valid-after=\"20260101Z\",valid-before=\"20270101Z\"", true),
  ])
  func `the options of a line limit it`(option: (text: String, isAllowed: Bool)) throws {
    #expect(try accepts(key.line(options: option.text)) == option.isAllowed, "\(option)")
  }

  @Test func `comments, empty lines and Windows line breaks are no keys`() throws {
    #expect(try accepts("# the release team\r\n\r\n" + key.line().replacing("\n", with: "\r\n")))
  }

  @Test func `lines with other types of keys and of certificate authorities allow nothing`() throws {
    let rsa = "production ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== old\n"
    #expect(try accepts(rsa + key.line()))
    #expect(throws: RegistryError.self) { try AllowedSigners(rsa) }
    #expect(throws: RegistryError.self) { try AllowedSigners(key.line(options: "cert-authority")) }
  }

  @Test(arguments: [
    ("production ssh-ed25519", "Line 2 of the keys that may sign is not valid: there is no public key."),
    ("production ssh-ed25519 AAAA", "Line 2 of the keys that may sign is not valid: the public key is damaged."),
    ("production ssh-ed25519 ====", "Line 2 of the keys that may sign is not valid: there is no public key."),
    (
      "production unknown=\"1\" ssh-ed25519 AAAA",
      "Line 2 of the keys that may sign is not valid: the option unknown is not known."
    ),
    (
      "production valid-after=\"20260101\" ssh-ed25519 AAAA",
      "Line 2 of the keys that may sign is not valid: the time 20260101 is not in UTC: write it as 20270131Z or "
        + "20270131120000Z."
    ),
    (
      "production namespaces=\"git ssh-ed25519 AAAA",
      "Line 2 of the keys that may sign is not valid: a quotation mark is missing."
    ),
  ])
  func `a line that is not valid is named`(line: (text: String, message: String)) throws {
    let error = #expect(throws: RegistryError.self) { try AllowedSigners(key.line() + line.text) }
    #expect(error?.code == .invalidSigners)
    #expect(error?.message == line.message)
  }

  @Test func `a file is read again, so that a key that was taken out signs no more`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("signers"))
    try (key.line() + TestKey().line()).write(toFile: folder.file("signers"), atomically: true, encoding: .utf8)
    let signers = try AllowedSigners(at: path)
    let object = try SignedPointer(try key.sign(.test()))
    _ = try object.verified(by: signers.reread(), for: "production")
    try TestKey().line().write(toFile: folder.file("signers"), atomically: true, encoding: .utf8)
    #expect(throws: RegistryError.self) { try object.verified(by: signers.reread(), for: "production") }
  }
}
