import RegistryCatalog
import RegistrySQLite

extension Editor {
  /// Adds a category with its ranges and names.
  ///
  /// Adding the same category again changes nothing when this actor added it and nobody has changed it since.
  ///
  /// - Parameter category: The category.
  /// - Returns: The category with its new revision.
  /// - Throws: `RegistryError.Code.alreadyExists` when the key is already used; `RegistryError.Code.invalidKey` when
  ///   the key is not valid; `RegistryError.Code.invalidText` when a name is not valid;
  ///   `RegistryError.Code.invalidValue` when the position is out of range; `RegistryError.Code.invalidRange` when the
  ///   category has no range, or a range is not valid or overlaps another one; `RegistryError.Code.languageNotFound`
  ///   when a name is in an unknown language.
  @discardableResult
  public func addCategory(_ category: StatusCategory) throws(RegistryError) -> Revised<StatusCategory> {
    guard StatusCategory.isKey(category.key) else {
      throw RegistryError(
        .invalidKey, "'\(category.key)' cannot be the key of a category.",
        .follow(
          rule:
            "A key is lower-case ASCII letters, digits and '-', begins with a letter, and has at most 32 characters."))
    }
    if let taken = try registry.category(category.key) {
      let row = RegistryRow.category(category.key)
      if try isRepeatedAddition(row, at: taken.revision, isSame: taken.value == category) { return taken }
      throw RegistryError(.alreadyExists, "The category \(category.key) exists.")
    }
    try validate(category)
    let empty = StatusCategory(key: category.key, position: category.position, ranges: [], names: [:])
    var category = category
    category.ranges.sort { $0.lowerBound < $1.lowerBound }
    try insert(
      category, as: .category(category.key), key: [.text(category.key)], into: RegistryTables.category)
    try writeRanges(of: category, replacing: empty)
    try writeNames(of: category, replacing: empty)
    return Revised(category, revision: revision(after: 0))
  }

