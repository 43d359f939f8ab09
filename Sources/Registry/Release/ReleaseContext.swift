import RegistryCatalog

/// The data of both snapshots that is needed to classify one change.
struct ReleaseContext {
  private let oldCodes: [Int: StatusCode]
  private let newCodes: [Int: StatusCode]
  private let newLanguages: Set<LanguageTag>
  private let required: Set<LanguageTag>
  private let positions: [LanguageTag: Int]
  /// Codes whose symbol and source text are both different, so that the number has another meaning.
  private let replaced: Set<Int>
  /// The source texts of the old snapshot by code.
  private let oldSources: [Int: String]

  init(old: Snapshot, new: Snapshot) {
    oldCodes = Dictionary(old.codes.map { ($0.number, $0) }) { first, _ in first }
    newCodes = Dictionary(new.codes.map { ($0.number, $0) }) { first, _ in first }
    newLanguages = Set(new.languages.map(\.tag))
    required = Set((old.languages + new.languages).filter { $0.isRequired || $0.fallback == nil }.map(\.tag))
    positions = Dictionary((old.languages + new.languages).map { ($0.tag, $0.position) }) { _, last in last }
    let (before, after) = (old.sourceTexts, new.sourceTexts)
    oldSources = before
    var replaced: Set<Int> = []
    for (number, code) in newCodes {
      guard let known = oldCodes[number], known.symbol != code.symbol, let was = before[number],
        let becomes = after[number], !was.hasSameBytes(as: becomes)
      else { continue }
      replaced.insert(number)
    }
    self.replaced = replaced
  }

  /// Returns whether one row is listed before another: languages, then categories with their names, then codes with
  /// their texts.
  func isListed(_ left: RegistryRow, before right: RegistryRow) -> Bool { place(of: left) < place(of: right) }

  /// Returns whether a code was retired in the old snapshot.
  func wasRetired(_ code: Int) -> Bool { oldCodes[code]?.state == .retired }

  private func place(of row: RegistryRow) -> Place {
    let position = row.language.map { positions[$0] ?? Int.max } ?? -1
    return switch row {
    case .language: Place(list: .languages, position: position, row: row)
    case .category, .categoryName: Place(list: .categories, position: position, row: row)
    case .statusCode, .translation, .term, .termRendering, .silence:
      Place(list: .codes, position: position, row: row)
    }
  }

  /// The position of a row in a list of changes.
  private struct Place: Comparable {
    enum List: Int { case languages, categories, codes }

    let list: List
    /// The position of the row's language; -1 when the row has no language, so that it comes first.
    let position: Int
    let row: RegistryRow

    static func < (left: Place, right: Place) -> Bool {
      if left.list != right.list { return left.list.rawValue < right.list.rawValue }
      if let first = left.row.category, let second = right.row.category, first != second {
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      if let first = left.row.code, let second = right.row.code, first != second { return first < second }
      if left.position != right.position { return left.position < right.position }
      return left.row.language?.description ?? "" < right.row.language?.description ?? ""
    }
  }

  func kind(
    of row: RegistryRow, field: String, before: FieldValue?, after: FieldValue?, isNew: Bool, isGone: Bool
  ) -> SnapshotChange.Kind {
    switch row {
    case .language:
      if isNew { return .languageAdded }
      if isGone { return .languageRemoved }
      return field == "fallback" ? .languageFallbackChanged : .languageChanged
    case .category: return isNew ? .categoryAdded : isGone ? .categoryRemoved : .categoryChanged
    case .categoryName: return .categoryNameChanged
    case .statusCode(let code):
      if isNew { return .codeAdded }
      if isGone { return .codeRemoved }
      return kind(ofField: field, after, of: code)
    case .translation(let code, let tag):
      if isNew { return .messageAdded }
      if isGone { return isLoss(code, tag) ? .requiredMessageRemoved : .messageRemoved }
      return accepts(after, inPlaceOf: before, of: code) ? .messageChanged : .argumentsChanged
    // No release contains these rows.
    case .term, .termRendering, .silence: return .descriptionChanged
    }
  }

  private func kind(ofField field: String, _ after: FieldValue?, of code: Int) -> SnapshotChange.Kind {
    switch field {
    case "symbol": replaced.contains(code) ? .codeReplaced : .symbolRenamed
    case "state": Self.kindsOfState[after?.text ?? ""] ?? .codeReinstated
    default: Self.kindsOfField[field] ?? .descriptionChanged
    }
  }

  private static let kindsOfState: [String: SnapshotChange.Kind] = [
    StatusCode.State.retired.rawValue: .codeRetired, StatusCode.State.deprecated.rawValue: .codeDeprecated,
  ]

  /// The kind of a change of each other released field of a code. A test checks that every field is listed here.
  static let kindsOfField: [String: SnapshotChange.Kind] = [
    "category": .codeMoved, "http_status": .httpStatusChanged, "retryable": .retryableChanged,
    "replaced_by": .replacedByChanged, "description": .descriptionChanged,
  ]

  /// Returns whether the removal of a text breaks callers. When the code or the language itself was removed, that
  /// change is reported instead.
  private func isLoss(_ code: Int, _ tag: LanguageTag) -> Bool {
    guard let known = newCodes[code], known.state != .retired else { return false }
    return newLanguages.contains(tag) && required.contains(tag)
  }

  /// Returns whether a program that fills in a text can fill in another one: the names are the same, and an argument
  /// must be a number or a choice only where it was in the old text or in its source text.
  private func accepts(_ after: FieldValue?, inPlaceOf before: FieldValue?, of code: Int) -> Bool {
    guard case .text(let old) = before, case .text(let new) = after else { return before == after }
    let source = oldSources[code]
    // A translation of an earlier build may have other arguments than its source text.
    let isKnown = source.map { Set(TextRules.arguments(of: $0)) == Set(TextRules.arguments(of: old)) } ?? false
    return TextRules.acceptsArguments(new, of: [old] + (isKnown ? [source ?? old] : []))
  }
}

extension Snapshot {
  /// The texts of the source language by code.
  fileprivate var sourceTexts: [Int: String] {
    guard let source = languages.first(where: { $0.fallback == nil })?.tag else { return [:] }
    return Dictionary(messages.filter { $0.language == source }.map { ($0.code, $0.text) }) { first, _ in first }
  }
}
