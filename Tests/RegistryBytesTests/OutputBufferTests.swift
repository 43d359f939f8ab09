import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

struct OutputBufferTests {
  private func text(_ buffer: inout OutputBuffer) -> String {
    var text = ""
    buffer.empty { text = String(decoding: $0, as: UTF8.self) }
    return text
  }

  @Test(arguments: [
    0, 1, 9, 10, 99, 100, 12_345_678, 99_999_999, 100_000_000, 100_000_001, 999_999_999, 1_000_000_000,
    123_456_789_012_345, 20_000_000_000_000_000, -1, -10, -99_999_999, -100_000_000, .max, .min,
  ])
  func `a number is its decimal digits`(number: Int) {
    var buffer = OutputBuffer(capacity: 0)
    buffer.append(0x69, decimal: number, 0x3B)
    #expect(text(&buffer) == "i\(number);")
  }

  @Test func `it grows with what is put into it, and is empty afterwards`() {
    var buffer = OutputBuffer(capacity: 10)
    let long = Array(String(repeating: "ر", count: 5_000).utf8)
    for round in 0..<3 {
      long.withUnsafeBufferPointer { buffer.append($0) }
      buffer.append(UInt8(ascii: "x"))
      #expect(buffer.count == 10_001)
      #expect(text(&buffer) == String(repeating: "ر", count: 5_000) + "x", "round \(round)")
      #expect(buffer.count == 0)
    }
  }
}
