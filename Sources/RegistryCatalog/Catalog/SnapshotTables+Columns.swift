import RegistryBytes

/// The tables that a catalog keeps in columns.
extension SnapshotTables {
  /// The codes in ascending order, each in one of `categories`.
  func codes(in categories: [StatusCategory]) throws(RegistryError) -> CodeColumns {
    var rows = try rows("status_code", columnCount: StatusCode.releasedColumns.count + 1)
    return try CodeColumns(&rows, categories: categories.map(\.key))
  }

  /// The messages of `codes` in `languages`.
  ///
  /// - Parameters:
  ///   - codes: The codes.
  ///   - languages: The languages.
  ///   - isRead: Called with the tag and column of each language as soon as the column is complete, in the order of the
  ///     tags.
  func messages(
    of codes: CodeColumns, in languages: [Language], isRead: (String, TextColumn) -> Void = { _, _ in }
  ) throws(RegistryError) -> MessageColumns {
    var rows = try rows("message", columnCount: 3)
    return try MessageColumns(&rows, codes.index, languages.map(\.tag.description), isRead: isRead)
  }
}
