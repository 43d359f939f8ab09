import RegistrySQLite

/// The messages of a snapshot, a column a language, each text at the row of its code.
struct MessageColumns {
  let texts: [TextColumn]
  /// How many messages there are.
  let count: Int

  /// Reads the table `message`, which is ordered by language and code; `isRead` is called with each language's column as
  /// soon as it is complete.
  ///
  /// Throws: `corrupt` for a message that belongs to no code or language, or is out of order.
  init(
    _ rows: inout SnapshotRows, _ index: NumberIndex, _ tags: [String], isRead: (String, TextColumn) -> Void
  ) throws(RegistryError) {
    let numbers = index.numbers
    var columns = [TextColumn?](repeating: nil, count: tags.count)
    var count = 0
    var isRow = try rows.next()
    while isRow {
      let tag = try rows.text(0)
      guard let language = tags.firstIndex(of: tag), columns[language] == nil else {
        throw RegistryError(.corrupt, "The file has messages in '\(tag)', which it does not know, or out of order.")
      }
      let word = Array(tag.utf8)
      var texts = try TextColumn.Builder.empty()
      var row = 0
      while isRow, try rows.holds(word, 0) {
        let code = try rows.integer(1)
        // Codes and messages are both by number, so this is a merge.
        while row < numbers.count, numbers[row] < code { row += 1 }
        guard row < numbers.count, numbers[row] == code else {
          throw RegistryError(
            .corrupt, "The file has a message of \(code) in \(tag) that belongs to no code, or twice.")
        }
        try texts.leaveEmpty(upTo: row)
        try rows.append(2, to: &texts)
        row += 1
        count += 1
        isRow = try rows.next()
      }
      let column = try texts.column(places: numbers.count)
      isRead(tag, column)
      columns[language] = column
    }
    let none = try TextColumn.Builder.empty().column(places: numbers.count)
    texts = columns.map { $0 ?? none }
    self.count = count
  }
}
