/// The invisible characters of a text that the text does not need.
///
/// They come with copied texts: zero-width spaces, word joiners, fillers, invisible operators. Some texts need such
/// characters. Joiners shape Arabic and Indic letters and join emoji, variation selectors choose a shape, zero-width
/// spaces are between the words of Khmer and Thai, and soft hyphens say where a long word may be divided.
struct InvisibleScalars {
  /// For each scalar of the text, whether it is invisible and not needed.
  let isUseless: [Bool]

  /// Looks at each scalar and its neighbors.
  init(_ scalars: [Unicode.Scalar]) {
    var isUseless = [Bool](repeating: false, count: scalars.count)
    // The last scalar that is neither a tag nor a pattern of Braille without dots.
    var base: Unicode.Scalar?
    lazy var isWithoutSpaces = scalars.contains(where: \.isOfScriptWithoutSpaces)
    for (index, scalar) in scalars.enumerated() {
      if scalar.value == 0x200B {
        isUseless[index] = !isWithoutSpaces
      } else if scalar.isInvisible {
        let after = index + 1 < scalars.count ? scalars[index + 1] : nil
        isUseless[index] = !scalar.isNeeded(between: index > 0 ? scalars[index - 1] : nil, after, base: base)
      }
      if !scalar.isTag, scalar.value != Unicode.Scalar.blankBraille { base = scalar }
    }
    self.isUseless = isUseless
  }
}

extension Unicode.Scalar {
  fileprivate static let blankBraille: UInt32 = 0x2800

  /// Whether displays show nothing for the scalar: it is ignored by all displays (UAX #44,
  /// Default_Ignorable_Code_Point), and not a bidi control, or a pattern of Braille without dots.
  var isInvisible: Bool {
    switch value {
    case ..<0xAD: false
    case 0x00AD, 0x034F, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F, 0x200B...0x200D, 0x2060...0x2065,
      0x206A...0x206F, Self.blankBraille, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFF8,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// Whether a text needs an invisible scalar between its neighbors.
  ///
  /// - Parameters:
  ///   - before: The scalar before it; nil at the start.
  ///   - after: The scalar after it; nil at the end.
  ///   - base: The last scalar before it that is neither a tag nor a pattern of Braille without dots.
  fileprivate func isNeeded(between before: Unicode.Scalar?, _ after: Unicode.Scalar?, base: Unicode.Scalar?) -> Bool {
    func isBeside(_ fits: (Unicode.Scalar) -> Bool) -> Bool { before.map(fits) == true || after.map(fits) == true }
    func isBetween(_ fits: (Unicode.Scalar) -> Bool) -> Bool { before.map(fits) == true && after.map(fits) == true }
    return switch value {
    case 0x00AD: isBetween { $0.isOfWord && !$0.isOfJoinedScript }
    case 0x034F: isBeside(\.isOfWord)
    case 0x115F, 0x1160: isBeside { $0.isIn(0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF) }
    case 0x17B4, 0x17B5: isBeside { $0.isIn(0x1780...0x17FF) }
    case 0x180B...0x180F: isBeside { $0.isIn(0x1800...0x18AF, 0x11660...0x1167F) }
    case 0x200C, 0x200D: isBetween(\.isOfWord) || isBeside { $0.isOfJoinedScript || $0.isPictograph }
    case Self.blankBraille: base?.isIn(0x2801...0x28FF) == true
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: before?.isVisible == true
    case 0x1BCA0...0x1BCA3: isBeside { $0.isIn(0x1BC00...0x1BC9F) }
    case 0x1D173...0x1D17A: isBeside { $0.isIn(0x1D100...0x1D1FF) }
    case _ where isTag: base?.isPictograph == true
    default: false
    }
  }

  /// Whether the scalar is a tag, such as those that make the flag of Scotland of a black flag.
  fileprivate var isTag: Bool { isIn(0xE0020...0xE007F) }

  private var isPictograph: Bool { value > 0xFF && properties.isEmoji }

  /// Whether the scalar is a letter, or a mark on one. Chinese characters are not: nothing is between them.
  private var isOfWord: Bool {
    guard !properties.isIdeographic else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: properties.isAlphabetic
    }
  }

  /// Whether the scalar is a letter or mark of a script whose letters join or stack: Arabic and those beside it, Indic
  /// scripts, Mongolian.
  private var isOfJoinedScript: Bool {
    isIn(
      0x0620...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1CFF, 0xA800...0xABFF,
      0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x10A00...0x11FFF, 0x16100...0x1613F, 0x1E900...0x1E95F) && isOfWord
  }

  /// Whether the scalar is of a script that has no spaces between words (UAX #14, Complex_Context, and its neighbors).
  fileprivate var isOfScriptWithoutSpaces: Bool {
    isIn(
      0x0E00...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x1AAF, 0x1B00...0x1B7F,
      0xA980...0xA9FF, 0xAA00...0xAADF, 0x11700...0x1174F)
  }

  private func isIn(_ ranges: ClosedRange<UInt32>...) -> Bool { ranges.contains { $0.contains(value) } }
}
