/// Reads the UTF-8 of a pattern from left to right: texts with their quotes, and the parts of an argument.
///
/// The parser and the formatter share it, so that both understand a pattern in the same way. Positions are offsets in
/// bytes.
struct PatternCursor {
  /// What an unquoted `#` is. ICU reads it as a number directly in a form of a plural only.
  enum Pound {
    /// A literal sign, outside of plurals.
    case literal
    /// The number, directly in a form of a plural.
    case number
    /// In a form of a select inside a plural: a literal sign for ICU, the number for other libraries.
    case ambiguous
  }

  /// A part of a text.
  enum Token: Equatable {
    /// Bytes to be copied.
    case text(Range<Int>)
    /// `#`, where it is not literal.
    case pound
    /// `{`, the beginning of an argument.
    case open
    /// `}`, the end of a form.
    case close
    /// The end of the pattern.
    case end
  }

  /// The offset of the next byte.
  var offset = 0
  /// The offset of the apostrophe that opened the current quote.
  private var quote: Int?

  /// Reads the next part of a text.
  mutating func next(in bytes: Span<UInt8>, pound: Pound) throws(MessageFormatError) -> Token {
    var start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      // Letters of all scripts but ASCII.
      if byte >= 0x80 {
        offset += 1
        continue
      }
      if byte == UInt8(ascii: "'") {
        let following = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        if following == UInt8(ascii: "'") {
          // Two apostrophes are one, inside quotes and outside.
          offset += 2
          return .text(start..<(offset - 1))
        }
        let isOpening =
          following == UInt8(ascii: "{") || following == UInt8(ascii: "}")
          || following == UInt8(ascii: "#") && pound == .number
        if quote != nil || isOpening {
          let end = offset
          quote = quote == nil ? offset : nil
          offset += 1
          if end > start { return .text(start..<end) }
          start = offset
          continue
        }
      } else if quote == nil, let token = Self.token(byte, pound) {
        if offset > start { return .text(start..<offset) }
        offset += 1
        return token
      }
      offset += 1
    }
    if let quote {
      throw MessageFormatError(
        "an unterminated quote", at: quote, in: bytes, "End the quoted text with an apostrophe, as in '{name}'.")
    }
    return offset > start ? .text(start..<offset) : .end
  }

  private static func token(_ byte: UInt8, _ pound: Pound) -> Token? {
    switch byte {
    case UInt8(ascii: "{"): .open
    case UInt8(ascii: "}"): .close
    case UInt8(ascii: "#") where pound != .literal: .pound
    default: nil
    }
  }

  /// Skips a text, with all that is nested in it, up to and including the `}` that ends it.
  mutating func skipForm(in bytes: Span<UInt8>, pound: Pound, depth: Int) throws(MessageFormatError) {
    while true {
      switch try next(in: bytes, pound: pound) {
      case .text, .pound: continue
      case .close: return
      case .end: throw Self.unclosed(at: offset, in: bytes)
      case .open:
        let head = try argument(in: bytes)
        guard head.hasForms else { continue }
        let inner = head.pound(in: pound)
        try Self.checkDepth(depth + 1, at: head.start, in: bytes)
        while try selector(in: bytes, of: head) != nil { try skipForm(in: bytes, pound: inner, depth: depth + 1) }
      }
    }
  }

  /// Refuses more than ``maximumDepth`` plurals and selects in each other.
  static func checkDepth(_ depth: Int, at start: Int, in bytes: Span<UInt8>) throws(MessageFormatError) {
    guard depth > maximumDepth else { return }
    throw MessageFormatError(
      "more than \(maximumDepth) plurals and selects in each other", at: start, in: bytes,
      "Write whole sentences for each case, with fewer choices.")
  }

  static func unclosed(at start: Int, in bytes: Span<UInt8>) -> MessageFormatError {
    MessageFormatError("a '{' that is not closed", at: start, in: bytes)
  }

  /// The largest depth of plurals and selects in each other.
  static let maximumDepth = 8
}
