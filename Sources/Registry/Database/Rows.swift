import RegistryCatalog
import RegistrySQLite

/// The rows of one query, with the errors of the registry. Columns are counted from 0, and a value of another type is
/// an error.
struct Rows: RowReading, ~Copyable {
  private let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  func next() throws(RegistryError) -> Bool {
    do { return try statement.step() } catch { throw RegistryError(error) }
  }

  func text(_ column: Int) throws(RegistryError) -> String {
    do { return try statement.text(column) } catch { throw RegistryError(error) }
  }

  func optionalInteger(_ column: Int) throws(RegistryError) -> Int? {
    do { return try statement.optionalInteger(column) } catch { throw RegistryError(error) }
  }

  func isNull(_ column: Int) -> Bool { statement.isNull(column) }

  func value(_ column: Int) throws(RegistryError) -> FieldValue? {
    do {
      switch try statement.value(column) {
      case .null: return nil
      case .integer(let number): return .integer(Int(number))
      case .text(let text): return .text(text)
      case .real, .blob: break
      }
    } catch { throw RegistryError(error) }
    throw RegistryError(.corrupt, "The file holds a value that is neither a number nor a text.")
  }
}

extension SQLiteValue {
  init(_ value: FieldValue?) {
    switch value {
    case nil: self = .null
    case .integer(let number): self.init(number)
    case .text(let text): self = .text(text)
    }
  }

  init(_ tag: LanguageTag) { self = .text(tag.description) }
}
