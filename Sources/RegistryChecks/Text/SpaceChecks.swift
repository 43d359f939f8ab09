import RegistryCatalog

/// The checks of spaces: nobody sees them at the ends of a text, and programs add their own.
enum SpaceChecks {
  static let all = [leading, trailing, double, beforeMark]

  private static let leading = TextCheck(
    "leading-space", .warning, .text, "spaces at the start of a text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.edgeSpace) else { return }
      let count = leaf.scalars.prefix(while: \.isSpaceOfText).count
      guard count > 0, source?.scalars.first?.isSpaceOfText != true else { return }
      faults.append(Fault(range: leaf.stored(0..<count), message: "The text begins with a space.", suggestion: ""))
    }
  }

  private static let trailing = TextCheck(
    "trailing-space", .warning, .text, "spaces at the end of a text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.edgeSpace) else { return }
      let count = leaf.scalars.reversed().prefix(while: \.isSpaceOfText).count
      guard count > 0, count < leaf.scalars.count, source?.scalars.last?.isSpaceOfText != true else { return }
      faults.append(
        Fault(
          range: leaf.stored((leaf.scalars.count - count)..<leaf.scalars.count),
          message: "The text ends with a space.", suggestion: ""))
    }
  }

  private static let double = TextCheck(
    "double-space", .warning, .text, "two spaces in a row"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.doubleSpace), source?.traits.contains(.doubleSpace) != true else { return }
      var start = leaf.scalars.prefix(while: \.isSpaceOfText).count
      while let first = leaf.scalars[start...].firstIndex(where: \.isSpaceOfText) {
        let end = leaf.scalars[first...].firstIndex { !$0.isSpaceOfText } ?? leaf.scalars.count
        if end - first > 1, end < leaf.scalars.count {
          faults.append(
            Fault(range: leaf.stored(first..<end), message: "The text has two spaces in a row.", suggestion: " "))
        }
        start = end
      }
    }
  }

  private static let beforeMark = TextCheck(
    "space-before-mark", .warning, .text, "a space before a comma, a colon or the mark at the end of a sentence"
  ) { comparison, faults in
    // French has a space before some marks, and Chinese has checks of its own.
    guard !["fr", "zh", "ja"].contains(comparison.text.profile.primary) else { return }
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.spaceBeforeMark) else { return }
      let places = spacesBeforeMarks(leaf.scalars)
      guard !places.isEmpty, source?.traits.contains(.spaceBeforeMark) != true else { return }
      for place in places {
        let mark = leaf.scalars[place.upperBound]
        faults.append(
          Fault(range: leaf.stored(place), message: "The text has a space before “\(mark)”.", suggestion: ""))
      }
    }
  }

  /// Returns the spaces between a word, a number or an argument and a mark of the sentence.
  private static func spacesBeforeMarks(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for index in scalars.indices.dropFirst(2) where isMark(scalars[index]) && scalars[index - 1].isSpaceOfText {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      // `.NET`, `:8080` and `...` begin something; `3 : 1` is a ratio.
      guard next.isSpaceOfText || isClosing(next) else { continue }
      var start = index - 1
      while start > 0, scalars[start - 1].isSpaceOfText { start -= 1 }
      guard start > 0 else { continue }
      let before = scalars[start - 1]
      let isWord = before.isLetterOfText || before.digitValue != nil || before == "\u{FFFC}" || isClosing(before)
      if isWord { places.append(start..<index) }
    }
    return places
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", ":", ";", "?", "!", "،", "؛", "؟", "۔": true
    default: false
    }
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { ")]»”\"".unicodeScalars.contains(scalar) }
}
