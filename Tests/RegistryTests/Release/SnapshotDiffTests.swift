import Foundation
import RegistryTestSupport
import Testing

@testable import Registry

struct SnapshotDiffTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private func snapshot() throws -> Snapshot { try registry.open(.reading).read { try $0.snapshot() } }

  /// The kinds of change that an edit of the seed makes, with their impacts.
  private func changes(
    _ body: @Sendable (Editor) throws(RegistryError) -> Void
  ) throws -> [String] {
    let old = try snapshot()
    try registry.edit(body)
    return SnapshotDiff(from: old, to: try snapshot()).changes.map { "\($0.kind.rawValue) \($0.impact.rawValue)" }
  }

  @Test func `equal contents have an empty diff, whatever their revisions`() throws {
    let old = try snapshot()
    try registry.set("1402", "ar", "أ")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    let new = try snapshot()
    #expect(new.revision == 3)
    #expect(SnapshotDiff(from: old, to: new).changes.isEmpty)
  }

  @Test func `every changed field is listed once, with its values before and after`() throws {
    let old = try snapshot()
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editCode("1402") { code in
        code.httpStatus = 402
        code.description = "money"
      }
      try editor.setTranslation(code: "1402", language: "ar", text: "أ")
    }
    let changes = SnapshotDiff(from: old, to: try snapshot()).changes
    #expect(changes.map(\.kind) == [.httpStatusChanged, .descriptionChanged, .messageChanged])
    #expect(changes.map(\.before) == [nil, nil, .text("الرصيد غير كافٍ")])
    #expect(changes.map(\.after) == [.integer(402), .text("money"), .text("أ")])
    #expect(changes[2].row == .translation(1402, .arabic))
  }

  @Test func `texts that differ only in normalization differ`() throws {
    try registry.set("1402", "ar", "\u{622}")
    let old = try snapshot()
    try registry.set("1402", "ar", "\u{627}\u{653}")
    #expect(SnapshotDiff(from: old, to: try snapshot()).changes.count == 1)
  }

  @Test func `changed arguments are breaking, a changed order of arguments is not`() throws {
    try registry.set("1402", "en", "{a} of {b}")
    #expect(
      try changes { (e) throws(RegistryError) in try e.setTranslation(code: "1402", language: "en", text: "{b}: {a}") }
        == ["message-changed wording"])
    #expect(
      try changes { (e) throws(RegistryError) in try e.setTranslation(code: "1402", language: "en", text: "{b}: {c}") }
        == ["arguments-changed breaking"])
    #expect(
      try changes { (e) throws(RegistryError) in try e.setTranslation(code: "1402", language: "en", text: "{b}") } == [
        "arguments-changed breaking"
      ])
    #expect(
      try changes { (e) throws(RegistryError) in try e.setTranslation(code: "1402", language: "en", text: "'{b}'") }
        == ["arguments-changed breaking"])
  }

  @Test func `a code whose symbol and source text both change is replaced`() throws {
    #expect(
      try changes { (e) throws(RegistryError) in try e.editCode("1402") { $0.symbol = "OTHER" } } == [
        "symbol-renamed breaking"
      ])
    #expect(
      try changes { (e) throws(RegistryError) in
        try e.editCode("1402") { $0.symbol = "ANOTHER" }
        try e.setTranslation(code: "1402", language: "en", text: "Something else")
      } == ["code-replaced breaking", "message-changed wording"])
  }

  @Test func `a removed text is breaking only in a required language`() throws {
    #expect(
      try changes { (e) throws(RegistryError) in try e.unsetTranslation(code: "1402", language: "ar") } == [
        "required-message-removed breaking"
      ])
    try registry.edit { (e) throws(RegistryError) in try e.editLanguage("zh") { $0.isRequired = false } }
    #expect(
      try changes { (e) throws(RegistryError) in try e.unsetTranslation(code: "1402", language: "zh") } == [
        "message-removed wording"
      ])
    #expect(
      try changes { (e) throws(RegistryError) in
        try e.editCode("1403") { $0.state = .retired }
        try e.unsetTranslation(code: "1403", language: "ar")
      } == ["code-retired breaking", "message-removed wording"], "nobody is answered with it")
  }

  @Test func `a text that goes together with the requirement of its language is a loss`() throws {
    let old = try snapshot()
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editLanguage("ar") { $0.isRequired = false }
      try editor.unsetTranslation(code: "1402", language: "ar")
    }
    let gate = ReleaseGate(from: old, to: try snapshot())
    #expect(gate.violations.map(\.kind) == [.requiredMessageRemoved])
    #expect(gate.suggested == .major)
  }

  @Test func `applying the diff to the old content produces the new content`() throws {
    var edits = RandomEdits(seed: 4)
    let store = try registry.open()
    var (old, compared, fields) = (try store.read { try $0.snapshot() }, 0, 0)
    for step in 1...600 {
      try edits.one(in: store)
      guard step % 20 == 0 else { continue }
      let new = try store.read { try $0.snapshot() }
      let diff = SnapshotDiff(from: old, to: new)
      var applied = Flat(old)
      for change in diff.changes { applied.set(change) }
      #expect(applied == Flat(new))
      #expect(diff.changes.allSatisfy { $0.before != $0.after || $0.field == "text" })
      #expect(diff.changes.isEmpty == (old.contentDigest == new.contentDigest))
      compared += 1
      fields += diff.changes.count
      old = new
    }
    print("diff: \(compared) pairs of contents, \(fields) changed fields, applying gives another content: 0")
  }

  @Test func `a recorded release is replayed from the history`() throws {
    let store = try registry.open()
    let folder = RegistryPath(registry.folder.path)
    _ = try store.release("1.0", in: folder, actor: "amal")
    var edits = RandomEdits(seed: 9)
    for _ in 0..<200 { try edits.one(in: store) }
    let policy = ReleasePolicy()
    let file = try SnapshotFile(verifying: folder.appending("registry-1.0.db"))
    #expect(try store.read { try $0.snapshot(ofRelease: "1.0") } == file.snapshot)
    #expect(policy.requiredState == nil)
    let missing = try #require(throws: RegistryError.self) { try store.read { try $0.snapshot(ofRelease: "2.0") } }
    #expect(missing.code == .releaseNotFound)
  }
}

