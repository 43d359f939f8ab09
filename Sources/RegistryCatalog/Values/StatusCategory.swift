/// A group of related codes, which owns ranges of numbers.
///
/// ```swift
/// let category = StatusCategory(key: "payment", position: 3, ranges: [1400...1499], names: [.english: "Payment"])
/// ```
public struct StatusCategory: Sendable {
  /// The key, such as `payment`: at most 32 lower-case ASCII letters, digits and `-`, starting with a letter. It never
  /// changes.
  public let key: String
  /// The position in lists; lower positions come first.
  public var position: Int
  /// The ranges of numbers in ascending order. No two ranges overlap, even those of different categories.
  public var ranges: [ClosedRange<Int>]
  /// The names by language.
  public var names: [LanguageTag: String]

  /// Creates a category from its parts.
  public init(key: String, position: Int, ranges: [ClosedRange<Int>], names: [LanguageTag: String]) {
    self.key = key
    self.position = position
    self.ranges = ranges
    self.names = names
  }

  /// Returns whether a text is a valid key.
  package static func isKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 32 else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// Returns the text form of ranges in the history, such as `200-200 1000-1099`.
  package static func text(of ranges: [ClosedRange<Int>]) -> String {
    ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }

  /// Returns a range of numbers; nil when it is empty or contains a number that no code can have.
  package static func range(_ first: Int, _ last: Int) -> ClosedRange<Int>? {
    guard first <= last, StatusCode.numbers.contains(first), StatusCode.numbers.contains(last) else { return nil }
    return first...last
  }

  /// Parses the text form of ranges; returns nil when it is invalid.
  package static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: " ") {
      let numbers = part.split(separator: "-").map { Int($0) }
      guard numbers.count == 2, let first = numbers[0], let last = numbers[1], let range = range(first, last)
      else { return nil }
      ranges.append(range)
    }
    return ranges
  }
}

extension StatusCategory: FieldListed {
  /// The position and the ranges. The names are rows of their own; see ``CategoryName``.
  package static let fields: [Field<StatusCategory>] = [
    .number("position", \.position),
    Field("ranges", .word, isColumn: false) { category in
      category.ranges.isEmpty ? nil : .text(text(of: category.ranges))
    } set: { category, value in
      guard let ranges = ranges(value?.text ?? "") else { return false }
      category.ranges = ranges
      return true
    },
  ]
}

extension StatusCategory: Hashable {
  /// Returns whether two categories are equal, including their names, comparing texts by bytes.
  public static func == (left: StatusCategory, right: StatusCategory) -> Bool {
    left.key.hasSameBytes(as: right.key) && left.hasSameFields(as: right) && left.names.count == right.names.count
      && left.names.allSatisfy { right.names[$0.key]?.hasSameBytes(as: $0.value) == true }
  }

  /// Hashes the key.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// The name of a category in one language, which is a row of its own.
package struct CategoryName: FieldListed {
  /// The name.
  package var name: String

  /// Creates a name from its text.
  package init(_ name: String) { self.name = name }

  /// The field of a name. Its key consists of the category and the language.
  package static let fields: [Field<CategoryName>] = [.text("name", .prose, \.name)]
}
