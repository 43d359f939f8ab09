/// The values of a row's fields by name. A missing field is NULL.
package typealias FieldValues = [String: FieldValue]

/// A kind of row that lists its fields.
package protocol FieldListed: Sendable {
  /// The fields other than the key, in the order of the columns.
  static var fields: [Field<Self>] { get }
}

extension FieldListed {
  /// Returns the meaning of the field with a name; nil when there is no such field.
  package static func role(ofField name: String) -> FieldRole? { fields.first { $0.name == name }?.role }

  /// The values in the order of the fields.
  package var fieldValues: [FieldValue?] { Self.fields.map { $0.value(self) } }

  /// The values by field name.
  package var values: FieldValues {
    var values: FieldValues = [:]
    for field in Self.fields { values[field.name] = field.value(self) }
    return values
  }

  /// Returns whether all fields are equal, comparing texts by bytes.
  package func hasSameFields(as other: Self) -> Bool { fieldValues == other.fieldValues }

  /// Sets all fields except the key; a field without a value becomes NULL.
  ///
  /// - Returns: The name of the first field that cannot hold its value; nil when all fields were set.
  package mutating func set(_ values: FieldValues) -> String? {
    Self.fields.first { !$0.set(&self, values[$0.name]) }?.name
  }

  /// The row without the values of fields that are not part of a release.
  package var released: Self {
    var row = self
    for field in Self.fields where !field.isReleased { _ = field.set(&row, nil) }
    return row
  }

  /// The names of the fields that are part of a release, in order.
  package static var releasedFieldNames: [String] { fields.filter(\.isReleased).map(\.name) }

  /// The values of the fields that are part of a release, in order.
  package var releasedValues: [FieldValue?] { Self.fields.filter(\.isReleased).map { $0.value(self) } }
}
