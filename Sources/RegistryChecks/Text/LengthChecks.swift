import RegistryCatalog

/// The checks of the length of a text. Lengths are compared as they are displayed: a Chinese character says as much as
/// two or three letters, and marks take no space.
enum LengthChecks {
  static let all = [long, short]

  /// The length from which on a text is long, in letters.
  private static let limit = 400.0

  private static let long = TextCheck(
    "too-long", .warning, .text, "a text that is much longer than its source text, or longer than a screen shows"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      let length = length(of: leaf)
      if let source {
        let expected = Self.length(of: source)
        if length > 3 * expected + 30, expected > 0 {
          let factor = ratio(length, expected)
          faults.append(
            Fault(
              range: nil, message: "The text is \(factor) times as long as its source text.",
              values: [.factor: "\(factor)"]))
          return
        }
        // A long source text is reported once.
        if expected > limit { return }
      }
      if length > limit {
        faults.append(
          Fault(
            range: nil, message: "The text has \(leaf.scalars.count) characters: few people read it.",
            values: [.length: "\(leaf.scalars.count)"]))
      }
    }
  }

  private static let short = TextCheck(
    "too-short", .warning, .text, "a text that is much shorter than its source text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard let source, !leaf.saysNumberInWords else { return }
      let (length, expected) = (length(of: leaf), Self.length(of: source))
      guard expected >= 20, length < 0.3 * expected else { return }
      faults.append(
        Fault(
          range: nil,
          message: "The text has \(leaf.scalars.count) characters, its source text \(source.scalars.count): is a part "
            + "missing?",
          values: [.length: "\(leaf.scalars.count)", .sourceLength: "\(source.scalars.count)"]))
    }
  }

  private static func ratio(_ length: Double, _ expected: Double) -> Int { Int((length / expected).rounded()) }

  private static func length(of leaf: CheckedLeaf) -> Double {
    guard !leaf.traits.isDisjoint(with: [.han, .argument]) || leaf.leaf.direction == .rightToLeft else {
      return Double(leaf.scalars.count)
    }
    return leaf.scalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x64B...0x65F, 0x670, 0x200B...0x200F, 0x2066...0x2069: sum
      case 0xFFFC: sum + 8
      case 0x3040...0x30FF: sum + 2
      case 0xAC00...0xD7A3: sum + 2
      default: sum + (scalar.isHan ? 2.5 : 1)
      }
    }
  }
}
