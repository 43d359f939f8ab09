import RegistryCatalog

/// Restores rows to values from the history, with the same checks as every other edit.
extension Editor {
  /// Writes the rows of a group with the values after the reversal.
  func restore(_ group: [TouchedRow], _ kind: ReversalKind) throws(RegistryError) {
    guard let first = group.first else { return }
    switch first.row {
    case .language(let tag): try restore(first, kind, language: tag)
    case .category(let key), .categoryName(let key, _): try restore(group, kind, category: key)
    case .statusCode(let number): try restore(first, kind, code: number)
    case .translation(let code, let tag): try restore(first, kind, textOf: code, tag)
    case .term(let source), .termRendering(let source, _): try restore(group, kind, term: source)
    case .silence(let code, let tag, let check): try restore(first, kind, silence: code, tag, check)
    }
  }

  private func restore(
    _ touched: TouchedRow, _ kind: ReversalKind, textOf code: Int, _ tag: LanguageTag
  ) throws(RegistryError) {
    let current = try registry.translationRow(code: code, language: tag)
    if touched.isRemoved(by: kind) { return try write(nil, code, tag, replacing: current) }
    let row = try filled(.blank, touched, kind, from: current?.value)
    try write(row, code, tag, replacing: current)
  }

  private func restore(_ touched: TouchedRow, _ kind: ReversalKind, code number: Int) throws(RegistryError) {
    let current = try registry.code(named: "\(number)")
    try replace(current, by: try filled(current.value, touched, kind, from: current.value))
  }

  private func restore(_ touched: TouchedRow, _ kind: ReversalKind, language tag: LanguageTag) throws(RegistryError) {
    let current = try registry.language(tag)
    if let current, touched.isRemoved(by: kind) { return try remove(current) }
    let language = try filled(.blank(tag), touched, kind, from: current?.value)
    if let current { try replace(current, by: language) } else { try addLanguage(language, isDistinct: true) }
  }

  /// Restores a category and its names, which were all changed by one operation.
  private func restore(_ group: [TouchedRow], _ kind: ReversalKind, category key: String) throws(RegistryError) {
    let current = try registry.category(key)
    var category = current?.value ?? StatusCategory(key: key, position: 0, ranges: [], names: [:])
    for touched in group {
      switch touched.row {
      case .categoryName(_, let tag): category.names[tag] = touched.fields.first?.target(kind)?.text
      default:
        if let current, touched.isRemoved(by: kind) { return try remove(current) }
        category = try filled(category, touched, kind, from: current?.value)
      }
    }
    if let current { try replace(current, by: category) } else { try addCategory(category) }
  }

  /// Restores a term and its renderings, which were all changed by one operation.
  private func restore(_ group: [TouchedRow], _ kind: ReversalKind, term source: String) throws(RegistryError) {
    let current = try registry.term(source)
    var term = current?.value ?? Term(source, renderings: [:])
    for touched in group {
      if case .termRendering(_, let tag) = touched.row {
        let rendering = term.renderings[tag]
        term.renderings[tag] =
          touched.isRemoved(by: kind)
          ? nil : try filled(rendering ?? TermRendering(""), touched, kind, from: rendering)
      } else {
        if let current, touched.isRemoved(by: kind) { return try remove(current) }
        term.note = try filled(TermRow(term), touched, kind, from: current.map { TermRow($0.value) }).note
      }
    }
    if let current { try replace(current, by: term) } else { try addTerm(term) }
  }

  private func restore(
    _ touched: TouchedRow, _ kind: ReversalKind, silence code: Int, _ tag: LanguageTag, _ check: String
  ) throws(RegistryError) {
    let current = try registry.silence(code, tag, check: check)
    let blank = Silence(code: code, language: tag, check: check, text: "", reason: "")
    try write(
      touched.isRemoved(by: kind) ? nil : try filled(blank, touched, kind, from: current?.value), replacing: current)
  }

  /// Returns `value` with the fields of `current`, replaced by the values from the history for fields that the
  /// operation changed.
  private func filled<Row: FieldListed>(
    _ value: Row, _ touched: TouchedRow, _ kind: ReversalKind, from current: Row?
  ) throws(RegistryError) -> Row {
    var value = value
    guard value.set(touched.target(kind, in: current?.values ?? [:])) == nil else {
      throw RegistryError(
        .ruleBroken, "The history is incomplete: \(touched.row) cannot be restored.", .examine)
    }
    return value
  }
}
