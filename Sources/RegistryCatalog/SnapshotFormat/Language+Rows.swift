extension Language {
  /// Reads a language from a row with the tag in the first column, followed by `fields`.
  ///
  /// - Throws: ``RegistryError/Code/corrupt`` when a value is invalid.
  package init(
    _ rows: borrowing some RowReading & ~Copyable, _ fields: [Field<Language>]
  ) throws(RegistryError) {
    let tag = try rows.tag(0)
    self = .blank(tag)
    try read(fields, from: rows, at: 1, of: "the language \(tag)")
  }
}
