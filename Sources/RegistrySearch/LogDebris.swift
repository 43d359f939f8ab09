/// Undoes what logs and programs do to a text on its way.
enum LogDebris {
  /// Returns a text with `\uXXXX` and `\xXX` replaced by what they stand for; nil when it has none.
  static func unescaped(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var (units, place, isChanged): ([UInt16], Int, Bool) = ([], 0, false)
    while place < scalars.count {
      if scalars[place] == "\\", place + 1 < scalars.count {
        let length = scalars[place + 1] == "u" ? 4 : scalars[place + 1] == "x" ? 2 : 0
        if length > 0, let value = hexadecimal(scalars, at: place + 2, length: length) {
          units.append(UInt16(truncatingIfNeeded: value))
          place += 2 + length
          isChanged = true
          continue
        }
        // In JSON the other escapes stand for spaces and signs, which separate words like the backslash.
        if "nrt".unicodeScalars.contains(scalars[place + 1]) {
          units.append(0x20)
          place += 2
          continue
        }
      }
      units += Array(UTF16.encode(scalars[place]) ?? UTF16.encodedReplacementCharacter)
      place += 1
    }
    return isChanged ? String(decoding: units, as: UTF16.self) : nil
  }

  /// Returns a text with `%XX` replaced by the UTF-8 that it stands for, and `+` by a space; nil when it has no such
  /// sequence beyond ASCII or `%20`.
  static func percentDecoded(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var (bytes, place, isChanged): ([UInt8], Int, Bool) = ([], 0, false)
    while place < scalars.count {
      if scalars[place] == "%", let value = hexadecimal(scalars, at: place + 1, length: 2) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        place += 3
        isChanged = isChanged || value >= 0x80 || value == 0x20
        continue
      }
      bytes += Array(UTF8.encode(scalars[place] == "+" ? " " : scalars[place]) ?? UTF8.encodedReplacementCharacter)
      place += 1
    }
    return isChanged ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Returns a text whose UTF-8 was read as Latin-1 or Windows-1252, as it was before; nil when it was not.
  static func reread(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    var (decoded, place, isChanged) = (String.UnicodeScalarView(), 0, false)
    while place < scalars.count {
      let lead = byte(scalars[place]) ?? 0
      let length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
      if length > 1, lead < 0xF5, place + length <= scalars.count {
        let bytes = scalars[place..<place + length].map { byte($0) ?? 0 }
        if bytes.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }), let part = String(validating: bytes, as: UTF8.self) {
          decoded.append(contentsOf: part.unicodeScalars)
          place += length
          isChanged = true
          continue
        }
      }
      decoded.append(scalars[place])
      place += 1
    }
    return isChanged ? String(decoded) : nil
  }

  /// Returns an Arabic text whose letters were stored in the order in which they are displayed, from left to right, in
  /// the order in which they are read; nil for a text without Arabic.
  ///
  /// Words and numbers in other scripts already are in the order in which they are read.
  static func reversed(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: \.isArabic) else { return nil }
    var result: [Unicode.Scalar] = []
    var word: [Unicode.Scalar] = []
    for scalar in scalars.reversed() {
      if !scalar.isArabic, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        word.append(scalar)
      } else {
        result += word.reversed()
        word = []
        result.append(scalar)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: result + word.reversed())
    return String(view)
  }

  private static func hexadecimal(_ scalars: [Unicode.Scalar], at place: Int, length: Int) -> UInt32? {
    guard place + length <= scalars.count else { return nil }
    var value: UInt32 = 0
    for scalar in scalars[place..<place + length] {
      guard scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Returns the byte that Windows-1252, or Latin-1 where that has none, shows as a scalar.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value <= 0xFF { return UInt8(scalar.value) }
    return windows[scalar]
  }

  /// The scalars of the bytes 0x80 to 0x9F in Windows-1252. A space stands for the bytes that it does not have.
  private static let windows: [Unicode.Scalar: UInt8] = {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for (offset, scalar) in "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars.enumerated() where scalar != " " {
      bytes[scalar] = 0x80 + UInt8(offset)
    }
    return bytes
  }()
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to one of the blocks of Arabic.
  var isArabic: Bool {
    (0x600...0x6FF).contains(value) || (0x750...0x77F).contains(value) || (0xFB50...0xFDFF).contains(value)
      || (0xFE70...0xFEFC).contains(value)
  }
}
