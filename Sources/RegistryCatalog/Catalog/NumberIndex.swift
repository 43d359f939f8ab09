/// The numbers of all codes in ascending order. The row of a code is the index of its number.
///
/// A look-up takes one step, however many codes there are. Numbers come in runs, so each aligned run of 64 numbers is
/// one slot of a hash table, with one bit for each number that exists. Callers ask for numbers in no particular order,
/// and a binary search would mispredict a branch and miss the cache at each step.
package struct NumberIndex: Sendable {
  /// The numbers in ascending order.
  package let numbers: [Int32]
  private let slots: [Slot]
  /// The number of slots, which is a power of two, minus one.
  private let mask: Int

  /// A run of 64 consecutive numbers.
  private struct Slot {
    /// The numbers of the run divided by 64.
    var run: Int32
    /// The row of the first code of the run.
    var first: Int32
    /// Bit n is set when the nth number of the run exists. No bit is set in an empty slot.
    var codes: UInt64
  }

  /// Creates an index of numbers that are in ascending order.
  package init(_ numbers: [Int32]) {
    // Copying a slice drops the spare capacity.
    self.numbers = Array(numbers[...])
    var runs: [Slot] = []
    for (row, number) in numbers.enumerated() {
      if runs.last?.run != number >> 6 { runs.append(Slot(run: number >> 6, first: Int32(row), codes: 0)) }
      runs[runs.count - 1].codes |= 1 << UInt64(number & 63)
    }
    // At least half of the slots stay empty, so that a search ends after one or two slots.
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

  /// The number of codes.
  package var count: Int { numbers.count }

  /// Returns the row of a number; nil when there is no such code.
  package func row(of code: Int) -> Int? {
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

  /// Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, section 6.4), which spreads adjacent runs
  /// over the table.
  private static func hash(_ run: Int32) -> Int {
    Int((UInt64(bitPattern: Int64(run)) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
