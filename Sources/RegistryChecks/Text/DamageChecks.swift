import RegistryCatalog

/// The checks of texts that a program has damaged, as spreadsheets do when they guess an encoding.
enum DamageChecks {
  static let all = [replacement, mojibake]

  private static let replacement = TextCheck(
    "replacement-character", .error, .text, "U+FFFD, in the place of a character that was lost"
  ) { comparison, faults in
    for leaf in comparison.text.leaves where leaf.traits.contains(.replacement) {
      for (index, scalar) in leaf.scalars.enumerated() where scalar == "\u{FFFD}" {
        faults.append(
          Fault(
            range: leaf.stored(index..<(index + 1)),
            message: "A character was lost here: the text has U+FFFD. Take it again from where it was right."))
      }
    }
  }

  private static let mojibake = TextCheck(
    "mojibake", .error, .text, "a text that was read in the wrong encoding"
  ) { comparison, faults in
    for leaf in comparison.text.leaves
    where !leaf.traits.isDisjoint(with: [.latinSupplement, .arabicLead, .questionMark, .han]) {
      guard let damage = Mojibake.find(in: leaf.scalars, comparison.text.profile) else { continue }
      faults.append(
        Fault(
          range: leaf.stored(damage.range), message: "The text was read in the wrong encoding.",
          suggestion: damage.repaired))
    }
  }
}

/// Finds UTF-8 that was read in another encoding.
enum Mojibake {
  /// Returns the first place of damage, and the text as it was.
  static func find(
    in scalars: [Unicode.Scalar], _ profile: LanguageProfile
  ) -> (range: Range<Int>, repaired: String?)? {
    western(scalars) ?? arabic(scalars) ?? chinese(scalars) ?? lost(scalars, profile)
  }

  /// UTF-8 that was read as Windows-1252 or Latin-1: `Ã©` for é, `Ø§Ù„` for ال, `ä½™` for 余.
  private static func western(_ scalars: [Unicode.Scalar]) -> (range: Range<Int>, repaired: String?)? {
    var index = 0
    while index < scalars.count {
      guard (0xC2...0xF4).contains(scalars[index].value) else {
        index += 1
        continue
      }
      let start = index
      var bytes: [UInt8] = []
      var units = 0
      var isCertain = false
      while let unit = unit(at: index, in: scalars) {
        isCertain = isCertain || unit.isCertain
        bytes += unit.bytes
        units += 1
        index += unit.bytes.count
        // Spaces and other ASCII stand between the words.
        while index < scalars.count, scalars[index].value < 0x80, self.unit(at: index + 1, in: scalars) != nil {
          bytes.append(UInt8(scalars[index].value))
          index += 1
        }
      }
      if units >= 2 || isCertain, let text = String(validating: bytes, as: UTF8.self) { return (start..<index, text) }
      index = max(index, start + 1)
    }
    return nil
  }

  /// Returns the bytes of one scalar that was read as several.
  private static func unit(at index: Int, in scalars: [Unicode.Scalar]) -> (bytes: [UInt8], isCertain: Bool)? {
    guard index < scalars.count, let lead = byte(scalars[index]), (0xC2...0xF4).contains(lead) else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= scalars.count else { return nil }
    var bytes = [lead]
    for place in (index + 1)..<(index + length) {
      guard let next = byte(scalars[place]), (0x80...0xBF).contains(next) else { return nil }
      bytes.append(next)
    }
    // A French word may end with é before a space and a quotation mark, which are the bytes of a letter too.
    let rest = scalars[(index + 1)..<(index + length)]
    let isTypography = rest.contains { "\u{A0}»«”“’‘…„–—".unicodeScalars.contains($0) }
    let isCertain: Bool
    switch lead {
    // `Â` and `Ã` before a sign end no word of any language.
    case 0xC2, 0xC3: isCertain = true
    // `â€` and `â‚¬`: typographic quotation marks, dashes, ellipses, and the sign of the euro.
    case 0xE2: isCertain = bytes[1] == 0x80 || bytes[1] == 0x82
    case 0xE3...0xE9, 0xEF: isCertain = !isTypography
    default: isCertain = false
    }
    if isTypography, !isCertain { return nil }
    return (bytes, isCertain)
  }

  /// Returns the byte of a scalar in Windows-1252, or in Latin-1 where that has no character.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x100 { return UInt8(scalar.value) }
    return high.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
  }

  /// The characters of Windows-1252 from 0x80 on.
  private static let high = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// UTF-8 that was read as Windows-1256: every second character is ط or ظ.
  private static func arabic(_ scalars: [Unicode.Scalar]) -> (range: Range<Int>, repaired: String?)? {
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "ط" || scalars[index] == "ظ" else {
        index += 1
        continue
      }
      let start = index
      while index + 1 < scalars.count, scalars[index] == "ط" || scalars[index] == "ظ", !scalars[index + 1].isSpaceOfText
      {
        index += 2
      }
      if index - start >= 6 { return (start..<index, nil) }
      index = max(index, start + 1)
    }
    return nil
  }

  /// Signs of UTF-8 that was read as GBK: `锟斤拷` is U+FFFD twice.
  private static func chinese(_ scalars: [Unicode.Scalar]) -> (range: Range<Int>, repaired: String?)? {
    guard scalars.count >= 3 else { return nil }
    for index in 0...(scalars.count - 3) where scalars[index] == "锟" || scalars[index] == "烫" {
      let three = scalars[index..<(index + 3)]
      if three.elementsEqual("锟斤拷".unicodeScalars) || three.elementsEqual("烫烫烫".unicodeScalars) {
        return (index..<(index + 3), nil)
      }
    }
    return nil
  }

  /// A text whose letters an encoding does not have: `????? ??? ????`.
  private static func lost(
    _ scalars: [Unicode.Scalar], _ profile: LanguageProfile
  ) -> (range: Range<Int>, repaired: String?)? {
    let marks = scalars.filter { $0 == "?" }.count
    guard marks >= 3, !scalars.contains(where: \.isLetterOfText) else { return nil }
    return (0..<scalars.count, nil)
  }
}
