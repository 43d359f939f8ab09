import BenchSupport
import Registry

extension RegistryBench {
  /// Formats an Arabic plural with six forms, once for each number from 0 to 999, `passes` times over.
  ///
  /// The text is formatted as `Catalog.Message.format` does it: from the text itself, which is not parsed beforehand.
  static func format(_ text: String, passes: Int) throws {
    let pattern = try MessagePattern(text, locale: "ar")
    let arguments = (0..<1_000).map { number -> [String: MessageValue] in
      ["count": .number(MessageNumber(number)), "reason": "خطأ"]
    }
    var sum = 0
    for values in arguments { sum += try pattern.format(values).utf8.count }
    let before = allocations()
    let (again, nanoseconds) = try timed {
      var sum = 0
      for _ in 0..<passes {
        for values in arguments { sum &+= try pattern.format(values).utf8.count }
      }
      return sum
    }
    let after = allocations()
    guard again == sum * passes else { throw BenchFailure("The texts differ.") }
    let count = Double(arguments.count * passes)
    report([
      "nanoseconds": Double(nanoseconds) / count, "allocations": Double(after - before) / count,
      // The peer does not isolate values.
      "sum": try arguments.reduce(0) { sum, values in
        try sum + pattern.format(values).replacing("\u{2068}", with: "").replacing("\u{2069}", with: "").utf8.count
      },
    ])
  }
}
