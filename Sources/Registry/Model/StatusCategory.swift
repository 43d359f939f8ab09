/// A family of codes and the number ranges that it owns.
public struct StatusCategory: Sendable, Hashable {
  /// The key: `data`; lower-case ASCII letters, digits and `-`, at most 32. It never changes.
  public let key: String
  /// The place in lists, lowest first.
  public var position: Int
  /// The ranges of numbers, ascending; none overlaps another one of any category.
  public var ranges: [ClosedRange<Int>]
  /// The name in each language that has one.
  public var names: [LanguageTag: String]

  /// A category from its parts.
  public init(key: String, position: Int, ranges: [ClosedRange<Int>], names: [LanguageTag: String]) {
    self.key = key
    self.position = position
    self.ranges = ranges
    self.names = names
  }

  /// Whether `text` can be a key.
  static func isKey(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 32 else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// The ranges as history keeps them: `200-200 1000-1099`.
  static func text(of ranges: [ClosedRange<Int>]) -> String {
    ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }

  /// The ranges from the text form that the history keeps.
  static func ranges(_ text: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in text.split(separator: " ") {
      let numbers = part.split(separator: "-").map { Int($0) }
      guard numbers.count == 2, let first = numbers[0], let last = numbers[1], first <= last else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }
}
