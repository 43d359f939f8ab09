import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

/// A snapshot that is large enough for two threads.
struct ContentCheckTests {
  private static let large = Result { () throws in
    let seed = try RegistryFixture().open(.reading).snapshot()
    let category = try #require(seed.categories.first { $0.key == "request" } ?? seed.categories.first)
    let range = try #require(category.ranges.first)
    let taken = Set(seed.codes.map(\.code))
    var (codes, messages) = (seed.codes, seed.messages)
    for number in 100_000..<108_000 where !taken.contains(number) && !range.contains(number) {
      codes.append(StatusCode(code: number, symbol: "CODE_\(number)", category: category.key))
      for language in seed.languages {
        let text = String(repeating: language.direction == .rightToLeft ? "رصيد " : "text ", count: 8) + "\(number)"
        messages.append(Snapshot.Message(code: number, language: language.tag, text: text))
      }
    }
    return Snapshot(
      revision: seed.revision, languages: seed.languages, categories: seed.categories, codes: codes, messages: messages)
  }

  private let path: FilePath = "registry-1.0.db"

  private func bytes(of snapshot: Snapshot, digest: String) throws -> [UInt8] {
    try SnapshotFile.image(of: snapshot, release: "1.0", createdAt: .epoch, contentDigest: digest)
  }

  private func load(_ bytes: [UInt8]) throws -> Catalog {
    try Catalog(verifying: try DatabaseImage(bytes), of: path, shown: path, against: nil)
  }

  @Test func `what is worked out beside the reading is the digest of the content`() throws {
    let snapshot = try Self.large.get()
    let bytes = try bytes(of: snapshot, digest: snapshot.contentDigest)
    try #require(bytes.count > 1 << 20)
    let catalog = try load(bytes)
    #expect(catalog.contentDigest == snapshot.contentDigest)
    #expect(catalog.message(for: 107_999, in: ["ar"])?.text.hasSuffix("107999") == true)
    #expect(try Catalog(snapshot).contentDigest == snapshot.contentDigest)
  }

  @Test func `a changed text, a wrong digest and text that is not UTF-8 are found`() throws {
    let snapshot = try Self.large.get()
    let good = try bytes(of: snapshot, digest: snapshot.contentDigest)
    let place = try #require(good.indices.last { good[$0...].starts(with: "text text".utf8) })
    for (byte, code) in [(UInt8(ascii: "T"), RegistryError.Code.unverified), (0xFF, .corrupt)] {
      var changed = good
      changed[place] = byte
      #expect(try #require(throws: RegistryError.self) { try load(changed) }.code == code)
    }
    let other = try bytes(of: snapshot, digest: "sha256:" + String(repeating: "0", count: 64))
    #expect(try #require(throws: RegistryError.self) { try load(other) }.code == .unverified)
  }

  @Test func `nobody waits for ever where the reading fails half-way`() throws {
    let snapshot = try Self.large.get()
    let good = try bytes(of: snapshot, digest: snapshot.contentDigest)
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var changed = good
      // The first byte of a page says of what kind it is.
      changed[Int.random(in: 1..<good.count / 4_096, using: &random) * 4_096] = 0x77
      #expect(throws: RegistryError.self) { try load(changed) }
    }
  }
}
