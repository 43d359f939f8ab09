import RegistryTestSupport
import Testing

@testable import RegistryCatalog

struct NumberIndexTests {
  @Test(arguments: [0, 1, 2, 15, 16, 17, 31, 32, 33, 1_000])
  func `each number has its row, and no other number has one`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let numbers = Set((0..<count).map { _ in Int32.random(in: 1...3_000, using: &random) }).sorted()
    let index = NumberIndex(numbers)
    let rows = Dictionary(uniqueKeysWithValues: numbers.enumerated().map { (Int($0.element), $0.offset) })
    for code in -1...3_001 { #expect(index.row(of: code) == rows[code]) }
    for code in [Int.min, .max, Int(Int32.max), Int(Int32.min), 999_999_999] { #expect(index.row(of: code) == nil) }
  }

  @Test func `numbers far from each other have their rows`() {
    var random = SeededGenerator(seed: 1)
    let numbers = Set((0..<5_000).map { _ in Int32.random(in: 0...Int32.max, using: &random) }).union([0, .max])
      .sorted()
    let index = NumberIndex(numbers)
    for (row, number) in numbers.enumerated() {
      #expect(index.row(of: Int(number)) == row)
      if row > 0, numbers[row - 1] < number - 1 { #expect(index.row(of: Int(number) - 1) == nil) }
    }
  }
}
