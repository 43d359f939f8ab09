/// Rows that are read strictly, one after another, with the registry's own errors, whether a query gives them or the
/// pages of a file; columns count from 0.
protocol RowReading: ~Copyable {
  /// True with a row, false at the end.
  mutating func next() throws(RegistryError) -> Bool
  func isNull(_ column: Int) -> Bool
  func text(_ column: Int) throws(RegistryError) -> String
  func optionalInteger(_ column: Int) throws(RegistryError) -> Int?
}

extension RowReading where Self: ~Copyable {
  func integer(_ column: Int) throws(RegistryError) -> Int {
    guard let number = try optionalInteger(column) else {
      throw RegistryError(.corrupt, "The file holds NULL where a number belongs.")
    }
    return number
  }

  /// A truth value; anything but 0 and 1 would be another value to another reader.
  func flag(_ column: Int) throws(RegistryError) -> Bool {
    try flag(of: try integer(column))
  }

  func optionalFlag(_ column: Int) throws(RegistryError) -> Bool? {
    guard let number = try optionalInteger(column) else { return nil }
    return try flag(of: number)
  }

  private func flag(of number: Int) throws(RegistryError) -> Bool {
    guard number == 0 || number == 1 else {
      throw RegistryError(.corrupt, "The file holds \(number) where 0 or 1 belongs.")
    }
    return number == 1
  }

  func optionalText(_ column: Int) throws(RegistryError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// A language tag in its canonical form.
  func tag(_ column: Int) throws(RegistryError) -> LanguageTag {
    let text = try text(column)
    guard let tag = LanguageTag(text), tag.description == text else {
      throw RegistryError(.corrupt, "The file holds '\(text)' where a language tag belongs.")
    }
    return tag
  }

  func optionalTag(_ column: Int) throws(RegistryError) -> LanguageTag? {
    isNull(column) ? nil : try tag(column)
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable<String>>(_ column: Int, as type: Word.Type) throws(RegistryError) -> Word {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      throw RegistryError(.corrupt, "The file holds '\(text)', which is no \(type).")
    }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ column: Int, as type: Word.Type) throws(RegistryError) -> Word? {
    isNull(column) ? nil : try word(column, as: type)
  }
}
