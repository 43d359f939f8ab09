import RegistryBytes

/// The messages of a snapshot: one column for each language, with each text at the row of its code.
struct MessageColumns {
  /// One column for each language.
  let texts: [TextColumn]
  /// The number of messages.
  let count: Int

  /// Reads the table `message`, whose rows are ordered by language and code.
  ///
  /// - Parameters:
  ///   - rows: The rows of the table.
  ///   - index: The numbers of the codes.
  ///   - tags: The tags of the languages.
  ///   - isRead: Called with the tag and column of each language as soon as the column is complete.
  /// - Throws: ``RegistryError/Code/corrupt`` when a message has no code or language, or the rows are out of order.
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
        throw RegistryError(
          .corrupt, "The file has messages in an unknown language '\(tag)', or messages out of order.")
      }
      let word = Array(tag.utf8)
      var texts = TextColumn.Builder()
      var row = 0
      while isRow, try rows.holds(word, 0) {
        let code = try rows.integer(1)
        // Codes and messages are both in ascending order, so they are merged.
        while row < numbers.count, numbers[row] < code { row += 1 }
        guard row < numbers.count, numbers[row] == code else {
          throw RegistryError(
            .corrupt, "The file has two messages, or a message without a code, for \(code) in \(tag).")
        }
        texts.skip(to: row)
        try rows.append(2, to: &texts)
        row += 1
        count += 1
        isRow = try rows.next()
      }
      let column = texts.finish(places: numbers.count)
      isRead(tag, column)
      columns[language] = column
    }
    self.init(columns, count: count, rowCount: numbers.count)
  }

  /// Creates the columns from the messages of a snapshot.
  ///
  /// - Throws: ``RegistryError/Code/ruleBroken`` when a message has no code or language, or a code has two messages in
  ///   one language.
  init(_ messages: [Snapshot.Message], _ index: NumberIndex, _ tags: [LanguageTag]) throws(RegistryError) {
    var columns = [TextColumn?](repeating: nil, count: tags.count)
    // The messages are ordered by language and code.
    var rest = messages[...]
    while let first = rest.first {
      let run = rest.prefix { $0.language == first.language }
      guard let language = tags.firstIndex(of: first.language) else {
        throw RegistryError(.ruleBroken, "There are messages in \(first.language), which is not a language here.")
      }
      var texts = TextColumn.Builder()
      var last = -1
      for message in run {
        guard let row = index.row(of: message.code), row > last else {
          throw RegistryError(
            .ruleBroken,
            "There are two messages, or a message without a code, for \(message.code) in \(first.language)."
          )
        }
        texts.skip(to: row)
        texts.append(message.text)
        last = row
      }
      columns[language] = texts.finish(places: index.count)
      rest = rest.dropFirst(run.count)
    }
    self.init(columns, count: messages.count, rowCount: index.count)
  }

  private init(_ columns: [TextColumn?], count: Int, rowCount: Int) {
    let none = TextColumn.Builder().finish(places: rowCount)
    texts = columns.map { $0 ?? none }
    self.count = count
  }
}
