/// Encloses text in bidirectional isolates, so that it and the surrounding text cannot reorder each other (UAX #9,
/// sections 2.4 and 3.1.2).
package enum BidiIsolation {
  private static let first: Unicode.Scalar = "\u{2068}"
  private static let end: Unicode.Scalar = "\u{2069}"

  /// Returns the text between FSI (U+2068) and PDI (U+2069).
  ///
  /// FSI takes the direction of the first strong letter. When that is not the direction of the text, as in an Arabic
  /// text that begins with `OTP`, a direction mark is inserted after the FSI.
  ///
  /// - Parameters:
  ///   - text: The text to isolate.
  ///   - isRightToLeft: The direction of the text; nil takes the direction of its first strong letter.
  /// - Returns: The isolated text, in which every isolate that the text opens is closed.
  package static func isolated(_ text: String, isRightToLeft: Bool? = nil) -> String {
    var isolated = String(first)
    if let isRightToLeft, isRightToLeft != beginsRightToLeft(text) ?? false {
      isolated += isRightToLeft ? "\u{200F}" : "\u{200E}"
    }
    return isolated + balanced(text) + String(end)
  }

  /// Appends a text between FSI (U+2068) and PDI (U+2069), in which every isolate that the text opens is closed.
  static func append(_ text: String, to output: inout String) {
    output += "\u{2068}"
    output += balanced(text)
    output += "\u{2069}"
  }

  /// Returns the text without unmatched PDIs, and with the PDIs that it lacks appended. An unmatched PDI would close
  /// the enclosing isolate.
  private static func balanced(_ text: String) -> String {
    // The UTF-8 of each isolate begins with this byte.
    guard text.utf8.contains(0xE2), text.unicodeScalars.contains(where: { (0x2066...0x2069).contains($0.value) }) else {
      return text
    }
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

  /// Returns whether the first strong letter outside isolates is right-to-left; nil when there is no strong letter.
  static func beginsRightToLeft(_ text: String) -> Bool? {
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case 0x200E: return false
      case 0x200F, 0x061C: return true
      // Digits, signs and marks of right-to-left scripts are weak or neutral.
      case _ where !scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark: continue
      // The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and neighbouring scripts, and their presentation forms.
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF:
        return true
      default: return false
      }
    }
    return nil
  }
}
