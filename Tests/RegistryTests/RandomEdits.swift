import RegistryTestSupport

@testable import Registry

/// Random edits of every kind. The same seed produces the same edits.
struct RandomEdits {
  private var random: SeededGenerator
  private var serial = 0
  /// The number of edits of each kind that changed something.
  private(set) var kinds: [Int: Int] = [:]
  /// The number of edits that a rule refused.
  private(set) var refused = 0

  static let kindCount = 17
  private static let codes: [String] = ["200", "1000", "1400", "1401", "1402", "1403", "1450", "1451"]
  private static let languages: [String] = ["en", "ar", "ar", "zh-Hans", "zh-Hans", "fr"]
  private static let categories: [String] = ["payment", "otp", "refund"]
  private static let actors: [String] = ["amal", "noura", "wei"]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0..<elements.count)]
  }

  /// Makes one operation. Most operations set texts, as real ones do.
  mutating func one(in store: RegistryStore) throws {
    serial += 1
    let kind = number(0..<3) == 0 ? 0 : number(0..<Self.kindCount)
    let code: String = pick(Self.codes)
    let language: String = pick(Self.languages)
    let category: String = pick(Self.categories)
    let impact: SourceImpact = pick(SourceImpact.allCases)
    let other = number(1404..<1406)
    let coin = number(0..<2)
    let operation = number(2..<(serial + 4))
    let draw = Draw(
      kind: kind, serial: serial, code: code, other: "\(other)", language: language, category: category,
      coin: coin == 0, impact: impact, operation: operation)
    let actor: String = pick(Self.actors)
    let intent = OperationIntent(actor: actor, command: "random \(kind)")
    let edit = Result { try store.edit(as: intent) { (editor) throws(RegistryError) in try draw.make(with: editor) } }
    switch edit {
    case .success(let outcome): if outcome.isChanged { kinds[kind, default: 0] += 1 }
    case .failure(let error as RegistryError)
    where [.invalid, .notFound].contains(error.code.kind) || error.code == .replacesAcceptedText:
      refused += 1
    case .failure(let error): throw error
    }
  }
}

/// The random parameters of one edit.
private struct Draw {
  let kind: Int
  let serial: Int
  let code: String
  let other: String
  let language: String
  let category: String
  let coin: Bool
  let impact: SourceImpact
  let operation: Int

  func make(with editor: Editor) throws(RegistryError) {
    switch kind {
    case 0: try setText(editor)
    case 1: try editor.unsetTranslation(code: code, language: language)
    case 2: _ = try editor.reviewTranslation(code: code, language: language, isFinal: coin)
    case 3, 4: _ = try editor.undo()
    case 5: _ = try editor.undo(operation)
    case 6: _ = try editor.redo()
    case 7: try editCode(editor)
    case 8:
      let number = coin ? 1450 : 1451
      try editor.addCode(
        StatusCode(number: number, symbol: "ADDED_\(number)", category: "payment"), text: "Added \(serial)")
    case 9: try editCategory(editor)
    case 10: try editLanguage(editor)
    case 11:
      try setText(editor)
      try editor.setTranslation(code: other, language: "en", text: "Both \(serial)", impact: impact)
      try editor.setTranslation(code: other, language: "ar", text: "كلاهما \(serial)")
    case 12: try add(editor)
    case 13: try addTerm(editor)
    case 14: try editTerm(editor)
    case 15: try editor.removeTerm(term)
    default: try setSilence(editor)
    }
  }

  private var term: String { serial % 3 == 0 ? "refund \(serial % 2)" : "balance" }

  private func addTerm(_ editor: Editor) throws(RegistryError) {
    try editor.addTerm(
      Term(
        term, note: coin ? "note \(serial % 3)" : nil,
        renderings: [.arabic: TermRendering("استرداد \(serial % 3)", otherForms: ["الاسترداد"], synonyms: ["إرجاع"])]))
  }

  private func editTerm(_ editor: Editor) throws(RegistryError) {
    try editor.editTerm(term) { term in
      switch serial % 4 {
      case 0: term.note = coin ? "note \(serial % 5)" : nil
      case 1: term.renderings[.simplifiedChinese] = coin ? TermRendering("退款 \(serial % 3)") : nil
      case 2: term.renderings[.arabic]?.synonyms = coin ? ["رد \(serial % 4)", "إعادة"] : []
      default: term.renderings[.english]?.otherForms = ["form \(serial % 3)"]
      }
    }
  }

  private func setSilence(_ editor: Editor) throws(RegistryError) {
    if coin {
      try editor.silence(code: code, language: language, check: "end-mark", reason: "reason \(serial % 3)")
    } else {
      try editor.unsilence(code: code, language: language, check: "end-mark")
    }
  }

  private func setText(_ editor: Editor) throws(RegistryError) {
    try editor.setTranslation(
      code: code, language: language, text: "text \(serial % 50)", impact: language == "en" && coin ? impact : nil)
  }

  private func editCode(_ editor: Editor) throws(RegistryError) {
    try editor.editCode(code) { code in
      switch serial % 5 {
      case 0: code.symbol = "RENAMED_\(serial % 7)"
      case 1: code.httpStatus = coin ? nil : 400 + serial % 90
      case 2: code.description = "description \(serial % 4)"
      case 3:
        code.state = coin ? .deprecated : .active
        code.replacedBy = coin ? 1405 : nil
      default: code.isRetryable = coin
      }
    }
  }

  private func editCategory(_ editor: Editor) throws(RegistryError) {
    try editor.editCategory(category) { category in
      if coin { category.names[.arabic] = "اسم \(serial % 5)" } else { category.names[.simplifiedChinese] = nil }
      if serial % 3 == 0 { category.position = serial % 9 }
      if serial % 4 == 0, let last = category.ranges.indices.last, category.key != "payment" {
        category.ranges[last] = category.ranges[last].lowerBound...(category.ranges[last].lowerBound + 50 + serial % 40)
      }
    }
  }

  private func editLanguage(_ editor: Editor) throws(RegistryError) {
    try editor.editLanguage(language) { language in
      language.isRequired = coin
      if serial % 2 == 0 { language.ownName = "name \(serial % 3)" }
    }
  }

  private func add(_ editor: Editor) throws(RegistryError) {
    if coin, let french = LanguageTag("fr") {
      try editor.addLanguage(
        Language(
          tag: french, englishName: "French", ownName: "Français", direction: .leftToRight, fallback: .arabic,
          isRequired: false, position: 4))
    } else {
      try editor.addCategory(
        StatusCategory(key: "refund", position: 8, ranges: [1700...1799], names: [.english: "Refund"]))
    }
  }
}
