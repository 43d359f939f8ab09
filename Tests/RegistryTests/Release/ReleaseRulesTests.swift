import RegistryTestSupport
import Testing

@testable import Registry

/// What may be released where two rules meet.
struct ReleaseRulesTests {
  private let registry: RegistryFixture
  private let folder: TemporaryFolder

  init() throws {
    registry = try RegistryFixture()
    folder = try TemporaryFolder()
  }

  private func release(
    _ policy: ReleasePolicy = ReleasePolicy(), createdAt: Timestamp? = nil
  ) throws -> SnapshotFile.Created {
    try registry.open().release(
      "1.0", in: RegistryPath(folder.path), createdAt: createdAt, policy: policy, actor: "amal")
  }

  @Test func `a retired code needs no text, and its texts may have other arguments`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
      for code in ["1402", "1403"] { try editor.editCode(code) { $0.state = .retired } }
    }
    let sql = "UPDATE translation SET text = 'x {amount}' WHERE code = 1403 AND language = 'ar'"
    try #require(try registry.shell(sql).status == 0)
    #expect(try release().isChanged)
  }

  @Test func `a text in the required state is released, also when it is the one that was reviewed last`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslations(ReviewSelection(), allowsSelf: true)
    }
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "ar", text: "مسودة", ifRevision: 2)
    }
    let error = try #require(throws: RegistryError.self) { try release(ReleasePolicy(requiredState: .reviewed)) }
    #expect(error.findings.map(\.row) == [.translation(1402, .arabic)])
    #expect(try release(ReleasePolicy(requiredState: .reviewed, usesLastReviewedTexts: true)).isChanged)
  }

  @Test func `a store for reading does not begin a release`() throws {
    var isBegun = false
    let store = try registry.open(.reading)
    let error = try #require(throws: RegistryError.self) {
      _ = try store.release(
        "1.0", in: RegistryPath(folder.path),
        companions: { _ in
          isBegun = true
          return [:]
        }, actor: "amal")
    }
    #expect(error.code == .readOnly && !isBegun)
    #expect(try folder.names == [])
  }

  @Test func `a release that is written again without a date has the date that it had`() throws {
    let first = try release(createdAt: .epoch)
    let again = try release()
    #expect(again.manifest == first.manifest && !again.isChanged)
  }
}
