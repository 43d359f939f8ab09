/// A value in a field of a row. NULL is represented by nil.
///
/// Texts are compared by bytes, as SQLite and the content digest do: texts that differ only in Unicode normalization
/// are different values.
@nonexhaustive
public enum FieldValue: Sendable {
  /// A number. Truth values are 0 and 1.
  case integer(Int)
  /// A text, exactly as it was written.
  case text(String)
}

extension FieldValue: Hashable {
  /// Returns whether two values are equal, comparing texts by bytes.
  public static func == (left: FieldValue, right: FieldValue) -> Bool {
    switch (left, right) {
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.hasSameBytes(as: right)
    default: false
    }
  }

  /// Hashes the bytes of the value.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .integer(let number): hasher.combine(number)
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    }
  }
}

extension FieldValue: CustomStringConvertible {
  /// The number in decimal digits, or the text.
  public var description: String {
    switch self {
    case .integer(let number): "\(number)"
    case .text(let text): text
    }
  }

  /// The number; nil for a text.
  package var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The text; nil for a number.
  package var text: String? { if case .text(let text) = self { text } else { nil } }

  /// Creates a value from a number; nil for nil.
  package init?(_ number: Int?) {
    guard let number else { return nil }
    self = .integer(number)
  }

  /// Creates a value from a text; nil for nil.
  package init?(_ text: String?) {
    guard let text else { return nil }
    self = .text(text)
  }
}

extension StringProtocol {
  /// Returns whether two texts have the same UTF-8 bytes. The operator `==` compares by canonical equivalence instead.
  package func hasSameBytes(as other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}
