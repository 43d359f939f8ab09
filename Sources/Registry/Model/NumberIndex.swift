/// The numbers of all codes, ascending; a row is a number's place.
///
/// A number is found in one step, however many there are: numbers come in runs, so each run of 64 is one slot of a hash
/// table, and a bit says of each number whether there is such a code. Callers ask in no order: a search would miss the
/// processor's guesses and its cache at every turn.
struct NumberIndex: Sendable {
  let numbers: [Int32]
  private let slots: [Slot]
  /// A power of two less one.
  private let mask: Int

  /// 64 numbers beside each other.
  private struct Slot {
    /// The numbers divided by 64.
    var run: Int32
    /// The row of the first of them.
    var first: Int32
    /// Bit n stands for the number n of the run; none where the slot is empty.
    var codes: UInt64
  }

  init(_ numbers: [Int32]) {
    // A copy is exactly as large as it needs to be.
    self.numbers = Array(numbers[...])
    var runs: [Slot] = []
    for (row, number) in numbers.enumerated() {
      if runs.last?.run != number >> 6 { runs.append(Slot(run: number >> 6, first: Int32(row), codes: 0)) }
      runs[runs.count - 1].codes |= 1 << UInt64(number & 63)
    }
    // At least half stay empty, so that a search ends after a slot or two.
    var capacity = 2
    while capacity < 2 * runs.count { capacity *= 2 }
    mask = capacity - 1
    var slots = [Slot](repeating: Slot(run: 0, first: 0, codes: 0), count: capacity)
    for run in runs {
      var place = Self.hash(run.run) & mask
      while slots[place].codes != 0 { place = (place + 1) & mask }
      slots[place] = run
    }
    self.slots = slots
  }

  var count: Int { numbers.count }

  /// The row of a number; nil where there is none.
  func row(of code: Int) -> Int? {
    guard let number = Int32(exactly: code) else { return nil }
    let run = number >> 6
    var place = Self.hash(run) & mask
    while slots[place].run != run || slots[place].codes == 0 {
      if slots[place].codes == 0 { return nil }
      place = (place &+ 1) & mask
    }
    let slot = slots[place]
    let bit: UInt64 = 1 << UInt64(number & 63)
    guard slot.codes & bit != 0 else { return nil }
    return Int(slot.first) &+ (slot.codes & (bit &- 1)).nonzeroBitCount
  }

  /// Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4): runs beside each other get slots apart.
  private static func hash(_ run: Int32) -> Int {
    Int((UInt64(bitPattern: Int64(run)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
