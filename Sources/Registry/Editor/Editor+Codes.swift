import RegistryCatalog

extension Editor {
  /// Adds a code with its source text.
  ///
  /// Adding the same code with the same text again changes nothing when this actor added it and nobody has changed it
  /// since.
  ///
  /// - Parameters:
  ///   - code: The code. The key of its category can be in any case.
  ///   - text: The text in the source language. What copying adds around it is removed (`TextRules.cleaned(_:)`).
  /// - Returns: The code with its new revision.
  /// - Throws: `RegistryError.Code.alreadyExists` when the number or symbol is or was already used, also
  ///   when another code had the symbol before it was renamed;
  ///   `RegistryError.Code.invalidNumber`, with the next free number as the remedy, when the number is outside the
  ///   ranges of its category; `RegistryError.Code.invalidSymbol` when the symbol is not valid;
  ///   `RegistryError.Code.invalidValue` when the HTTP status or the replacement is not valid;
  ///   `RegistryError.Code.invalidText` when the text or the description is not valid;
  ///   `RegistryError.Code.invalidPattern` when a brace in the text does not belong to an argument;
  ///   `RegistryError.Code.categoryNotFound` when the category does not exist; `RegistryError.Code.codeNotFound` when
  ///   the replacement does not exist; `RegistryError.Code.languageNotFound` when the registry has no source language.
  @discardableResult
  public func addCode(_ code: StatusCode, text: String) throws(RegistryError) -> Revised<StatusCode> {
    try add(
      code, text: text, in: try registry.category(named: code.category).value, source: try registry.sourceLanguage(),
      suggestsNumber: true, formerHolders: try registry.formerHolders(of: code.symbol)
    ).code
  }

  /// Adds a code to a category.
  ///
  /// - Parameters:
  ///   - code: The code.
  ///   - text: The text in the source language.
  ///   - category: The category of the code.
  ///   - source: The source language.
  ///   - suggestsNumber: Whether an error has the next free number as its remedy, for which all codes of the category
  ///     are read.
  ///   - formerHolders: The codes that had the symbol before.
  /// - Returns: The code, and whether it is new; false when this actor had added it.
  func add(
    _ code: StatusCode, text: String, in category: StatusCategory, source: Language?, suggestsNumber: Bool,
    formerHolders: [String: Set<Int>]
  ) throws(RegistryError) -> (code: Revised<StatusCode>, isNew: Bool) {
    var code = code
    code.category = category.key
    let text = TextRules.cleaned(text).text
    try TextRules.validateMessage(text, in: source?.tag)
    try TextRules.requireVisible(text)
    try validate(code)
    try TextRules.requireVisible(code.description ?? "", name: "The description")
    if let taken = try registry.code(code.number, orSymbol: code.symbol) {
      if try isRepeatedAddition(of: code, text, as: taken) { return (taken, false) }
      let next = try suggestsNumber ? registry.nextFreeNumber(in: category) : nil
      throw RegistryError(
        .alreadyExists,
        "\(taken.value.number) \(taken.value.symbol) exists (\(taken.value.state.rawValue)); "
          + "a number or symbol is never used twice.",
        next.map { .nextFreeNumber($0, category: category.key) })
    }
    try requireUnused(symbolOf: code, by: formerHolders)
    try validateNumber(of: code, in: category, suggestsNumber: suggestsNumber)
    if let replacement = code.replacedBy { try validateReplacement(ofNew: code.number, by: replacement) }
    guard let source else { throw RegistryError(.languageNotFound, "The registry has no source language.") }
    try insert(code, as: .statusCode(code.number), key: [.init(code.number)], into: RegistryTables.statusCode)
    _ = try setTranslation(code.number, source, text, ifRevision: nil, impact: nil, confirmsStale: false)
    return (Revised(code, revision: revision(after: 0)), true)
  }

