import RegistryCatalog

/// Removes languages and categories to which nothing refers.
extension Editor {
  /// Removes a language that no text, name of a category, rendering of a term, silence or other language refers to.
  ///
  /// - Parameters:
  ///   - name: A language of the registry, in any BCP 47 form.
  ///   - revision: The revision that the removal is based on; nil accepts every revision.
  /// - Returns: The language that was removed.
  /// - Throws: `RegistryError.Code.languageNotFound` when the language does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when `name` is not a language tag; `RegistryError.Code.ruleBroken`, with
  ///   what refers to the language, when it is in use; `RegistryError.Code.changedSince` when it is at another
  ///   revision.
  @discardableResult
  public func removeLanguage(_ name: String, ifRevision revision: Int? = nil) throws(RegistryError) -> Language {
    let current = try registry.language(named: name)
    _ = try requireRevision(
      .language(current.value.tag), base: revision, current: current.revision, changesNothing: false)
    try remove(current)
    return current.value
  }

  /// Removes a category that has no codes, with its ranges and names.
  ///
  /// - Parameters:
  ///   - name: The key of the category, in any case.
  ///   - revision: The revision that the removal is based on; nil accepts every revision.
  /// - Returns: The category that was removed.
  /// - Throws: `RegistryError.Code.categoryNotFound` when the category does not exist; `RegistryError.Code.ruleBroken`,
  ///   with its codes, when it has any; `RegistryError.Code.changedSince` when it is at another revision.
  @discardableResult
  public func removeCategory(_ name: String, ifRevision revision: Int? = nil) throws(RegistryError) -> StatusCategory {
    let current = try registry.category(named: name)
    _ = try requireRevision(
      .category(current.value.key), base: revision, current: current.revision, changesNothing: false)
    try remove(current)
    return current.value
  }

  /// Removes a language that is not used.
  func remove(_ language: Revised<Language>) throws(RegistryError) {
    let tag = language.value.tag
    guard language.value.fallback != nil else {
      throw RegistryError(.ruleBroken, "\(tag) is the source language, which every other one falls back to.")
    }
    try requireUnused(
      "The language \(tag)",
      by: [
        ("texts of", try names("SELECT CAST(code AS TEXT) FROM translation WHERE language = ? ORDER BY code", tag)),
        ("names of the categories", try names("SELECT category FROM category_name WHERE language = ? ORDER BY 1", tag)),
        ("it is the fallback of", try names("SELECT tag FROM language WHERE fallback = ? ORDER BY tag", tag)),
        ("the terms", try names("SELECT term FROM term_rendering WHERE language = ? ORDER BY term", tag)),
        (
          "silences for",
          try names("SELECT DISTINCT CAST(code AS TEXT) FROM silence WHERE language = ? ORDER BY code", tag)
        ),
      ])
    try delete(language, as: .language(tag), key: [.init(tag)], from: RegistryTables.language)
  }

  /// Removes a category that has no codes.
  func remove(_ category: Revised<StatusCategory>) throws(RegistryError) {
    let key = category.value.key
    try requireUnused(
      "The category \(key)",
      by: [
        ("the codes", try names("SELECT CAST(code AS TEXT) FROM status_code WHERE category = ? ORDER BY code", key))
      ])
    try beginOperation()
    let empty = StatusCategory(key: key, position: category.value.position, ranges: [], names: [:])
    try writeNames(of: empty, replacing: category.value)
    try database.execute("DELETE FROM category_range WHERE category = ?", [.text(key)])
    try delete(category, as: .category(key), key: [.text(key)], from: RegistryTables.category)
  }

  private func names(_ sql: String, _ key: some CustomStringConvertible) throws(RegistryError) -> [String] {
    let rows = try database.query(sql, [.text(key.description)])
    var names: [String] = []
    while try rows.next() { names.append(try rows.text(0)) }
    return names
  }

  private func requireUnused(
    _ subject: String, by users: [(kind: String, names: [String])]
  ) throws(RegistryError) {
    let users = users.filter { !$0.names.isEmpty }
    guard !users.isEmpty else { return }
    let lists = users.map { kind, names in
      let shown = names.prefix(5).joined(separator: ", ")
      return "\(kind) \(shown)" + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }
    throw RegistryError(
      .ruleBroken, "\(subject) is in use: \(lists.joined(separator: "; ")).", .follow(rule: "Remove those first."))
  }
}
