import Registry

/// Makes text safe to display on a terminal, and computes its width.
enum Terminal {
  /// Returns the text with all control and bidi control characters escaped, so that it cannot move the cursor, change
  /// colors or reorder the line.
  ///
  /// Balanced isolates are kept: messages may contain them, and they do not affect the text around them.
  static func sanitized(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isControlForDisplay) else { return text }
    let keepsIsolates = hasBalancedIsolates(text)
    return text.unicodeScalars.map { scalar in
      let isKept = !scalar.isControlForDisplay || keepsIsolates && scalar.opensOrClosesIsolate
      return isKept ? String(scalar) : scalar.escapedForDisplay
    }.joined()
  }

  private static func hasBalancedIsolates(_ text: String) -> Bool {
    var open = 0
    for scalar in text.unicodeScalars where scalar.opensOrClosesIsolate {
      open += scalar == "\u{2069}" ? -1 : 1
      if open < 0 { return false }
    }
    return open == 0
  }

  /// Returns a text that is already sanitized. When it contains right-to-left text, it is isolated, so that the
  /// terminal does not reorder it together with the text before it (UAX #9, section 2.4: U+2068 … U+2069).
  static func isolated(_ text: String, _ isIsolated: Bool) -> String {
    isIsolated && text.unicodeScalars.contains(where: \.isRightToLeft) ? "\u{2068}\(text)\u{2069}" : text
  }

  /// Returns the lines of one text, which is already sanitized. When the text contains right-to-left text, each line is
  /// isolated in the direction of the whole text.
  static func isolated(_ lines: [String], _ isIsolated: Bool) -> [SafeText] {
    guard lines.count > 1 else { return lines.map { SafeText(stringLiteral: isolated($0, isIsolated)) } }
    let scalars = lines.lazy.flatMap(\.unicodeScalars)
    guard isIsolated, scalars.contains(where: \.isRightToLeft) else { return lines.map(SafeText.init(stringLiteral:)) }
    // UAX #9, rule P2: the first strong character decides.
    let isRightToLeft = scalars.first { $0.isRightToLeft || $0.properties.isAlphabetic }?.isRightToLeft == true
    let mark = isRightToLeft ? "\u{2067}" : "\u{2066}"
    return lines.map { SafeText(stringLiteral: "\(mark)\($0)\u{2069}") }
  }

  /// Returns the number of terminal cells of the text: two for East Asian wide characters and emoji, none for marks and
  /// for the sequences that set colors.
  static func width(_ text: String) -> Int {
    var (width, isSequence) = (0, false)
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isSequence = true }
      if !isSequence { width += scalar.cells }
      if scalar == "m" { isSequence = false }
    }
    return width
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is in a right-to-left block (Bidi_Class R or AL): Hebrew, Arabic, Syriac, Thaana, N'Ko and
  /// neighbouring scripts, and their presentation forms.
  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  /// Whether the scalar is LRI, RLI, FSI or PDI.
  fileprivate var opensOrClosesIsolate: Bool { (0x2066...0x2069).contains(value) }

  /// The width in terminal cells. The wide ranges are those with W or F in Unicode's EastAsianWidth.txt, joined.
  fileprivate var cells: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E, 0x3041...0x33FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1B000...0x1B2FF,
      0x1F200...0x1F2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