/// The fields of a snapshot, computed independently of the diff.
private struct Flat: Equatable {
  private var fields: [String: [UInt8]] = [:]

  init(_ snapshot: Snapshot) {
    for language in snapshot.languages {
      let values: [(String, String?)] = [
        ("english_name", language.englishName), ("own_name", language.ownName),
        ("direction", language.direction.rawValue), ("fallback", language.fallback?.description),
        ("required", language.isRequired ? "1" : "0"), ("position", "\(language.position)"),
      ]
      for (field, value) in values { set(.language(language.tag), field, value) }
    }
    for category in snapshot.categories {
      set(.category(category.key), "position", "\(category.position)")
      set(.category(category.key), "ranges", StatusCategory.text(of: category.ranges))
      for (tag, name) in category.names { set(.categoryName(category.key, tag), "name", name) }
    }
    for code in snapshot.codes {
      let values: [(String, String?)] = [
        ("symbol", code.symbol), ("category", code.category), ("state", code.state.rawValue),
        ("replaced_by", code.replacedBy.map { "\($0)" }), ("http_status", code.httpStatus.map { "\($0)" }),
        ("retryable", code.isRetryable.map { $0 ? "1" : "0" }), ("description", code.description),
      ]
      for (field, value) in values { set(.statusCode(code.number), field, value) }
    }
    for message in snapshot.messages { set(.translation(message.code, message.language), "text", message.text) }
  }

  mutating func set(_ change: SnapshotChange) { set(change.row, change.field, change.after?.description) }

  private mutating func set(_ row: RegistryRow, _ field: String, _ value: String?) {
    fields["\(row) \(row.entity) \(field)"] = value.map { Array($0.utf8) }
  }
}
