/// The numbers of all codes, ascending; a row is a number's place.
struct NumberIndex: Sendable {
  let numbers: [Int32]
  /// Every 16th number: small enough to stay in the processor's cache, while of `numbers` a search then reads one line.
  private let heads: [Int32]
  private static let stride = 16

  init(_ numbers: [Int32]) {
    // Exactly as large as it needs to be.
    self.numbers = Array(numbers[...])
    heads = Swift.stride(from: 0, to: numbers.count, by: Self.stride).map { numbers[$0] }
  }

  var count: Int { numbers.count }

  /// The row of a number; nil where there is none.
  func row(of code: Int) -> Int? {
    guard let code = Int32(exactly: code), !heads.isEmpty else { return nil }
    let first = Self.last(notAbove: code, in: heads, from: 0, count: heads.count) * Self.stride
    let row = Self.last(notAbove: code, in: numbers, from: first, count: min(Self.stride, numbers.count - first))
    return numbers[row] == code ? row : nil
  }

  /// The place of the last number that is not above `code`; the first place where all are. Callers ask in no order, and
  /// a branch that is guessed wrong every second time would cost more than all the rest: so there is none.
  @inline(__always)
  private static func last(notAbove code: Int32, in numbers: [Int32], from first: Int, count: Int) -> Int {
    var (first, count) = (first, count)
    while count > 1 {
      let half = count >> 1
      // All ones where the number is above the code, else zero.
      let isAbove = (Int(code) &- Int(numbers[first &+ half])) >> (Int.bitWidth - 1)
      first &+= half & ~isAbove
      count &-= half
    }
    return first
  }
}
