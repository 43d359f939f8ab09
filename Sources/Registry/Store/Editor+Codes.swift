import RegistrySQLite

extension Editor {
  /// Adds a code with its source text; gives it as it is then.
  ///
  /// Throws: `already-exists` for a number or symbol that was ever used; `invalid-number` for one outside the ranges of
  /// its category, with the next free one; `invalid-symbol`, `invalid-value`, `invalid-text`, `invalid-pattern`;
  /// `category-not-found`.
  @discardableResult
  public func addCode(_ code: StatusCode, text: String) throws(RegistryError) -> StatusCode {
    let category = try connection.category(named: code.category)
    var code = code
    code.category = category.key
    try TextRules.message(text)
    try check(code)
    if let taken = try connection.code(code.code, orSymbol: code.symbol) {
      if try wasAdded(code, text, as: taken) { return code }
      let next = try connection.nextFreeNumber(in: category)
      throw RegistryError(
        .alreadyExists,
        "\(taken.code.code) \(taken.code.symbol) exists (\(taken.code.state.rawValue)); "
          + "a number or symbol is never used twice.",
        hint: next.map { "The next free number of \(category.key) is \($0)." })
    }
    try checkRange(code.code, category)
    if let replacement = code.replacedBy {
      try checkReplacement(of: code.code, by: replacement)
      try checkNotRetired(replacement, replacing: code.code)
    }
    guard let source = try connection.languages().first(where: { $0.fallback == nil }) else {
      throw RegistryError(.languageNotFound, "The registry has no source language.")
    }
    try beginOperation()
    try connection.change(
      """
      INSERT INTO status_code (symbol, category, state, replaced_by, http_status, retryable, description, revision, code)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, columns(of: code) + [.init(operation), .init(code.code)])
    try record(.statusCode(code.code), from: [], to: fields(of: code))
    _ = try setTranslation(code.code, source, text, ifRevision: nil, impact: nil, confirmsStale: false)
    return code
  }

  /// Changes what is said of a code; its number never changes. Gives the code as it is then.
  ///
  /// Throws: as `addCode`, and `code-not-found`; `rule-broken` for bringing a retired code back; `changed-since` where the code is at another revision than `revision`.
  @discardableResult
  public func editCode(
    _ name: String, ifRevision revision: Int? = nil, _ body: (inout StatusCode) throws(RegistryError) -> Void
  ) throws(RegistryError) -> StatusCode {
    let (current, currentRevision) = try connection.code(named: name)
    var code = current
    try body(&code)
    guard code.code == current.code else {
      throw RegistryError(.ruleBroken, "The number of \(current.code) \(current.symbol) never changes.")
    }
    code.category = try connection.category(named: code.category).key
    let isUnchanged = Self.areEqual(fields(of: code), fields(of: current))
    try checkRevision(
      .statusCode(code.code), from: revision, at: currentRevision, isRepeated: isUnchanged,
      remedy: "admin code show \(code.code)")
    guard !isUnchanged else { return current }
    guard current.state != .retired || code.state == .retired else {
      throw RegistryError(
        .ruleBroken, "\(code.code) \(code.symbol) is retired, and a retired code stays so.",
        hint: "Callers were told that it is gone: add a new code.")
    }
    if let replacement = code.replacedBy, replacement != current.replacedBy {
      try checkNotRetired(replacement, replacing: code.code)
    }
    try replace(current, at: currentRevision, by: code)
    return code
  }

  /// Writes the code where its fields are right beside all the others; a retired one can come back here.
  func replace(_ current: StatusCode, at revision: Int, by code: StatusCode) throws(RegistryError) {
    try check(code)
    if code.symbol != current.symbol,
      let taken = try connection.codes().first(where: { $0.code.symbol == code.symbol })
    {
      throw RegistryError(.alreadyExists, "\(taken.code.code) has the symbol \(code.symbol) already.")
    }
    if code.category != current.category {
      try checkRange(code.code, try connection.category(named: code.category))
    }
    if let replacement = code.replacedBy, replacement != current.replacedBy {
      try checkReplacement(of: code.code, by: replacement)
    }
    try beginOperation()
    try compared(
      try connection.change(
        """
        UPDATE status_code SET symbol = ?, category = ?, state = ?, replaced_by = ?, http_status = ?, retryable = ?,
          description = ?, revision = ?
        WHERE code = ? AND revision = ?
        """, columns(of: code) + [.init(operation), .init(code.code), .init(revision)]))
    try record(.statusCode(code.code), from: fields(of: current), to: fields(of: code))
  }

  /// Whether this actor added the very same code, and nothing was changed since: the answer to that was lost.
  private func wasAdded(
    _ code: StatusCode, _ text: String, as taken: (code: StatusCode, revision: Int)
  ) throws(RegistryError) -> Bool {
    guard taken.code.code == code.code, Self.areEqual(fields(of: taken.code), fields(of: code)),
      try wasRepeated(.statusCode(code.code), from: 0, at: taken.revision),
      let source = try connection.languages().first(where: { $0.fallback == nil })?.tag,
      let stored = try connection.translationRow(code: code.code, language: source)
    else { return false }
    return stored.revision == taken.revision && stored.text.utf8.elementsEqual(text.utf8)
  }

  private func columns(of code: StatusCode) -> [SQLiteValue] { fields(of: code).map(\.value) }

  func fields(of code: StatusCode) -> Fields {
    [
      ("symbol", .text(code.symbol)), ("category", .text(code.category)), ("state", .text(code.state.rawValue)),
      ("replaced_by", .init(code.replacedBy)), ("http_status", .init(code.httpStatus)),
      ("retryable", .init(code.isRetryable)), ("description", .init(code.description)),
    ]
  }

  private func check(_ code: StatusCode) throws(RegistryError) {
    guard StatusCode.isSymbol(code.symbol) else {
      throw RegistryError(
        .invalidSymbol, "'\(code.symbol)' cannot be a symbol.",
        hint: "A symbol is upper-case ASCII letters, digits and '_', begins with a letter, and has at most 64.")
    }
    if let status = code.httpStatus, !(100...599).contains(status) {
      throw RegistryError(.invalidValue, "\(status) is no HTTP status; they go from 100 to 599 (RFC 9110).")
    }
    if let description = code.description {
      try TextRules.line(description, name: "The description", limit: TextRules.maximumLength)
    }
  }

  private func checkRange(_ number: Int, _ category: StatusCategory) throws(RegistryError) {
    guard !category.ranges.contains(where: { $0.contains(number) }) else { return }
    let next = try connection.nextFreeNumber(in: category)
    throw RegistryError(
      .invalidNumber,
      "\(number) is outside the ranges of \(category.key): \(StatusCategory.text(of: category.ranges)).",
      hint: next.map { "The next free number of \(category.key) is \($0)." }
        ?? "Every number of \(category.key) is taken: give it a range with 'admin category edit'.")
  }

  private func checkReplacement(of code: Int, by replacement: Int) throws(RegistryError) {
    var next: Int? = replacement
    var seen: Set<Int> = [code]
    while let number = next {
      guard seen.insert(number).inserted else {
        throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): they would replace each other.")
      }
      next = try connection.code(named: "\(number)").code.replacedBy
    }
  }

  private func checkNotRetired(_ replacement: Int, replacing code: Int) throws(RegistryError) {
    guard try connection.code(named: "\(replacement)").code.state != .retired else {
      throw RegistryError(.invalidValue, "\(replacement) cannot replace \(code): it is retired itself.")
    }
  }
}
