/// Text between isolates, so that it and what is around it cannot change each other's order (UAX #9, sections 2.4 and
/// 3.1.2).
enum BidiIsolation {
  private static let first: Unicode.Scalar = "\u{2068}"
  private static let end: Unicode.Scalar = "\u{2069}"

  /// FSI, the text, PDI. FSI takes the direction from the text's first strong letter; where that would be the wrong one,
  /// as in an Arabic text that begins with `OTP`, a mark of the text's own direction stands before it.
  static func isolated(_ text: String, direction: Direction? = nil) -> String {
    var isolated = String(first)
    if let direction, direction != firstStrongDirection(of: text) ?? .leftToRight {
      isolated += direction == .rightToLeft ? "\u{200F}" : "\u{200E}"
    }
    return isolated + balanced(text) + String(end)
  }

  /// Without the ends of isolates that the text did not begin, and with the ends that it lacks: an end too many would
  /// close the isolate around it.
  private static func balanced(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x2066...0x2069).contains($0.value) }) else { return text }
    var result = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
      if scalar == end {
        guard depth > 0 else { continue }
        depth -= 1
      }
      result.append(scalar)
    }
    for _ in 0..<depth { result.append(end) }
    return String(result)
  }

  /// The direction of the first letter that has one; what stands in isolates does not count. Nil where there is none.
  static func firstStrongDirection(of text: String) -> Direction? {
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case 0x200E: return .leftToRight
      case 0x200F, 0x061C: return .rightToLeft
      // Digits, signs and marks of the right-to-left scripts are weak or neutral.
      case _ where !scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark: continue
      // The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, and of the presentation forms.
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF:
        return .rightToLeft
      default: return .leftToRight
      }
    }
    return nil
  }
}
