import RegistrySQLite

/// The scan of a snapshot's table with the registry's own errors; columns count from 0.
extension TableScan {
  /// A scan of the table of this name, which the snapshot behind `connection` has.
  static func of(
    _ table: String, columns: Int, _ image: DatabaseImage, _ connection: Connection
  ) throws(RegistryError) -> TableScan {
    let page = try connection.integer("SELECT rootpage FROM sqlite_schema WHERE name = ?", [.text(table)])
    do { return try TableScan(image, rootPage: page, columnCount: columns) } catch { throw RegistryError(error) }
  }

  mutating func advance() throws(RegistryError) -> Bool {
    do { return try next() } catch { throw RegistryError(error) }
  }

  /// The integer of a column; nil for NULL.
  func number(_ column: Int, in range: ClosedRange<Int> = .min ... .max) throws(RegistryError) -> Int? {
    let number: Int?
    do { number = try integer(column) } catch { throw RegistryError(error) }
    guard let number else { return nil }
    guard range.contains(number) else {
      throw RegistryError(.corrupt, "The file holds \(number), which is outside \(range).")
    }
    return number
  }

  func word(_ column: Int) throws(RegistryError) -> String {
    do { return try text(column) } catch { throw RegistryError(error) }
  }

  func holds(_ word: [UInt8], in column: Int) throws(RegistryError) -> Bool {
    do { return try holds(word, column) } catch { throw RegistryError(error) }
  }

  /// Puts the text of a column into the next place.
  func append(_ column: Int, to texts: inout TextColumn.Builder) throws(RegistryError) {
    do { try texts.append(self, column) } catch { throw RegistryError(error) }
  }
}

extension TextColumn.Builder {
  static func of(_ places: Int) throws(RegistryError) -> TextColumn.Builder {
    do { return try TextColumn.Builder(places: places) } catch { throw RegistryError(.failed, "Out of memory.") }
  }
}
