import RegistrySQLite

/// The rows of one query, read strictly and with the registry's own errors; columns count from 0.
struct Rows: ~Copyable {
  private let statement: Statement

  fileprivate init(_ statement: Statement) { self.statement = statement }

  /// True with a row, false at the end.
  func next() throws(RegistryError) -> Bool {
    do { return try statement.step() } catch { throw RegistryError(error) }
  }

  func integer(_ column: Int) throws(RegistryError) -> Int {
    do { return try statement.integer(column) } catch { throw RegistryError(error) }
  }

  func text(_ column: Int) throws(RegistryError) -> String {
    do { return try statement.text(column) } catch { throw RegistryError(error) }
  }

  func value(_ column: Int) throws(RegistryError) -> SQLiteValue {
    do { return try statement.value(column) } catch { throw RegistryError(error) }
  }

  func optionalInteger(_ column: Int) throws(RegistryError) -> Int? {
    do { return try statement.optionalInteger(column) } catch { throw RegistryError(error) }
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
    statement.isNull(column) ? nil : try text(column)
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
    statement.isNull(column) ? nil : try tag(column)
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
    statement.isNull(column) ? nil : try word(column, as: type)
  }
}

extension Connection {
  func rows(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Rows {
    do {
      let statement = try statement(sql)
      try statement.bind(values)
      return Rows(statement)
    } catch { throw RegistryError(error) }
  }

  /// The single integer that the query gives.
  func integer(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    let rows = try rows(sql, values)
    guard try rows.next() else { throw RegistryError(.corrupt, "The file lacks a row that it must have.") }
    return try rows.integer(0)
  }

  /// The first column of every row as text.
  func texts(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> [String] {
    let rows = try rows(sql, values)
    var texts: [String] = []
    while try rows.next() { texts.append(try rows.text(0)) }
    return texts
  }

  /// Runs one statement and gives the number of rows that it changed.
  @discardableResult
  func change(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    do {
      try run(sql, values)
      return changes
    } catch { throw RegistryError(error) }
  }

  /// Runs a script of several statements.
  func script(_ sql: String) throws(RegistryError) {
    do { try execute(sql) } catch { throw RegistryError(error) }
  }
}