  /// Changes the position, ranges or names of a category.
  ///
  /// The key of a category never changes.
  ///
  /// - Parameters:
  ///   - name: The key, in any case.
  ///   - revision: The revision that the change is based on; nil accepts every revision.
  ///   - body: Changes the category.
  /// - Returns: The category with its new revision.
  /// - Throws: The error that `body` throws; `RegistryError.Code.categoryNotFound` when there is no such category;
  ///   `RegistryError.Code.ruleBroken` when the key was changed; `RegistryError.Code.invalidText` when a name is not
  ///   valid; `RegistryError.Code.invalidValue` when the position is out of range;
  ///   `RegistryError.Code.languageNotFound` when a name is in an unknown language; `RegistryError.Code.invalidRange`
  ///   when the category has no range, a range is not valid or overlaps another one, or a code would be outside the
  ///   ranges; `RegistryError.Code.changedSince` when the category is at another revision.
  @discardableResult
  public func editCategory(
    _ name: String, ifRevision revision: Int? = nil,
    _ body: (inout StatusCategory) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Revised<StatusCategory> {
    let current = try registry.category(named: name)
    var category = current.value
    try body(&category)
    guard category.key == current.value.key else {
      throw RegistryError(.ruleBroken, "The key of the category \(current.value.key) never changes.")
    }
    category.ranges.sort { $0.lowerBound < $1.lowerBound }
    let goesOn = try requireRevision(
      .category(category.key), base: revision, current: current.revision, changesNothing: category == current.value)
    return goesOn ? try replace(current, by: category) : current
  }

  /// Validates the category against all others and replaces it.
  @discardableResult
  func replace(
    _ current: Revised<StatusCategory>, by category: StatusCategory
  ) throws(RegistryError) -> Revised<StatusCategory> {
    try validate(category)
    try update(
      current, to: category, as: .category(category.key), key: [.text(category.key)], in: RegistryTables.category)
    try writeRanges(of: category, replacing: current.value)
    try writeNames(of: category, replacing: current.value)
    return Revised(category, revision: self.revision(after: current.revision))
  }

  private func validate(_ category: StatusCategory) throws(RegistryError) {
    try validatePosition(category.position)
    try validateRanges(of: category)
    let languages = try registry.languages().map(\.value.tag)
    for (tag, name) in category.names {
      try TextRules.validateLine(name, name: "The name in \(tag)", limit: TextRules.maximumNameLength)
      guard languages.contains(tag) else {
        throw RegistryError(.languageNotFound, "The registry has no language \(tag).")
      }
    }
  }

  private func validateRanges(of category: StatusCategory) throws(RegistryError) {
    guard !category.ranges.isEmpty else {
      throw RegistryError(.invalidRange, "A category owns at least one range of numbers.")
    }
    let others = try registry.categories().map(\.value).filter { $0.key != category.key }
    for (index, range) in category.ranges.enumerated() {
      guard StatusCategory.range(range.lowerBound, range.upperBound) != nil else {
        throw RegistryError(.invalidRange, "\(StatusCategory.text(of: [range])) is outside 0-999999999.")
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
    for code in try registry.codes().map(\.value) where code.category == category.key {
      guard category.ranges.contains(where: { $0.contains(code.number) }) else {
        throw RegistryError(.invalidRange, "\(code.number) \(code.symbol) would be left outside \(category.key).")
      }
    }
  }

  /// Writes the ranges of a category.
  ///
  /// The schema checks each row: a range with codes can be extended or shortened, but not removed and added again. So
  /// ranges without codes are removed first, then the other ranges are shortened to the part that is kept, and then
  /// extended.
  private func writeRanges(of category: StatusCategory, replacing current: StatusCategory) throws(RegistryError) {
    let ranges = category.ranges.sorted { $0.lowerBound < $1.lowerBound }
    guard ranges != current.ranges else { return }
    let gone = current.ranges.filter { !ranges.contains($0) }
    var new = ranges.filter { !current.ranges.contains($0) }
    var stretched: [(from: ClosedRange<Int>, to: ClosedRange<Int>)] = []
    for range in gone {
      // Find the new range that contains its codes.
      let codes = try registry.codes().map(\.value.number).filter(range.contains)
      if !codes.isEmpty, let index = new.firstIndex(where: { codes.allSatisfy($0.contains) }) {
        stretched.append((range, new.remove(at: index)))
      } else {
        try database.execute("DELETE FROM category_range WHERE first = ?", [.init(range.lowerBound)])
      }
    }
    for (from, to) in stretched { try updateRange(from, to: from.clamped(to: to)) }
    for (from, to) in stretched { try updateRange(from.clamped(to: to), to: to) }
    for range in new {
      try database.execute(
        "INSERT INTO category_range (first, last, category) VALUES (?, ?, ?)",
        [.init(range.lowerBound), .init(range.upperBound), .text(category.key)])
    }
  }

  private func updateRange(_ range: ClosedRange<Int>, to new: ClosedRange<Int>) throws(RegistryError) {
    try database.execute(
      "UPDATE category_range SET first = ?, last = ? WHERE first = ?",
      [.init(new.lowerBound), .init(new.upperBound), .init(range.lowerBound)])
  }

  func writeNames(of category: StatusCategory, replacing current: StatusCategory) throws(RegistryError) {
    for tag in Set(category.names.keys).union(current.names.keys).sorted() {
      let (before, after) = (current.names[tag].map(CategoryName.init), category.names[tag].map(CategoryName.init))
      if let after {
        guard before?.hasSameFields(as: after) != true else { continue }
        try database.execute(
          """
          INSERT INTO category_name (category, language, name) VALUES (?, ?, ?)
          ON CONFLICT (category, language) DO UPDATE SET name = excluded.name
          """, [.text(category.key), .init(tag), .text(after.name)])
      } else {
        try database.execute(
          "DELETE FROM category_name WHERE category = ? AND language = ?", [.text(category.key), .init(tag)])
      }
      try record(.categoryName(category.key, tag), from: before, to: after)
    }
  }
}
