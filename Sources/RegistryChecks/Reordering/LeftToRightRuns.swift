/// The runs of a right-to-left text that are read from left to right, and that its direction can tear apart.
///
/// A run is what stands between two spaces, without the punctuation of the sentence around it. Groups of digits with a
/// space between them are one run, as in `+966 50 123 4567`, and so are two numbers with a dash between them. Runs of
/// letters only, and of digits only, are left out: nothing in them can move.
struct LeftToRightRuns {
  private(set) var runs: [Range<Int>] = []
  private let scalars: [Unicode.Scalar]
  private let table = CharacterKind.table

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var tokens: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      guard isInside(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, isInside(scalars[end]) { end += 1 }
      if let token = trimmed(start..<end) { tokens.append(token) }
      start = end
    }
    runs = joined(tokens).filter(canBeTorn)
  }

  /// Whether a character can be inside a run.
  private func isInside(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value > 0x20 }
    switch scalar.value {
    // An argument is an isolate, and the rest is punctuation of the sentence, or an isolate around a run.
    case 0xFFFC, 0x060C, 0x061B, 0x061F, 0x066A...0x066D, 0x2018...0x201F, 0x2026, 0xAB, 0xBB, 0x2066...0x2069:
      return false
    case 0x2010...0x2015, 0x2212, 0x20A0...0x20CF: return true
    default: return !scalar.isSpace && isLeftToRight(scalar)
    }
  }

  private func isLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    switch BidiProperties.bidiClass(scalar) {
    case .rightToLeft, .arabicLetter, .arabicNumber, .nonspacingMark, .boundaryNeutral: false
    default: true
    }
  }

  /// Returns a run without the punctuation of the sentence; nil when nothing is left.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, !belongsToStart(start, of: range) { start += 1 }
    while start < end, !belongsToEnd(end - 1, from: start, of: range) { end -= 1 }
    let run = start..<end
    return run.contains { !table.kind(scalars[$0]).isDisjoint(with: [.digit, .latin]) } ? run : nil
  }

  private func isWordCharacter(_ index: Int) -> Bool {
    !table.kind(scalars[index]).isDisjoint(with: [.digit, .letter])
  }

  /// Whether a sign before a run belongs to it, as in `-5`, `+966`, `#12` and `$10`.
  private func belongsToStart(_ index: Int, of range: Range<Int>) -> Bool {
    if isWordCharacter(index) { return true }
    // A sign after a letter or an argument connects the run with it.
    if index == range.lowerBound, let before = scalars.at(index - 1), !before.isSpace, !Self.opens(before) {
      return false
    }
    switch scalars[index].value {
    case 0x2B, 0x23, 0x40, 0x2A, 0x24, 0x2F, 0x7E, 0x5F, 0x26, 0x20A0...0x20CF, 0xA3, 0xA5: return true
    // A dash before a word is that of a list.
    case 0x2D, 0x2212, 0x2013:
      return scalars.at(index + 1).map { table.kind($0).contains(.digit) || "$+.".unicodeScalars.contains($0) } ?? false
    default:
      return Self.closing(scalars[index]).map { scalars[index..<range.upperBound].contains($0) } == true
        && !isEnclosed(range)
    }
  }

  /// Whether a sign after a run belongs to it, as in `STC+`, `C#` and the end of an address.
  private func belongsToEnd(_ index: Int, from start: Int, of range: Range<Int>) -> Bool {
    if isWordCharacter(index) { return true }
    if index == range.upperBound - 1, let after = scalars.at(index + 1), !after.isSpace, isLetterOrArgument(after) {
      return false
    }
    switch scalars[index].value {
    case 0x2B, 0x23, 0x2A, 0x2F, 0x3D, 0x26, 0x5F: return true
    // A percent sign and a currency follow the number in both directions.
    case 0x29: return !isEnclosed(range) && scalars[start..<index].contains("(")
    case 0x5D: return !isEnclosed(range) && scalars[start..<index].contains("[")
    default: return false
    }
  }

  private func isLetterOrArgument(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isArgument || !table.kind(scalar).isDisjoint(with: .letter)
  }

  /// Whether one pair of brackets stands around all of a range, perhaps with punctuation after it.
  private func isEnclosed(_ range: Range<Int>) -> Bool {
    guard let first = scalars.at(range.lowerBound), let closing = Self.closing(first),
      let end = scalars[range].lastIndex(of: closing)
    else { return false }
    return !scalars[range.lowerBound + 1..<end].contains(first)
      && !scalars[end..<range.upperBound].contains(where: {
        !table.kind($0).isDisjoint(with: [.digit, .letter])
      })
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool { "([{«“‘\"'".unicodeScalars.contains(scalar) }

  private static func closing(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(": ")"
    case "[": "]"
    default: nil
    }
  }

  /// Joins the groups of a telephone number or a card number, ranges with spaces, and names of several words.
  private func joined(_ tokens: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for token in tokens {
      if let last = joined.last, connects(last, token) {
        joined[joined.count - 1] = last.lowerBound..<token.upperBound
      } else {
        joined.append(token)
      }
    }
    return joined
  }

  private func connects(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let gap = left.upperBound..<right.lowerBound
    guard let first = scalars.at(gap.lowerBound), first.value == 0x20 || first.value == 0xA0 else { return false }
    let isDigits = { (range: Range<Int>) in range.allSatisfy { table.kind(scalars[$0]).contains(.digit) } }
    if gap.count == 1 {
      // `+966 50 123`, `4111 1111` and `(02) 555`.
      if isDigits(right), isGroup(left) { return true }
      // `3-D Secure`: the name ends with its last word.
      return !isDigits(left) && hasSign(left) && !isNumber(left) && scalars[right].contains { isLatin($0) }
        && scalars[left].contains { isLatin($0) }
    }
    // `10 - 20`
    return gap.count == 3 && Self.isDash(scalars[gap.lowerBound + 1]) && scalars[gap.upperBound - 1].isSpace
      && isNumber(left) && isNumber(right)
  }

  private func isLatin(_ scalar: Unicode.Scalar) -> Bool { table.kind(scalar).contains(.latin) }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.value == 0x2212 || (0x2010...0x2015).contains(scalar.value)
  }

  /// Whether a run is a number or an amount.
  private func isNumber(_ run: Range<Int>) -> Bool {
    run.allSatisfy { table.kind(scalars[$0]).contains(.digit) || ".,:/+-%".unicodeScalars.contains(scalars[$0]) }
  }

  /// Whether a run can be followed by another group of digits: it is digits, perhaps with a plus and other groups.
  private func isGroup(_ run: Range<Int>) -> Bool {
    run.allSatisfy { table.kind(scalars[$0]).contains(.digit) || "+ -()".unicodeScalars.contains(scalars[$0]) }
  }

  private func hasSign(_ run: Range<Int>) -> Bool { run.contains { !isWordCharacter($0) } }

  /// Whether a run has anything but letters, or anything but digits.
  private func canBeTorn(_ run: Range<Int>) -> Bool { hasSign(run) }
}
