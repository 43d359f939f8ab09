/// The meaning of a field, which decides how its value is displayed.
package enum FieldRole: Sendable {
  /// An identifier or an enumeration value.
  case word
  /// Text written by people.
  case prose
  /// A number.
  case number
  /// A truth value, stored as 0 or 1.
  case flag
  /// A value that the registry maintains itself, to find stale translations.
  case bookkeeping
}

/// One field of a row: its name, its meaning, and how to read and write it.
///
/// Each kind of row lists its fields once. History, restoring, auditing, diffs, release formats, SQL and output all
/// derive from this list.
package struct Field<Row>: Sendable {
  /// The name of the column, of the field in the history, and of the key in JSON.
  package let name: String
  /// The meaning of the field.
  package let role: FieldRole
  /// Whether the field is a column of the row's own table.
  package let isColumn: Bool
  /// Whether the field is part of a release: its tables, its digest and its diffs.
  package let isReleased: Bool
  /// Returns the value of the field in a row; nil when it has none.
  package let value: @Sendable (Row) -> FieldValue?
  /// Stores a value in a row. Returns false and leaves the row unchanged when the field cannot hold the value.
  package let set: @Sendable (inout Row, FieldValue?) -> Bool

  /// Creates a field from its parts.
  package init(
    _ name: String, _ role: FieldRole, isColumn: Bool = true, isReleased: Bool = true,
    value: @escaping @Sendable (Row) -> FieldValue?, set: @escaping @Sendable (inout Row, FieldValue?) -> Bool
  ) {
    self.name = name
    self.role = role
    self.isColumn = isColumn
    self.isReleased = isReleased
    self.value = value
    self.set = set
  }
}

extension Field {
  /// The same field, which is not part of a release: of its tables, of its digest, and of the difference between two
  /// releases. A snapshot never has a value for the field, so it must be optional.
  package var unreleased: Field {
    Field(name, role, isColumn: isColumn, isReleased: false, value: value, set: set)
  }

  /// A key path from the row to a property.
  package typealias Path<Value> = WritableKeyPath<Row, Value> & Sendable

  /// Creates a field for a text.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - role: The meaning of the field.
  ///   - path: The property.
  ///   - isValid: Returns whether the field can hold a text.
  package static func text(
    _ name: String, _ role: FieldRole, _ path: Path<String>,
    if isValid: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> Field {
    Field(name, role, value: { .text($0[keyPath: path]) }) { row, value in
      guard let text = value?.text, isValid(text) else { return false }
      row[keyPath: path] = text
      return true
    }
  }

  /// Creates a field for an optional text.
  package static func text(_ name: String, _ role: FieldRole, _ path: Path<String?>) -> Field {
    Field(name, role, value: { FieldValue($0[keyPath: path]) }) { row, value in
      guard value == nil || value?.text != nil else { return false }
      row[keyPath: path] = value?.text
      return true
    }
  }

  /// Creates a field for an enumeration, which is stored as its raw value.
  package static func word<Word: RawRepresentable<String> & SendableMetatype>(_ name: String, _ path: Path<Word>)
    -> Field
  {
    Field(name, .word, value: { .text($0[keyPath: path].rawValue) }) { row, value in
      guard let word = value?.text.flatMap({ Word(rawValue: $0) }) else { return false }
      row[keyPath: path] = word
      return true
    }
  }

  /// Creates a field for an optional language tag, which is stored in canonical form.
  package static func tag(_ name: String, _ path: Path<LanguageTag?>) -> Field {
    Field(name, .word, value: { FieldValue($0[keyPath: path]?.description) }) { row, value in
      let tag = value?.text.flatMap { LanguageTag($0) }
      guard tag?.description == value?.description else { return false }
      row[keyPath: path] = tag
      return true
    }
  }

  /// Creates a field for a list of words, which is stored as one text; see ``WordList``. An empty list has no value.
  package static func list(_ name: String, _ path: Path<[String]>) -> Field {
    Field(name, .prose, value: { FieldValue(WordList.text(of: $0[keyPath: path])) }) { row, value in
      guard let value else {
        row[keyPath: path] = []
        return true
      }
      guard let words = value.text.flatMap(WordList.words) else { return false }
      row[keyPath: path] = words
      return true
    }
  }

  /// Creates a field for a number.
  package static func number(_ name: String, _ path: Path<Int>, role: FieldRole = .number) -> Field {
    Field(name, role, value: { .integer($0[keyPath: path]) }) { row, value in
      guard let number = value?.integer else { return false }
      row[keyPath: path] = number
      return true
    }
  }

  /// Creates a field for an optional number in a range.
  package static func number(
    _ name: String, _ path: Path<Int?>, role: FieldRole = .number, in range: ClosedRange<Int> = .min ... .max
  ) -> Field {
    Field(name, role, value: { FieldValue($0[keyPath: path]) }) { row, value in
      guard value == nil || value?.integer.map(range.contains) == true else { return false }
      row[keyPath: path] = value?.integer
      return true
    }
  }

  /// Creates a field for a truth value.
  package static func flag(_ name: String, _ path: Path<Bool>) -> Field {
    Field(name, .flag, value: { .integer($0[keyPath: path] ? 1 : 0) }) { row, value in
      guard let number = value?.integer, number == 0 || number == 1 else { return false }
      row[keyPath: path] = number == 1
      return true
    }
  }

  /// Creates a field for an optional truth value.
  package static func flag(_ name: String, _ path: Path<Bool?>) -> Field {
    Field(name, .flag, value: { FieldValue($0[keyPath: path].map { $0 ? 1 : 0 }) }) { row, value in
      guard value == nil || value == .integer(0) || value == .integer(1) else { return false }
      row[keyPath: path] = value.map { $0 == .integer(1) }
      return true
    }
  }
}
