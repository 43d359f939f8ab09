import Foundation
import FollowModel
import Testing

@testable import RegistryFollowing

struct ChannelPointerTests {
  private static let text = """
    {
      "channel": "production",
      "content_digest": "sha256:6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
      "contract": 1,
      "file_sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
      "format": 1,
      "issued_at": "2026-11-28T12:00:00Z",
      "manifest_sha256": "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b",
      "manifest_size": 1000,
      "release": "1.0",
      "revision": 1,
      "serial": 1,
      "size": 4096
    }

    """

  private func read(_ text: String) throws(RegistryError) -> ChannelPointer {
    try ChannelPointer(parsing: Array(text.utf8))
  }

  @Test func `the form of a pointer is fixed to the byte`() throws {
    #expect(String(decoding: ChannelPointer.test().json, as: UTF8.self) == Self.text)
    #expect(try read(Self.text) == .test())
  }

  @Test func `what is optional is read as it was written`() throws {
    let pointer = ChannelPointer.test(
      serial: 999_999_999_999_999, expiresAt: "2027-01-01T00:00:00Z", rollbackReason: "رجوع إلى 1.0 回退")
    #expect(try ChannelPointer(parsing: pointer.json) == pointer)
  }

  @Test func `members that this build does not know are ignored`() throws {
    let more = Self.text.replacing("  \"revision\"", with: "  \"reviewed_by\": \"layla\",\n  \"revision\"")
    #expect(try read(more) == .test())
  }

  @Test(arguments: [
    ("\n  \"contract\": 1,", "\n  \"contract\": 1,\n  \"contract\": 1,"), ("{\n", "{\r\n"), ("}\n", "}"),
    ("}\n", "}\n\n"), ("  \"format\"", " \"format\""), ("\"format\": 1,", "\"format\": 1 ,"),
    ("\"format\": 1,", "\"format\": 01,"), ("\"format\": 1,", "\"format\": 1.0,"),
    ("\"format\": 1,", "\"format\": -1,"),
    ("\"format\": 1,", "\"format\":1,"), ("\"format\": 1,", "\"format\": \"1\","), ("4096\n", "4096,\n"),
    ("\"serial\": 1,", "\"serial\": 0,"), ("\"serial\": 1,", "\"serial\": 1000000000000000,"),
    ("\"serial\": 1,", "\"serial\": 99999999999999999999,"), ("\"1.0\"", "\"1\\u002e0\""), ("\"1.0\"", "\"../1.0\""),
    ("\"1.0\"", "\"\""), ("production", "Production"), ("production", ""), ("2026-11-28T12", "2026-11-28t12"),
    ("2026-11-28", "2026-02-30"), ("2026-11-28", "1999-12-31"),
    ("T12:00:00Z", "T12:00:00+00:00"), ("\"sha256:6b", "\"sha256:6B"),
    ("\"6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b\"", "\"6b86\""),
    ("\"manifest_size\": 1000", "\"manifest_size\": 1048577"), ("\"size\": 4096", "\"size\": 2147483648"),
    ("  \"revision\": 1,\n", ""), ("\"channel\"", "\"Channel\""), ("production", "produ\u{7F}ction"),
  ])
  func `a pointer of another form is refused`(change: (old: String, new: String)) throws {
    let text = try #require(
      Self.text.range(of: change.old).map { Self.text.replacingCharacters(in: $0, with: change.new) })
    let error = #expect(throws: RegistryError.self) { try read(text) }
    #expect(error?.code == .invalidPointer, "\(change)")
  }

  @Test func `a pointer whose bytes are not UTF-8 is refused`() {
    let bytes = Array(Self.text.utf8).map { $0 == UInt8(ascii: "p") ? 0xFF : $0 }
    #expect(throws: RegistryError.self) { try ChannelPointer(parsing: bytes) }
  }

  @Test func `a pointer of a later format says that this build is too old`() {
    let error = #expect(throws: RegistryError.self) {
      try read(Self.text.replacing("\"format\": 1", with: "\"format\": 2"))
    }
    #expect(error?.code == .newerSchema)
  }
}
