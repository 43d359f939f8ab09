import Foundation
import RegistryTestSupport
import Testing

@testable import Registry

struct ReleaseGateTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private func gate(
    allowing allowances: [ReleaseGate.Allowance] = [], _ body: @Sendable (Editor) throws(RegistryError) -> Void
  ) throws -> ReleaseGate {
    let old = try registry.open(.reading).read { try $0.snapshot() }
    try registry.edit(body)
    return ReleaseGate(from: old, to: try registry.open(.reading).read { try $0.snapshot() }, allowing: allowances)
  }

  /// One edit of the seed for each kind of change.
  private static func make(_ kind: SnapshotChange.Kind, _ editor: Editor) throws(RegistryError) {
    switch kind {
    case .languageAdded, .languageRemoved, .codeRemoved, .categoryRemoved, .codeMoved: try addFrench(editor)
    case .languageChanged: try editor.editLanguage("ar") { $0.ownName = "عربي" }
    case .languageAnswerChanged:
      guard let tag = LanguageTag("zh-CN") else { return }
      try editor.addLanguage(
        Language(
          tag: tag, englishName: "Chinese", ownName: "中文", direction: .leftToRight, fallback: .english,
          isRequired: false, position: 4), isDistinct: true)
    case .languageFallbackChanged: try editor.editLanguage("zh") { $0.fallback = .arabic }
    case .categoryAdded:
      try editor.addCategory(StatusCategory(key: "refund", position: 8, ranges: [1700...1799], names: [:]))
    case .categoryChanged: try editor.editCategory("otp") { $0.position = 9 }
    case .categoryNameChanged: try editor.editCategory("otp") { $0.names[.arabic] = "رمز" }
    case .codeAdded:
      try editor.addCode(StatusCode(number: 1450, symbol: "ADDED", category: "payment"), text: "Added")
    case .codeRetired: try editor.editCode("1402") { $0.state = .retired }
    case .codeDeprecated: try editor.editCode("1402") { $0.state = .deprecated }
    case .codeReinstated:
      try editor.editCode("1402") { $0.state = .deprecated }
      try editor.editCode("1402") { $0.state = .active }
    case .codeReplaced:
      try editor.editCode("1402") { $0.symbol = "OTHER" }
      try editor.setTranslation(code: "1402", language: "en", text: "Other")
    case .symbolRenamed: try editor.editCode("1402") { $0.symbol = "OTHER" }
    case .httpStatusChanged: try editor.editCode("1402") { $0.httpStatus = 402 }
    case .retryableChanged: try editor.editCode("1402") { $0.isRetryable = true }
    case .replacedByChanged: try editor.editCode("1402") { $0.replacedBy = 1401 }
    case .descriptionChanged: try editor.editCode("1402") { $0.description = "money" }
    case .messageAdded: try editor.setTranslation(code: "1402", language: "fr", text: "Solde insuffisant")
    case .messageRemoved: try editor.unsetTranslation(code: "1402", language: "zh")
    case .requiredMessageRemoved: try editor.unsetTranslation(code: "1402", language: "ar")
    case .messageChanged: try editor.setTranslation(code: "1402", language: "ar", text: "لا يكفي")
    case .argumentsChanged: try editor.setTranslation(code: "1402", language: "en", text: "Balance {amount}")
    }
  }

  @Test func `a language that takes callers from another one suggests a major version`() throws {
    let gate = try gate { (editor) throws(RegistryError) in try Self.make(.languageAnswerChanged, editor) }
    #expect(gate.diff.changes.allSatisfy { $0.impact != .breaking }, "no field shows it")
    #expect(gate.suggested == .major)
  }

  private static func addFrench(_ editor: Editor) throws(RegistryError) {
    guard let french = LanguageTag("fr") else { return }
    try editor.addLanguage(
      Language(
        tag: french, englishName: "French", ownName: "Français", direction: .leftToRight, fallback: .english,
        isRequired: false, position: 4))
  }

  /// Returns the content before and after the edit of a kind.
  private func contents(_ kind: SnapshotChange.Kind) throws -> (old: Snapshot, new: Snapshot) {
    if kind == .messageAdded { try registry.edit { (e) throws(RegistryError) in try Self.addFrench(e) } }
    if kind == .messageRemoved {
      try registry.edit { (e) throws(RegistryError) in try e.editLanguage("zh") { $0.isRequired = false } }
    }
    if kind == .codeReinstated {
      try registry.edit { (e) throws(RegistryError) in try e.editCode("1402") { $0.state = .deprecated } }
      let old = try registry.open(.reading).read { try $0.snapshot() }
      try registry.edit { (e) throws(RegistryError) in try e.editCode("1402") { $0.state = .active } }
      return (old, try registry.open(.reading).read { try $0.snapshot() })
    }
    let old = try registry.open(.reading).read { try $0.snapshot() }
    try registry.edit { (editor) throws(RegistryError) in try Self.make(kind, editor) }
    let new = try registry.open(.reading).read { try $0.snapshot() }
    switch kind {
    // A change that no edit can make is the reverse of one that an edit can make.
    case .languageRemoved: return (new, old)
    case .codeRemoved:
      return (old, old.without { $0.number == 1402 })
    case .categoryRemoved:
      return (
        old,
        Snapshot(
          revision: 1, languages: old.languages, categories: old.categories.filter { $0.key != "otp" },
          codes: old.codes, messages: old.messages)
      )
    case .codeMoved:
      let codes = old.codes.map { code in
        var code = code
        if code.number == 1402 { code.category = "otp" }
        return code
      }
      return (
        old,
        Snapshot(
          revision: 1, languages: old.languages, categories: old.categories, codes: codes, messages: old.messages)
      )
    default: return (old, new)
    }
  }

  /// The kinds and impacts in the table of docs/releases.md.
  private static func table() throws -> [String: String] {
    let page = try String(contentsOfFile: Command.package + "/docs/releases.md", encoding: .utf8)
    let rows = page.matches(of: /(?m)^\| `([a-z-]+)` \| ([a-z]+) \| (.+) \|$/)
    return Dictionary(rows.map { (String($0.1), String($0.2)) }) { first, _ in first }
  }

  @Test func `the table of docs/releases.md lists every kind, and no other`() throws {
    #expect(try Set(Self.table().keys) == Set(SnapshotChange.Kind.allCases.map(\.rawValue)))
  }

  @Test(arguments: SnapshotChange.Kind.allCases)
  func `a change is of the kind and class that the table says`(kind: SnapshotChange.Kind) throws {
    let (old, new) = try contents(kind)
    let gate = ReleaseGate(from: old, to: new)
    let changes = gate.answers + gate.diff.changes
    let change = try #require(changes.first { $0.kind == kind }, "\(changes.map(\.kind))")
    #expect(change.impact.rawValue == (try Self.table()[kind.rawValue]))
    #expect(gate.isOpen == (change.impact != .breaking))
    let bumps: [SnapshotChange.Impact: ReleaseGate.Bump] = [.breaking: .major, .additive: .minor, .wording: .patch]
    #expect(gate.suggested == bumps[change.impact])
    guard change.impact == .breaking else { return }
    let subject = change.row.code.map { "\($0)" } ?? change.row.category ?? change.row.language?.description ?? ""
    let allowances = try Set(gate.violations.map(\.kind)).map {
      try ReleaseGate.Allowance(kind: $0.rawValue, subject: subject, reason: "decided")
    }
    #expect(ReleaseGate(from: old, to: new, allowing: allowances).isOpen, "\(gate.violations)")
  }

  @Test func `without a change no bump is suggested, and an allowance permits only its kind and subject`() throws {
    #expect(try gate { (_) throws(RegistryError) in }.suggested == .none)
    let allowances = [
      try ReleaseGate.Allowance(kind: "code-retired", subject: "insufficient_balance", reason: "merged"),
      try ReleaseGate.Allowance(kind: "code-retired", subject: "1405", reason: "merged"),
    ]
    let gate = try gate(allowing: allowances) { (editor) throws(RegistryError) in
      for code in ["1402", "1403"] { try editor.editCode(code) { $0.state = .retired } }
    }
    #expect(gate.violations.map(\.row) == [.statusCode(1403)])
    #expect(gate.allowed == [allowances[0]])
    #expect(gate.unused == [allowances[1]])
    #expect(!gate.isOpen)
  }

  @Test func `what changes of a code that was retired already breaks nobody`() throws {
    let kinds: [SnapshotChange.Kind] = [
      .codeReplaced, .symbolRenamed, .codeMoved, .httpStatusChanged, .retryableChanged, .argumentsChanged,
    ]
    for kind in kinds {
      let (old, new) = try ReleaseGateTests().contents(kind)
      let gate = ReleaseGate(from: old.retired(1402), to: new.retired(1402))
      #expect(gate.diff.changes.contains { $0.kind == kind }, "\(kind)")
      #expect(gate.isOpen, "\(kind)")
      #expect(gate.suggested == .patch)
      #expect(!ReleaseGate(from: old, to: new.retired(1402)).isOpen, "it is retired only now")
    }
  }

  @Test func `a star allows every subject of a kind, and a language is meant in any form`() throws {
    let all = try ReleaseGate.Allowance(kind: "code-retired", subject: "*", reason: "merged")
    let gate = try gate(allowing: [all]) { (editor) throws(RegistryError) in
      for code in ["1402", "1403"] { try editor.editCode(code) { $0.state = .retired } }
    }
    #expect(gate.isOpen)
    #expect(gate.allowed == [all])
    let old = try registry.open(.reading).read { try $0.snapshot() }
    let new = Snapshot(
      revision: 1, languages: old.languages.filter { $0.tag != .simplifiedChinese }, categories: old.categories,
      codes: old.codes, messages: old.messages.filter { $0.language != .simplifiedChinese })
    let removal = try ReleaseGate.Allowance(kind: "language-removed", subject: "zh_hans", reason: "unused")
    #expect(ReleaseGate(from: old, to: new, allowing: [removal]).isOpen)
  }

  @Test(arguments: ["message-changed", "nonsense", ""])
  func `only breaking kinds are allowed`(kind: String) throws {
    let error = try #require(throws: RegistryError.self) {
      try ReleaseGate.Allowance(kind: kind, subject: "1402", reason: "x")
    }
    #expect(error.code == .invalidValue)
    #expect(throws: RegistryError.self) {
      try ReleaseGate.Allowance(kind: "code-retired", subject: "1402", reason: " ")
    }
  }
}

extension Snapshot {
  fileprivate func retired(_ number: Int) -> Snapshot {
    let codes = codes.map { code in
      var code = code
      if code.number == number { code.state = .retired }
      return code
    }
    return Snapshot(
      revision: revision, languages: languages, categories: categories, codes: codes, messages: messages)
  }

  fileprivate func without(_ isGone: (StatusCode) -> Bool) -> Snapshot {
    let gone = Set(codes.filter(isGone).map(\.number))
    return Snapshot(
      revision: revision, languages: languages, categories: categories,
      codes: codes.filter { !gone.contains($0.number) },
      messages: messages.filter { !gone.contains($0.code) })
  }
}
