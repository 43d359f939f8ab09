import RegistrySQLite

extension Editor {
  /// Adds a category with its ranges and names.
  ///
  /// Throws: `already-exists`, `invalid-key`, `invalid-text`; `invalid-range` for none, or one that overlaps another
  /// category's; `language-not-found`.
  public func addCategory(_ category: StatusCategory) throws(RegistryError) {
    guard StatusCategory.isKey(category.key) else {
      throw RegistryError(
        .invalidKey, "'\(category.key)' cannot be the key of a category.",
        hint: "A key is lower-case ASCII letters, digits and '-', begins with a letter, and has at most 32.")
    }
    if let taken = try connection.categories().first(where: { $0.key == category.key }) {
      if Self.areEqual(fields(of: taken) + names(of: taken), fields(of: category) + names(of: category)),
        try wasRepeated(.category(taken.key), from: 0, at: connection.categoryRevisions()[taken.key] ?? 0)
      {
        return
      }
      throw RegistryError(.alreadyExists, "The category \(category.key) exists.")
    }
    let empty = StatusCategory(key: category.key, position: category.position, ranges: [], names: [:])
    try check(category, known: try connection.languages())
    try beginOperation()
    try connection.change(
      "INSERT INTO category (key, position, revision) VALUES (?, ?, ?)",
      [.text(category.key), .init(category.position), .init(operation)])
    try record(.category(category.key), from: [], to: [("position", .init(category.position))])
    try writeRanges(of: category, replacing: empty)
    try writeNames(of: category, replacing: empty)
  }

  /// Changes the position, ranges or names of a category; its key never changes.
  ///
  /// Throws: `category-not-found`, `invalid-text`, `language-not-found`; `invalid-range` for none, for one that
  /// overlaps another, or where a code would be left outside; `changed-since` where it is at another revision than
  /// `revision`.
  @discardableResult
  public func editCategory(
    _ name: String, ifRevision revision: Int? = nil,
    _ body: (inout StatusCategory) throws(RegistryError) -> Void
  ) throws(RegistryError) -> StatusCategory {
    let current = try connection.category(named: name)
    var category = current
    try body(&category)
    guard category.key == current.key else {
      throw RegistryError(.ruleBroken, "The key of the category \(current.key) never changes.")
    }
    category.ranges.sort { $0.lowerBound < $1.lowerBound }
    let isUnchanged =
      category.position == current.position && category.ranges == current.ranges
      && Self.areEqual(names(of: category), names(of: current))
    let currentRevision = try connection.categoryRevisions()[category.key] ?? 0
    try checkRevision(
      .category(category.key), from: revision, at: currentRevision, isRepeated: isUnchanged,
      remedy: "admin category list")
    guard !isUnchanged else { return current }
    try replace(current, at: currentRevision, by: category)
    return category
  }

  /// Writes the category where its fields are right beside all the others.
  func replace(_ current: StatusCategory, at revision: Int, by category: StatusCategory) throws(RegistryError) {
    try check(category, known: try connection.languages())
    try beginOperation()
    try compared(
      try connection.change(
        "UPDATE category SET position = ?, revision = ? WHERE key = ? AND revision = ?",
        [.init(category.position), .init(operation), .text(category.key), .init(revision)]))
    try record(
      .category(category.key), from: [("position", .init(current.position))],
      to: [("position", .init(category.position))])
    try writeRanges(of: category, replacing: current)
    try writeNames(of: category, replacing: current)
  }

  /// Takes a category away that holds no code.
  func remove(_ category: StatusCategory) throws(RegistryError) {
    try beginOperation()
    let empty = StatusCategory(key: category.key, position: category.position, ranges: [], names: [:])
    try writeNames(of: empty, replacing: category)
    try connection.change("DELETE FROM category_range WHERE category = ?", [.text(category.key)])
    try compared(try connection.change("DELETE FROM category WHERE key = ?", [.text(category.key)]))
    try record(.category(category.key), from: fields(of: category), to: [])
  }

  func fields(of category: StatusCategory) -> Fields {
    let ranges = category.ranges.isEmpty ? SQLiteValue.null : .text(StatusCategory.text(of: category.ranges))
    return [("position", .init(category.position)), ("ranges", ranges)]
  }

