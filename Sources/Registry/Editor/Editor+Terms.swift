import RegistryCatalog
import RegistrySQLite

extension Editor {
  /// Adds a term to the glossary, with its renderings.
  ///
  /// A term without a rendering in the source language is rendered there by its own words (`Term.words`). Adding the
  /// same term again changes nothing when this actor added it and nobody has changed it since.
  ///
  /// - Parameter term: The term. What copying adds around its texts is removed (`TextRules.cleaned(_:)`).
  /// - Returns: The term with its new revision.
  /// - Throws: `RegistryError.Code.alreadyExists` when the glossary has a term with this source, in any case;
  ///   `RegistryError.Code.invalidText` when a text is not valid; `RegistryError.Code.invalidValue` when a rendering
  ///   has a word twice; `RegistryError.Code.languageNotFound` when a rendering is in an unknown language.
  @discardableResult
  public func addTerm(_ term: Term) throws(RegistryError) -> Revised<Term> {
    let term = try completed(term)
    if let taken = try registry.termIfKnown(term.source) {
      if try isRepeatedAddition(.term(term.source), at: taken.revision, isSame: taken.value == term) { return taken }
      throw RegistryError(.alreadyExists, "The term \(taken.value.source) exists.", .editTerm)
    }
    try validate(term)
    try insert(TermRow(term), as: .term(term.source), key: [.text(term.source)], into: RegistryTables.term)
    try writeRenderings(of: term, replacing: Term(term.source, renderings: [:]))
    return Revised(term, revision: revision(after: 0))
  }

  /// Changes the note or the renderings of a term.
  ///
  /// The source of a term never changes. Without its rendering in the source language, the term is rendered there by
  /// its own words again.
  ///
  /// - Parameters:
  ///   - name: The source of the term, in any case.
  ///   - revision: The revision that the change is based on; nil accepts every revision.
  ///   - body: Changes the term.
  /// - Returns: The term with its new revision.
  /// - Throws: The error that `body` throws; the errors of ``addTerm(_:)``; `RegistryError.Code.termNotFound` when
  ///   there is no such term; `RegistryError.Code.ruleBroken` when the source was changed;
  ///   `RegistryError.Code.changedSince` when the term is at another revision.
  @discardableResult
  public func editTerm(
    _ name: String, ifRevision revision: Int? = nil, _ body: (inout Term) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Revised<Term> {
    let current = try registry.term(named: name)
    var term = current.value
    try body(&term)
    guard term.source.hasSameBytes(as: current.value.source) else {
      throw RegistryError(.ruleBroken, "The source of the term \(current.value.source) never changes.")
    }
    term = try completed(term)
    let goesOn = try requireRevision(
      .term(term.source), base: revision, current: current.revision, changesNothing: term == current.value)
    return goesOn ? try replace(current, by: term) : current
  }

  /// Removes a term with its renderings.
  ///
  /// - Parameters:
  ///   - name: The source of the term, in any case.
  ///   - revision: The revision that the removal is based on; nil accepts every revision.
  /// - Returns: The term that was removed.
  /// - Throws: `RegistryError.Code.termNotFound` when there is no such term; `RegistryError.Code.changedSince` when it
  ///   is at another revision.
  @discardableResult
  public func removeTerm(_ name: String, ifRevision revision: Int? = nil) throws(RegistryError) -> Term {
    let current = try registry.term(named: name)
    _ = try requireRevision(
      .term(current.value.source), base: revision, current: current.revision, changesNothing: false)
    try remove(current)
    return current.value
  }

  /// Validates the term and replaces it.
  @discardableResult
  func replace(_ current: Revised<Term>, by term: Term) throws(RegistryError) -> Revised<Term> {
    try validate(term)
    try update(
      Revised(TermRow(current.value), revision: current.revision), to: TermRow(term), as: .term(term.source),
      key: [.text(term.source)], in: RegistryTables.term)
    try writeRenderings(of: term, replacing: current.value)
    return Revised(term, revision: revision(after: current.revision))
  }

  /// Removes a term and its renderings.
  func remove(_ term: Revised<Term>) throws(RegistryError) {
    let source = term.value.source
    try beginOperation()
    // The schema wants the rendering in the source language to go last.
    try database.execute(
      "DELETE FROM term_rendering WHERE term = ? AND language <> (SELECT tag FROM language WHERE fallback IS NULL)",
      [.text(source)])
    try database.execute("DELETE FROM term_rendering WHERE term = ?", [.text(source)])
    try delete(
      Revised(TermRow(term.value), revision: term.revision), as: .term(source), key: [.text(source)],
      from: RegistryTables.term)
    for (tag, rendering) in term.value.renderings.sorted(by: { $0.key < $1.key }) {
      try record(.termRendering(source, tag), from: rendering, to: nil)
    }
  }

  /// Returns the term with cleaned texts and a rendering in the source language.
  private func completed(_ term: Term) throws(RegistryError) -> Term {
    var cleaned = Term(
      TextRules.cleaned(term.source).text, note: term.note.map { TextRules.cleaned($0).text },
      renderings: term.renderings.mapValues(\.cleaned))
    if let source = try registry.sourceLanguage()?.tag, cleaned.renderings[source] == nil {
      cleaned.renderings[source] = TermRendering(cleaned.words)
    }
    return cleaned
  }

  private func validate(_ term: Term) throws(RegistryError) {
    let languages = try registry.languages().map(\.value)
    try term.validate(source: languages.first { $0.fallback == nil }?.tag)
    if let unknown = term.renderings.keys.sorted().first(where: { tag in !languages.contains { $0.tag == tag } }) {
      throw RegistryError(
        .languageNotFound, "The registry has no language \(unknown).",
        .addLanguage(known: languages.map(\.tag.description)))
    }
  }

  /// Writes the renderings that differ. The one in the source language comes first, and goes last.
  private func writeRenderings(of term: Term, replacing current: Term) throws(RegistryError) {
    let table = RegistryTables.termRendering
    let source = try registry.sourceLanguage()?.tag
    let languages = Set(term.renderings.keys).union(current.renderings.keys).sorted { left, right in
      left == source || (right != source && left < right)
    }
    for tag in languages {
      let (before, after) = (current.renderings[tag], term.renderings[tag])
      let key: [SQLiteValue] = [.text(term.source), .init(tag)]
      switch (before, after) {
      case (nil, let new?): try database.execute(table.insert, key + table.values(of: new))
      case (let old?, let new?) where old != new: try database.execute(table.updatePart, table.values(of: new) + key)
      case (_?, nil): try database.execute("DELETE FROM term_rendering WHERE term = ? AND language = ?", key)
      default: continue
      }
      try record(.termRendering(term.source, tag), from: before, to: after)
    }
  }
}

extension TermRendering {
  /// The rendering without the invisible characters that copying adds around words.
  fileprivate var cleaned: TermRendering {
    let clean = { (words: [String]) in words.map { TextRules.cleaned($0).text } }
    return TermRendering(
      TextRules.cleaned(text).text, otherForms: clean(otherForms), synonyms: clean(synonyms),
      forbidden: clean(forbidden))
  }
}
