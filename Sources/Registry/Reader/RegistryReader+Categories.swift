import RegistryCatalog

extension RegistryReader {
  /// Returns the categories, ordered by position, then key.
  ///
  /// - Returns: The categories with their revisions.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func categories() throws(RegistryError) -> [Revised<StatusCategory>] {
    var ranges = try database.query("SELECT first, last, category FROM category_range ORDER BY first")
    var names = try database.query("SELECT category, language, name FROM category_name")
    let parts = try StatusCategory.Parts(ranges: &ranges, names: &names)
    let table = RegistryTables.category
    let rows = try database.query("\(table.select) ORDER BY position, key")
    var categories: [Revised<StatusCategory>] = []
    while try rows.next() {
      categories.append(
        Revised(try StatusCategory(rows, table.fields, parts), revision: try rows.integer(table.revision)))
    }
    return categories
  }

  /// Returns the category with this key.
  ///
  /// - Parameter name: The key, in any case.
  /// - Returns: The category with its revision.
  /// - Throws: `RegistryError.Code.categoryNotFound`, with a similar key or the known keys as the remedy, when there is
  ///   none.
  public func category(named name: String) throws(RegistryError) -> Revised<StatusCategory> {
    let categories = try categories()
    if let category = categories.first(where: { $0.value.key == name.lowercased() }) { return category }
    let keys = categories.map(\.value.key)
    let near =
      NearMiss.closest(to: name.lowercased(), in: keys)
      ?? categories.first { $0.value.names.values.contains { $0.lowercased() == name.lowercased() } }?.value.key
    throw RegistryError(
      .categoryNotFound, "The registry has no category '\(name)'.", near.map { .didYouMean($0) } ?? .chooseFrom(keys))
  }

  /// Returns the category with exactly this key; nil when there is none.
  func category(_ key: String) throws(RegistryError) -> Revised<StatusCategory>? {
    try categories().first { $0.value.key == key }
  }
}
