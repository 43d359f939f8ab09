extension StatusCode {
  /// Reads a code from a row with the number in the first column, followed by `fields`.
  ///
  /// - Throws: ``RegistryError/Code/corrupt`` when a value is invalid.
  package init(
    _ rows: borrowing some RowReading & ~Copyable, _ fields: [Field<StatusCode>]
  ) throws(RegistryError) {
    let number = try rows.integer(0)
    guard Self.numbers.contains(number) else { throw .outOfRange(number) }
    self = .blank(number)
    try read(fields, from: rows, at: 1, of: "the code \(number)")
  }
}

extension RegistryError {
  /// Returns the error for a stored code whose number no code can have.
  static func outOfRange(_ number: Int) -> RegistryError {
    RegistryError(.corrupt, "The file holds the code \(number), which is outside 0 to 999999999.")
  }
}
