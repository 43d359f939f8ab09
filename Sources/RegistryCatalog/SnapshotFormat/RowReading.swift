/// Rows that are read one after another with strict types, from a query or from the pages of a file. Columns are
/// counted from 0.
package protocol RowReading: ~Copyable {
  /// Moves to the next row. Returns false at the end.
  mutating func next() throws(RegistryError) -> Bool
  /// Returns whether a column holds NULL.
  func isNull(_ column: Int) -> Bool
  /// Returns the text in a column. NULL and every other type are errors.
  func text(_ column: Int) throws(RegistryError) -> String
  /// Returns the integer in a column; nil for NULL. Every other type is an error.
  func optionalInteger(_ column: Int) throws(RegistryError) -> Int?
  /// Returns the integer or text in a column; nil for NULL.
  func value(_ column: Int) throws(RegistryError) -> FieldValue?
}

extension RowReading where Self: ~Copyable {
  /// Returns the integer in a column. NULL is an error.
  package func integer(_ column: Int) throws(RegistryError) -> Int {
    guard let number = try optionalInteger(column) else {
      throw RegistryError(.corrupt, "The file holds NULL where a number belongs.")
    }
    return number
  }

  /// Returns the truth value in a column; nil for NULL. Any integer except 0 and 1 is an error, because readers could
  /// interpret it differently.
  package func optionalFlag(_ column: Int) throws(RegistryError) -> Bool? {
    guard let number = try optionalInteger(column) else { return nil }
    guard number == 0 || number == 1 else {
      throw RegistryError(.corrupt, "The file holds \(number) where 0 or 1 belongs.")
    }
    return number == 1
  }

  /// Returns the truth value in a column. NULL is an error.
  package func flag(_ column: Int) throws(RegistryError) -> Bool {
    guard let flag = try optionalFlag(column) else {
      throw RegistryError(.corrupt, "The file holds NULL where 0 or 1 belongs.")
    }
    return flag
  }

  /// Returns the text in a column; nil for NULL.
  package func optionalText(_ column: Int) throws(RegistryError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// Returns the language tag in a column. A tag that is not in canonical form is an error.
  package func tag(_ column: Int) throws(RegistryError) -> LanguageTag {
    let text = try text(column)
    guard let tag = LanguageTag(text), tag.description == text else {
      throw RegistryError(.corrupt, "The file holds '\(text)' where a language tag belongs.")
    }
    return tag
  }

  /// Returns the language tag in a column; nil for NULL.
  package func optionalTag(_ column: Int) throws(RegistryError) -> LanguageTag? {
    isNull(column) ? nil : try tag(column)
  }

  /// Returns a case of an enumeration from its raw value in a column.
  package func word<Word: RawRepresentable<String>>(_ column: Int, as type: Word.Type) throws(RegistryError) -> Word {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      throw RegistryError(.corrupt, "The file holds '\(text)', which is not a known \(type).")
    }
    return word
  }

  /// Returns a case of an enumeration from its raw value in a column; nil for NULL.
  package func optionalWord<Word: RawRepresentable<String>>(
    _ column: Int, as type: Word.Type
  ) throws(RegistryError) -> Word? {
    isNull(column) ? nil : try word(column, as: type)
  }
}

extension FieldListed {
  /// The fields that are columns of a snapshot's table.
  package static var releasedColumns: [Field<Self>] { fields.filter { $0.isColumn && $0.isReleased } }

  /// Reads fields from consecutive columns of a row.
  ///
  /// - Parameters:
  ///   - fields: The fields, in the order of the columns.
  ///   - rows: The rows, at the row to read.
  ///   - first: The column of the first field.
  ///   - subject: The name of the row for the error message.
  /// - Throws: ``RegistryError/Code/corrupt`` when a field cannot hold its value.
  package mutating func read(
    _ fields: [Field<Self>], from rows: borrowing some RowReading & ~Copyable, at first: Int, of subject: String
  ) throws(RegistryError) {
    for (offset, field) in fields.enumerated() {
      let value = try rows.value(first + offset)
      guard field.set(&self, value) else {
        let shown = value.map { "'\($0)'" } ?? "NULL"
        let rule = field.role == .flag ? "; it is 0 or 1" : ""
        throw RegistryError(.corrupt, "The field \(field.name) of \(subject) has the invalid value \(shown)\(rule).")
      }
    }
  }
}
