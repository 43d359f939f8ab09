/// The characters of one level that follow each other when the isolates among them are left out (rules X10 and W1 to
/// I2).
struct IsolatingRunSequence {
  /// The indices of the characters in the paragraph, in order.
  let indices: [Int]
  private let level: UInt8
  /// The directions before the first character and after the last one.
  private let (start, end): (BidiClass, BidiClass)
  /// The class of each character, which the rules change step by step.
  private var classes: [BidiClass]

  /// Returns the sequences of a paragraph.
  static func all(_ explicit: ExplicitLevels, isolates: BidiIsolates, level: UInt8) -> [IsolatingRunSequence] {
    let present = explicit.levels.indices.filter { explicit.levels[$0] != BidiParagraph.removed }
    var runs: [Range<Int>] = []
    for place in present.indices {
      if let last = runs.last, explicit.levels[present[last.lowerBound]] == explicit.levels[present[place]] {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    // The run that begins where an isolate is closed.
    let byStart = Dictionary(uniqueKeysWithValues: runs.enumerated().map { (present[$1.lowerBound], $0) })
    return runs.compactMap { first in
      if isolates.closes.contains(present[first.lowerBound]) { return nil }
      var (indices, run) = ([Int](), first)
      while true {
        indices += present[run]
        guard let closing = isolates.closing[present[run.upperBound - 1]], let next = byStart[closing] else { break }
        run = runs[next]
      }
      let before = first.lowerBound == 0 ? level : explicit.levels[present[first.lowerBound - 1]]
      let isOpen = isolates.closing[present[run.upperBound - 1]] != nil
      let after = isOpen || run.upperBound == present.count ? level : explicit.levels[present[run.upperBound]]
      return IsolatingRunSequence(explicit, indices, before: before, after: after)
    }
  }

  private init(_ explicit: ExplicitLevels, _ indices: [Int], before: UInt8, after: UInt8) {
    self.indices = indices
    level = explicit.levels[indices[0]]
    classes = indices.map { explicit.classes[$0] }
    start = max(level, before) & 1 == 1 ? .rightToLeft : .leftToRight
    end = max(level, after) & 1 == 1 ? .rightToLeft : .leftToRight
  }

  /// Returns the level of a character, after ``resolve(_:)`` (rules I1 and I2).
  func level(at place: Int) -> UInt8 {
    switch classes[place] {
    case .rightToLeft: level | 1
    case .leftToRight: level + (level & 1)
    default: level & 1 == 1 ? level + 1 : level + 2
    }
  }

  /// Gives each character a direction.
  mutating func resolve(_ scalars: [Unicode.Scalar]) {
    let original = classes
    resolveMarks()
    resolveNumbers()
    resolveBrackets(scalars, original)
    resolveNeutrals()
  }

  /// Rule W1.
  private mutating func resolveMarks() {
    var previous = start
    for place in classes.indices {
      if classes[place] == .nonspacingMark {
        let isIsolate = previous.opensIsolate || previous == .popDirectionalIsolate
        classes[place] = isIsolate ? .otherNeutral : previous
      }
      previous = classes[place]
    }
  }

  /// Rules W2 to W7.
  private mutating func resolveNumbers() {
    var strong = start
    for place in classes.indices {
      if classes[place].isStrong { strong = classes[place] }
      if classes[place] == .europeanNumber && strong == .arabicLetter { classes[place] = .arabicNumber }
    }
    for place in classes.indices where classes[place] == .arabicLetter { classes[place] = .rightToLeft }
    for place in classes.indices.dropFirst().dropLast() {
      let (before, after) = (classes[place - 1], classes[place + 1])
      guard before == after else { continue }
      if before == .europeanNumber && (classes[place] == .europeanSeparator || classes[place] == .commonSeparator) {
        classes[place] = .europeanNumber
      } else if before == .arabicNumber && classes[place] == .commonSeparator {
        classes[place] = .arabicNumber
      }
    }
    var place = 0
    while place < classes.count {
      guard classes[place] == .europeanTerminator else {
        place += 1
        continue
      }
      let first = place
      while place < classes.count, classes[place] == .europeanTerminator { place += 1 }
      let isOfNumber =
        first > 0 && classes[first - 1] == .europeanNumber || place < classes.count && classes[place] == .europeanNumber
      for index in first..<place { classes[index] = isOfNumber ? .europeanNumber : .otherNeutral }
    }
    strong = start
    for place in classes.indices {
      switch classes[place] {
      case .leftToRight, .rightToLeft: strong = classes[place]
      case .europeanSeparator, .commonSeparator: classes[place] = .otherNeutral
      case .europeanNumber where strong == .leftToRight: classes[place] = .leftToRight
      default: break
      }
    }
  }

  /// Rules N1 and N2.
  private mutating func resolveNeutrals() {
    let embedding: BidiClass = level & 1 == 1 ? .rightToLeft : .leftToRight
    var (before, place) = (start, 0)
    while place < classes.count {
      guard classes[place].isNeutral else {
        before = classes[place].direction
        place += 1
        continue
      }
      let first = place
      while place < classes.count, classes[place].isNeutral { place += 1 }
      let after = place < classes.count ? classes[place].direction : end
      for index in first..<place { classes[index] = before == after ? before : embedding }
    }
  }

  /// Rule N0: a pair of brackets has the direction of what is inside, or of what is before it.
  private mutating func resolveBrackets(_ scalars: [Unicode.Scalar], _ original: [BidiClass]) {
    let pairs = bracketPairs(scalars)
    if pairs.isEmpty { return }
    let embedding: BidiClass = level & 1 == 1 ? .rightToLeft : .leftToRight
    // How many characters before each place have the direction of the level, and how many the other one. No bracket
    // inside a pair has a direction yet when the pair is resolved, because pairs are resolved in the order of opening.
    var counts = [(own: Int, other: Int)](repeating: (0, 0), count: classes.count + 1)
    for place in classes.indices {
      counts[place + 1] = counts[place]
      if classes[place].isNeutral { continue }
      if classes[place].direction == embedding { counts[place + 1].own += 1 } else { counts[place + 1].other += 1 }
    }
    var (context, seen) = (start, 0)
    for pair in pairs {
      while seen < pair.opening {
        if !classes[seen].isNeutral { context = classes[seen].direction }
        seen += 1
      }
      if counts[pair.closing].own > counts[pair.opening].own {
        set(pair, to: embedding, original)
      } else if counts[pair.closing].other > counts[pair.opening].other {
        set(pair, to: context, original)
      }
    }
  }

  private mutating func set(
    _ pair: (opening: Int, closing: Int), to direction: BidiClass, _ original: [BidiClass]
  ) {
    for bracket in [pair.opening, pair.closing] {
      classes[bracket] = direction
      var mark = bracket + 1
      while mark < classes.count, original[mark] == .nonspacingMark {
        classes[mark] = direction
        mark += 1
      }
    }
  }

  /// Returns the pairs of brackets in the order of the opening ones (rule BD16).
  private func bracketPairs(_ scalars: [Unicode.Scalar]) -> [(opening: Int, closing: Int)] {
    var (pairs, open): ([(opening: Int, closing: Int)], [(pair: UInt32, place: Int)]) = ([], [])
    let brackets = BidiProperties.brackets
    for place in classes.indices where classes[place] == .otherNeutral {
      guard let bracket = brackets[scalars[indices[place]]] else { continue }
      if bracket.isOpening {
        if open.count == 63 { break }
        open.append((bracket.pair, place))
      } else if let match = open.lastIndex(where: { $0.pair == bracket.pair }) {
        pairs.append((open[match].place, place))
        open.removeSubrange(match...)
      }
    }
    return pairs.sorted { $0.opening < $1.opening }
  }
}

extension BidiClass {
  /// The direction of a character that is not neutral; numbers count as right to left (rules N0 and N1).
  fileprivate var direction: BidiClass { self == .leftToRight ? .leftToRight : .rightToLeft }
}
