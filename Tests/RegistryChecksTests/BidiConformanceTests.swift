import Foundation
import RegistryTestSupport
import Testing

@testable import RegistryChecks

/// Compares the layout of lines with Unicode's own test, `BidiCharacterTest.txt`. The fixture is made by
/// scripts/unicode.
@Suite struct BidiConformanceTests {
  private struct Line {
    let scalars: [Unicode.Scalar]
    let paragraph: UInt8?
    let level: UInt8
    let levels: [UInt8]
    let order: [Int]

    init?(_ text: Substring) {
      let fields = text.split(separator: ";", omittingEmptySubsequences: false)
      guard fields.count == 5 else { return nil }
      scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      paragraph = fields[1] == "2" ? nil : UInt8(fields[1])
      level = UInt8(fields[2]) ?? 0
      levels = fields[3].split(separator: " ").map { UInt8($0) ?? BidiParagraph.removed }
      order = fields[4].split(separator: " ").compactMap { Int($0) }
    }
  }

  private static func conformanceTest() throws -> String {
    let fixture = "\(Command.package)/Tests/RegistryChecksTests/Fixtures/BidiCharacterTest.txt.xz"
    let program = "import lzma, sys; sys.stdout.buffer.write(lzma.open(sys.argv[1]).read())"
    let result = try Command("python3", ["-c", program, fixture], in: Command.package).run()
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test func `every line of Unicode's test has the levels and the order that the test says`() throws {
    let text = try Self.conformanceTest()
    #expect(text.hasPrefix("# BidiCharacterTest-\(BidiData.version).txt"), "The data are of another version.")
    var (count, failures) = (0, [Substring]())
    for source in text.split(separator: "\n") where !source.hasPrefix("#") {
      let line = try #require(Line(source), "\(source)")
      let paragraph = BidiParagraph(line.scalars, level: line.paragraph)
      let isRight =
        paragraph.level == line.level && paragraph.levels == line.levels && paragraph.visualOrder == line.order
      count += 1
      if !isRight { failures.append(source) }
    }
    #expect(count > 91_000)
    #expect(failures.isEmpty, "\(failures.count) lines, such as \(failures.prefix(5))")
  }
}
