import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import RegistryCatalog

/// A snapshot that is large enough for two threads.
struct DigestPipelineTests {
  private static let large = Result { () throws in
    try SnapshotFixture().release(
      "large",
      changed: """
        CREATE TEMP TABLE number (code INTEGER PRIMARY KEY);
        INSERT INTO number WITH RECURSIVE next (code) AS (SELECT 100000 UNION ALL SELECT code + 1 FROM next LIMIT 8000)
          SELECT code FROM next;
        INSERT INTO status_code (code, symbol, category, state)
          SELECT code, 'CODE_' || code, 'data', 'active' FROM number;
        INSERT INTO message (code, language, text)
          SELECT code, tag,
            replace(hex(zeroblob(4)), '0', CASE direction WHEN 'rtl' THEN 'رصيد ' ELSE 'text ' END) || code
          FROM language, number ORDER BY tag, code
        """)
  }

  private let path: RegistryPath = "registry-1.0.db"

  private func load(_ bytes: [UInt8]) throws -> Catalog {
    try Catalog(verifying: try DatabaseImage(bytes), SnapshotVerification(ofFile: path), against: nil)
  }

  @Test func `what is worked out beside the reading is the digest of the content`() throws {
    let snapshot = try Self.large.get().snapshot()
    let bytes = try Self.large.get().bytes
    try #require(bytes.count > 1 << 20)
    try #require(snapshot.codes.count == 8_061)
    let catalog = try load(bytes)
    #expect(catalog.contentDigest == snapshot.contentDigest)
    #expect(catalog.message(for: 107_999, in: ["ar"])?.text.hasSuffix("107999") == true)
    #expect(try Catalog(snapshot).contentDigest == snapshot.contentDigest)
  }

  @Test func `a changed text, a wrong digest and text that is not UTF-8 are found`() throws {
    let good = try Self.large.get().bytes
    let place = try #require(good.indices.last { good[$0...].starts(with: "text text".utf8) })
    for (byte, code) in [(UInt8(ascii: "T"), RegistryError.Code.unverified), (0xFF, .corrupt)] {
      var changed = good
      changed[place] = byte
      #expect(try #require(throws: RegistryError.self) { try load(changed) }.code == code)
    }
    let digest = try load(good).contentDigest
    let other = good.replacing(digest.utf8, with: ("sha256:" + String(repeating: "0", count: 64)).utf8)
    try #require(other != good)
    #expect(try #require(throws: RegistryError.self) { try load(other) }.code == .unverified)
  }

  @Test func `nobody waits for ever where the reading fails half-way`() throws {
    let good = try Self.large.get().bytes
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var changed = good
      // The first byte of a page says of what kind it is.
      changed[Int.random(in: 1..<good.count / 4_096, using: &random) * 4_096] = 0x77
      #expect(throws: RegistryError.self) { try load(changed) }
    }
  }
}
