extension StatusCode {
  /// Reads a code from a row with the number in the first column, followed by `fields`.
  ///
  /// - Throws: ``RegistryError/Code/corrupt`` when a value is invalid.
  package init(
    _ rows: borrowing some RowReading & ~Copyable, _ fields: [Field<StatusCode>]
  ) throws(RegistryError) {
    let number = try rows.integer(0)
    self = .blank(number)
    try read(fields, from: rows, at: 1, of: "the code \(number)")
  }
}
