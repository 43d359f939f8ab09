extension StatusCategory {
  /// The ranges and names of all categories, which are stored in tables of their own.
  package struct Parts {
    private var ranges: [String: [ClosedRange<Int>]] = [:]
    private var names: [String: [LanguageTag: String]] = [:]

    /// Reads the ranges and names.
    ///
    /// - Parameters:
    ///   - rangeRows: The table of ranges (first, last, category), ordered by first number.
    ///   - nameRows: The table of names (category, language, name).
    /// - Throws: ``RegistryError/Code/corrupt`` when a row is invalid.
    package init(
      ranges rangeRows: inout some RowReading & ~Copyable, names nameRows: inout some RowReading & ~Copyable
    ) throws(RegistryError) {
      var end = -1
      while try rangeRows.next() {
        let (first, last) = (try rangeRows.integer(0), try rangeRows.integer(1))
        guard let range = range(first, last), first > end else {
          throw RegistryError(
            .corrupt, "The file holds the range from \(first) to \(last), which is not valid or overlaps another one.")
        }
        end = last
        ranges[try rangeRows.text(2), default: []].append(range)
      }
      while try nameRows.next() {
        names[try nameRows.text(0), default: [:]][try nameRows.tag(1)] = try nameRows.text(2)
      }
    }

    fileprivate func ranges(of key: String) -> [ClosedRange<Int>] { ranges[key] ?? [] }
    fileprivate func names(of key: String) -> [LanguageTag: String] { names[key] ?? [:] }
  }

  /// Reads a category from a row with the key in the first column, followed by `fields`.
  ///
  /// - Throws: ``RegistryError/Code/corrupt`` when a value is invalid.
  package init(
    _ rows: borrowing some RowReading & ~Copyable, _ fields: [Field<StatusCategory>], _ parts: Parts
  ) throws(RegistryError) {
    let key = try rows.text(0)
    guard Self.isKey(key) else {
      throw RegistryError(.corrupt, "The file holds '\(key)' where the key of a category belongs.")
    }
    self.init(key: key, position: 0, ranges: parts.ranges(of: key), names: parts.names(of: key))
    try read(fields, from: rows, at: 1, of: "the category \(key)")
  }
}