  /// Changes the properties of a code.
  ///
  /// The number of a code never changes.
  ///
  /// - Parameters:
  ///   - name: The number, or the symbol in any case.
  ///   - revision: The revision that the change is based on; nil accepts every revision.
  ///   - body: Changes the code.
  /// - Returns: The code with its new revision.
  /// - Throws: The error that `body` throws; the errors of ``addCode(_:text:)``; `RegistryError.Code.codeNotFound` when
  ///   the code or its replacement does not exist; `RegistryError.Code.ruleBroken` when the number was changed, or a
  ///   retired code would be used again; `RegistryError.Code.changedSince` when the code is at another revision.
  @discardableResult
  public func editCode(
    _ name: String, ifRevision revision: Int? = nil, _ body: (inout StatusCode) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Revised<StatusCode> {
    let current = try registry.code(named: name)
    var code = current.value
    try body(&code)
    guard code.number == current.value.number else {
      throw RegistryError(.ruleBroken, "The number of \(current.value.number) \(current.value.symbol) never changes.")
    }
    code.category = try registry.category(named: code.category).value.key
    let goesOn = try requireRevision(
      .statusCode(code.number), base: revision, current: current.revision, changesNothing: code == current.value)
    guard goesOn else { return current }
    guard current.value.state != .retired || code.state == .retired else {
      if code.state == .deprecated {
        throw RegistryError(
          .ruleBroken, "\(code.number) \(code.symbol) is retired already, which goes further than deprecated.",
          .follow(rule: "Services find no message for it any more, and it stays so for ever."))
      }
      throw RegistryError(
        .ruleBroken, "\(code.number) \(code.symbol) is retired, and a retired code cannot be used again.", .addCode)
    }
    if code.description != current.value.description {
      try TextRules.requireVisible(code.description ?? "", name: "The description")
    }
    if let replacement = code.replacedBy, replacement != current.value.replacedBy {
      try requireNotRetired(replacement, replacing: code.number)
    }
    return try replace(current, by: code)
  }

  /// Validates the code against all others and replaces it. Unlike ``editCode(_:ifRevision:_:)`` this allows that a
  /// retired code is used again.
  @discardableResult
  func replace(_ current: Revised<StatusCode>, by code: StatusCode) throws(RegistryError) -> Revised<StatusCode> {
    try validate(code)
    if code.symbol != current.value.symbol {
      if let taken = try registry.codes().first(where: { $0.value.symbol == code.symbol }) {
        throw RegistryError(.alreadyExists, "\(taken.value.number) has the symbol \(code.symbol) already.")
      }
      try requireUnused(symbolOf: code, by: try registry.formerHolders(of: code.symbol))
    }
    if code.category != current.value.category {
      try validateNumber(of: code, in: try registry.category(named: code.category).value)
    }
    if let replacement = code.replacedBy, replacement != current.value.replacedBy {
      try validateReplacement(of: code.number, by: replacement)
    }
    try update(
      current, to: code, as: .statusCode(code.number), key: [.init(code.number)], in: RegistryTables.statusCode)
    return Revised(code, revision: revision(after: current.revision))
  }

  /// Returns whether this actor added the same code with the same text, and nobody has changed either since.
  private func isRepeatedAddition(
    of code: StatusCode, _ text: String, as taken: Revised<StatusCode>
  ) throws(RegistryError) -> Bool {
    guard
      try isRepeatedAddition(.statusCode(code.number), at: taken.revision, isSame: taken.value == code),
      let source = try registry.sourceLanguage()?.tag,
      let stored = try registry.translationRow(code: code.number, language: source)
    else { return false }
    return stored.revision == taken.revision && stored.value.text.hasSameBytes(as: text)
  }

  private func validate(_ code: StatusCode) throws(RegistryError) {
    guard StatusCode.isSymbol(code.symbol) else {
      throw RegistryError(
        .invalidSymbol, "'\(code.symbol)' cannot be a symbol.",
        .follow(
          rule: "A symbol is upper-case ASCII letters, digits and '_', begins with a letter, and has at most "
            + "\(StatusCode.maximumSymbolLength) characters."))
    }
    if let status = code.httpStatus, !(100...599).contains(status) {
      throw RegistryError(.invalidValue, "\(status) is not an HTTP status; they go from 100 to 599 (RFC 9110).")
    }
    if let description = code.description {
      try TextRules.validateLine(description, name: "The description", limit: TextRules.maximumLength)
    }
  }

  private func validateNumber(
    of code: StatusCode, in category: StatusCategory, suggestsNumber: Bool = true
  ) throws(RegistryError) {
    guard !category.ranges.contains(where: { $0.contains(code.number) }) else { return }
    let message =
      "\(code.number) is outside the ranges of \(category.key): \(StatusCategory.text(of: category.ranges))."
    guard suggestsNumber else { throw RegistryError(.invalidNumber, message) }
    let next = try registry.nextFreeNumber(in: category)
    throw RegistryError(
      .invalidNumber, message,
      next.map { .nextFreeNumber($0, category: category.key) } ?? .addRange(category: category.key))
  }

  /// Validates the replacement of a code that is about to be added. No other code can refer to it yet.
  private func validateReplacement(ofNew code: Int, by replacement: Int) throws(RegistryError) {
    guard replacement != code else {
      throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): they would replace each other.")
    }
    guard let target = try registry.code(replacement) else {
      throw RegistryError(.codeNotFound, "The registry has no code '\(replacement)'.", .listCodes)
    }
    guard target.value.state != .retired else {
      throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): it is retired itself.")
    }
  }

  private func validateReplacement(of code: Int, by replacement: Int) throws(RegistryError) {
    var next: Int? = replacement
    var seen: Set<Int> = [code]
    while let number = next {
      guard seen.insert(number).inserted else {
        throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): they would replace each other.")
      }
      next = try registry.code(named: "\(number)").value.replacedBy
    }
  }

  private func requireNotRetired(_ replacement: Int, replacing code: Int) throws(RegistryError) {
    guard try registry.code(named: "\(replacement)").value.state != .retired else {
      throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): it is retired itself.")
    }
  }
}
