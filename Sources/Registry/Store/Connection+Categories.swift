import RegistrySQLite

extension Connection {
  /// The categories by position, then key.
  func categories() throws(RegistryError) -> [StatusCategory] {
    var ranges = try rows("SELECT first, last, category FROM category_range ORDER BY first")
    var names = try rows("SELECT category, language, name FROM category_name")
    var rows = try rows("SELECT key, position FROM category ORDER BY position, key")
    return try StatusCategory.all(&rows, ranges: &ranges, names: &names)
  }

  /// The operation that last changed each category.
  func categoryRevisions() throws(RegistryError) -> [String: Int] {
    var revisions: [String: Int] = [:]
    let rows = try rows("SELECT key, revision FROM category")
    while try rows.next() { revisions[try rows.text(0)] = try rows.integer(1) }
    return revisions
  }

  /// The category with this key, in any case.
  ///
  /// Throws: `category-not-found`.
  func category(named text: String) throws(RegistryError) -> StatusCategory {
    let categories = try categories()
    if let category = categories.first(where: { $0.key == text.lowercased() }) { return category }
    let near = NearMiss.closest(to: text.lowercased(), in: categories.map(\.key))
    let known = categories.map(\.key).joined(separator: ", ")
    throw RegistryError(
      .categoryNotFound, "The registry has no category '\(text)'.",
      hint: near.map { "Did you mean \($0)?" } ?? "It has \(known).")
  }
}

extension StatusCategory {
  /// The categories of rows with the columns of the three tables; the ranges come by their first number.
  static func all(
    _ rows: inout some RowReading & ~Copyable, ranges rangeRows: inout some RowReading & ~Copyable,
    names nameRows: inout some RowReading & ~Copyable
  ) throws(RegistryError) -> [StatusCategory] {
    var ranges: [String: [ClosedRange<Int>]] = [:]
    while try rangeRows.next() {
      let (first, last) = (try rangeRows.integer(0), try rangeRows.integer(1))
      guard first <= last else { throw RegistryError(.corrupt, "The range \(first)-\(last) ends before it starts.") }
      ranges[try rangeRows.text(2), default: []].append(first...last)
    }
    var names: [String: [LanguageTag: String]] = [:]
    while try nameRows.next() { names[try nameRows.text(0), default: [:]][try nameRows.tag(1)] = try nameRows.text(2) }
    var categories: [StatusCategory] = []
    while try rows.next() {
      let key = try rows.text(0)
      categories.append(
        StatusCategory(key: key, position: try rows.integer(1), ranges: ranges[key] ?? [], names: names[key] ?? [:]))
    }
    return categories
  }
}
