/// The isolates of a paragraph: which character closes which (rule BD9).
struct BidiIsolates {
  /// The index of the character that closes an isolate, by the index of the one that opens it; the number of characters
  /// when none does.
  private(set) var closing: [Int: Int] = [:]
  /// The indices of the characters that close an isolate.
  private(set) var closes: Set<Int> = []
  private let end: Int

  init(_ classes: [BidiClass]) {
    end = classes.count
    var open: [Int] = []
    for (index, bidiClass) in classes.enumerated() {
      if bidiClass.opensIsolate {
        open.append(index)
        closing[index] = end
      } else if bidiClass == .popDirectionalIsolate, let opening = open.popLast() {
        closing[opening] = index
        closes.insert(index)
      }
    }
  }

  /// Returns whether an isolate is closed.
  func isClosed(_ opening: Int) -> Bool { closing[opening] ?? end < end }

  /// Returns the level of the first strong character that is in no isolate inside a part of the text; 0 when there is
  /// none (rules P2 and P3).
  func firstStrongLevel(_ classes: [BidiClass], _ part: Range<Int>) -> UInt8 {
    var index = part.lowerBound
    while index < part.upperBound {
      if classes[index].isStrong { return classes[index] == .leftToRight ? 0 : 1 }
      index = (closing[index] ?? index) + 1
    }
    return 0
  }
}