  private func check(_ category: StatusCategory, known languages: [Language]) throws(RegistryError) {
    try checkPosition(category.position)
    guard !category.ranges.isEmpty else {
      throw RegistryError(.invalidRange, "A category owns at least one range of numbers.")
    }
    let others = try connection.categories().filter { $0.key != category.key }
    for (index, range) in category.ranges.enumerated() {
      guard range.lowerBound >= 1, range.upperBound <= 999_999_999 else {
        throw RegistryError(.invalidRange, "\(StatusCategory.text(of: [range])) is outside 1-999999999.")
      }
      if let other = category.ranges.dropFirst(index + 1).first(where: range.overlaps) {
        throw RegistryError(.invalidRange, "The ranges \(StatusCategory.text(of: [range, other])) overlap.")
      }
      for other in others {
        guard let overlap = other.ranges.first(where: range.overlaps) else { continue }
        throw RegistryError(
          .invalidRange,
          "\(StatusCategory.text(of: [range])) overlaps \(StatusCategory.text(of: [overlap])) of \(other.key).")
      }
    }
    for code in try connection.codes(CodeFilter()).map(\.code) where code.category == category.key {
      guard category.ranges.contains(where: { $0.contains(code.code) }) else {
        throw RegistryError(.invalidRange, "\(code.code) \(code.symbol) would be left outside \(category.key).")
      }
    }
    for (tag, name) in category.names {
      try TextRules.line(name, name: "The name in \(tag)", limit: 200)
      guard languages.contains(where: { $0.tag == tag }) else {
        throw RegistryError(.languageNotFound, "The registry has no language \(tag).")
      }
    }
  }

  /// The schema guards each row: a range that holds codes can be stretched or cut, but not taken away and made anew. So
  /// empty ranges go first, then the others are cut to what stays of them, then stretched.
  private func writeRanges(of category: StatusCategory, replacing current: StatusCategory) throws(RegistryError) {
    let ranges = category.ranges.sorted { $0.lowerBound < $1.lowerBound }
    guard ranges != current.ranges else { return }
    let gone = current.ranges.filter { !ranges.contains($0) }
    var new = ranges.filter { !current.ranges.contains($0) }
    var stretched: [(from: ClosedRange<Int>, to: ClosedRange<Int>)] = []
    for range in gone {
      // The new range that holds its codes.
      let codes = try connection.codes().map(\.code.code).filter(range.contains)
      if !codes.isEmpty, let index = new.firstIndex(where: { codes.allSatisfy($0.contains) }) {
        stretched.append((range, new.remove(at: index)))
      } else {
        try connection.change("DELETE FROM category_range WHERE first = ?", [.init(range.lowerBound)])
      }
    }
    for (from, to) in stretched { try updateRange(from, to: from.clamped(to: to)) }
    for (from, to) in stretched { try updateRange(from.clamped(to: to), to: to) }
    for range in new {
      try connection.change(
        "INSERT INTO category_range (first, last, category) VALUES (?, ?, ?)",
        [.init(range.lowerBound), .init(range.upperBound), .text(category.key)])
    }
    let before = current.ranges.isEmpty ? SQLiteValue.null : .text(StatusCategory.text(of: current.ranges))
    try record(
      .category(category.key), from: [("ranges", before)],
      to: [("ranges", .text(StatusCategory.text(of: ranges)))])
  }

  private func updateRange(_ range: ClosedRange<Int>, to new: ClosedRange<Int>) throws(RegistryError) {
    try connection.change(
      "UPDATE category_range SET first = ?, last = ? WHERE first = ?",
      [.init(new.lowerBound), .init(new.upperBound), .init(range.lowerBound)])
  }

  private func writeNames(of category: StatusCategory, replacing current: StatusCategory) throws(RegistryError) {
    for tag in Set(category.names.keys).union(current.names.keys).sorted() {
      let (before, after) = (SQLiteValue(current.names[tag]), SQLiteValue(category.names[tag]))
      guard before != after else { continue }
      if after == .null {
        try connection.change(
          "DELETE FROM category_name WHERE category = ? AND language = ?",
          [.text(category.key), .text(tag.description)])
      } else {
        try connection.change(
          """
          INSERT INTO category_name (category, language, name) VALUES (?, ?, ?)
          ON CONFLICT (category, language) DO UPDATE SET name = excluded.name
          """, [.text(category.key), .text(tag.description), after])
      }
      try record(.categoryName(category.key, tag), from: [("name", before)], to: [("name", after)])
    }
  }

  private func names(of category: StatusCategory) -> Fields {
    category.names.sorted { $0.key < $1.key }.map { ($0.key.description, .text($0.value)) }
  }
}
