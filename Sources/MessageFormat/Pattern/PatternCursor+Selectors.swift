extension PatternCursor {
  /// The words before a form.
  enum Selector: Equatable {
    /// `=1`
    case exact(MessageNumber)
    /// The bytes of a keyword, such as `few` or `card`.
    case keyword(Range<Int>)
  }

  /// Reads a selector and the `{` of its form; nil at the `}` that ends the argument.
  mutating func selector(in bytes: Span<UInt8>, of head: Head) throws(MessageFormatError) -> Selector? {
    skipSpace(in: bytes)
    guard offset < bytes.count else { throw Self.unclosed(at: head.start, in: bytes) }
    if bytes[offset] == UInt8(ascii: "}") {
      offset += 1
      return nil
    }
    let start = offset
    let selector: Selector
    if case .plural = head.type, bytes[offset] == UInt8(ascii: "=") {
      offset += 1
      guard let number = exactNumber(in: bytes) else {
        throw MessageFormatError("'=' without a number", at: start, in: bytes, "Write a number, as in =0 {no files}.")
      }
      selector = .exact(number)
    } else {
      skipIdentifier(in: bytes)
      guard offset > start else {
        throw MessageFormatError(
          "'\(character(in: bytes))' in the place of a form", at: start, in: bytes,
          "Write a word and a text in braces, as in other {# files}.")
      }
      selector = .keyword(start..<offset)
    }
    let end = offset
    skipSpace(in: bytes)
    guard offset < bytes.count else { throw Self.unclosed(at: head.start, in: bytes) }
    guard bytes[offset] == UInt8(ascii: "{") else {
      throw MessageFormatError(
        "'\(Self.string(bytes, start..<end))' without a text in braces", at: start, in: bytes,
        "Write the text of the form in braces, as in other {# files}.")
    }
    offset += 1
    return selector
  }

  /// Reads the number of `=N`: an optional sign, digits, a fraction, and an exponent.
  private mutating func exactNumber(in bytes: Span<UInt8>) -> MessageNumber? {
    let start = offset
    while offset < bytes.count, Self.isDigit(bytes[offset]) || [0x2B, 0x2D, 0x2E].contains(bytes[offset]) {
      offset += 1
    }
    let mantissa = start..<offset
    var exponent = 0
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      let digits = offset + 1
      offset = digits
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
      guard offset - digits <= 3, let value = Int(Self.string(bytes, digits..<offset)) else { return nil }
      exponent = value
    }
    guard let number = MessageNumber(Self.string(bytes, mantissa))?.reduced else { return nil }
    let fraction = number.fractionDigits - exponent
    guard fraction <= MessageNumber.maximumFractionDigits, fraction >= -MessageNumber.maximumDigits else { return nil }
    if fraction >= 0 {
      return MessageNumber(isNegative: number.isNegative, magnitude: number.magnitude, fractionDigits: fraction)
    }
    let (magnitude, overflow) = number.magnitude.multipliedReportingOverflow(by: MessageNumber.powerOfTen(-fraction))
    guard !overflow, magnitude < MessageNumber.powerOfTen(MessageNumber.maximumDigits) else { return nil }
    return MessageNumber(isNegative: number.isNegative, magnitude: magnitude, fractionDigits: 0)
  }

  /// Skips characters up to the next white space or syntax character (UAX #31, section 4).
  private mutating func skipIdentifier(in bytes: Span<UInt8>) {
    while offset < bytes.count {
      if Self.isLetter(bytes[offset]) {
        offset += 1
        continue
      }
      let (scalar, length) = Self.scalar(at: offset, in: bytes)
      if PatternSyntax.isSyntax(scalar) || PatternSyntax.isSpace(scalar) { return }
      offset += length
    }
  }

  /// Skips Pattern_White_Space, which contains the direction marks.
  mutating func skipSpace(in bytes: Span<UInt8>) {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: " ") {
        offset += 1
        continue
      }
      // Most often a letter or a brace follows.
      if bytes[offset] > UInt8(ascii: " "), bytes[offset] < 0x7F { return }
      let (scalar, length) = Self.scalar(at: offset, in: bytes)
      guard PatternSyntax.isSpace(scalar) else { return }
      offset += length
    }
  }

  /// Returns the character at the current offset, for a message; a brace at the end of the pattern.
  func character(in bytes: Span<UInt8>) -> String {
    guard offset < bytes.count else { return "}" }
    return Unicode.Scalar(Self.scalar(at: offset, in: bytes).value).map { String(Character($0)) } ?? "?"
  }

  /// Decodes the scalar at an offset. The bytes are those of a String, which are valid UTF-8.
  private static func scalar(at offset: Int, in bytes: Span<UInt8>) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= bytes.count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (value, length)
  }
}
