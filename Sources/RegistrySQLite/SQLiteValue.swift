/// A value of one of SQLite's storage classes.
package enum SQLiteValue: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// Creates an integer; NULL for nil.
  package init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
  /// Creates a text; NULL for nil.
  package init(_ value: String?) { self = value.map { .text($0) } ?? .null }
  /// Creates an integer, 1 for true and 0 for false; NULL for nil.
  package init(_ value: Bool?) { self = value.map { .integer($0 ? 1 : 0) } ?? .null }
}

extension SQLiteValue {
  /// Returns whether two values are equal for SQLite.
  ///
  /// Texts are compared by bytes. Swift's `String` comparison would treat texts that differ only in Unicode
  /// normalization as equal.
  package static func == (left: SQLiteValue, right: SQLiteValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.integer(let left), .integer(let right)): left == right
    case (.real(let left), .real(let right)): left == right
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.blob(let left), .blob(let right)): left == right
    default: false
    }
  }
}

extension SQLiteValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
  /// Creates a text from a string literal.
  package init(stringLiteral value: String) { self = .text(value) }
  /// Creates an integer from an integer literal.
  package init(integerLiteral value: Int64) { self = .integer(value) }
  /// Creates NULL from the literal nil.
  package init(nilLiteral: ()) { self = .null }
}
