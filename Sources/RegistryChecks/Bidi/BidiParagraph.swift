/// A line of text as it is displayed: the Unicode Bidirectional Algorithm (UAX #9, revision 46) up to rule L2.
///
/// The text is one paragraph on one line. The time grows in proportion to the length of the text.
struct BidiParagraph {
  /// The level of a character that rule X9 removes.
  static let removed = UInt8.max
  /// The largest level (BD2).
  static let maximumDepth: UInt8 = 125

  /// The characters.
  let scalars: [Unicode.Scalar]
  /// The level of the paragraph: 0 when it is displayed left to right, and 1 when right to left.
  let level: UInt8
  /// The level of each character, or ``removed``.
  private(set) var levels: [UInt8]

  /// Lays out a text.
  ///
  /// - Parameters:
  ///   - scalars: The characters of the text.
  ///   - level: The level of the paragraph; nil takes that of the first strong character (rules P2 and P3).
  init(_ scalars: [Unicode.Scalar], level: UInt8? = nil) {
    self.scalars = scalars
    let table = BidiProperties.classes
    let original = scalars.map { BidiClass(rawValue: table[$0]) ?? .leftToRight }
    let isolates = BidiIsolates(original)
    self.level = level ?? isolates.firstStrongLevel(original, 0..<original.count)
    var explicit = ExplicitLevels(original, isolates: isolates, level: self.level)
    for sequence in IsolatingRunSequence.all(explicit, isolates: isolates, level: self.level) {
      var resolving = sequence
      resolving.resolve(scalars)
      for (place, index) in resolving.indices.enumerated() {
        explicit.levels[index] = resolving.level(at: place)
      }
    }
    levels = explicit.levels
    resetWhitespace(original)
  }

  /// Rule L1: separators, and the whitespace before them and at the end of the line, have the level of the paragraph.
  private mutating func resetWhitespace(_ original: [BidiClass]) {
    var isReset = true
    for index in original.indices.reversed() {
      switch original[index] {
      case .paragraphSeparator, .segmentSeparator: isReset = true
      case .whitespace, .leftToRightIsolate, .rightToLeftIsolate, .firstStrongIsolate, .popDirectionalIsolate: break
      case let other where other.isRemoved: continue
      default: isReset = false
      }
      if isReset { levels[index] = level }
    }
  }

  /// The indices of the characters in the order of display, from left to right (rule L2). Characters that rule X9
  /// removes are left out.
  var visualOrder: [Int] {
    var order = levels.indices.filter { levels[$0] != Self.removed }
    let present = order.map { levels[$0] }
    guard let highest = present.max(), let lowest = present.lazy.filter({ $0 & 1 == 1 }).min() else { return order }
    for level in stride(from: highest, through: lowest, by: -1) {
      var start = 0
      while start < order.count {
        // The levels are those of the places, which the reversals of higher levels do not move.
        guard present[start] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < order.count, present[end] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }
}
