/// What every text must satisfy before it is stored (docs/reliability.md, "Bad input"). Text is kept as typed: no
/// trimming, no Unicode normalization.
public enum TextRules {
  /// The longest message, in Unicode scalars.
  public static let maximumLength = 4_000

  /// Decodes bytes strictly.
  ///
  /// Throws: `invalid-text` for bytes that are not UTF-8, with the offset of the first one, counted from 0. UTF-8 that
  /// encodes a surrogate is not UTF-8 (RFC 3629, section 3).
  public static func decode(_ bytes: [UInt8]) throws(RegistryError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: break decoding
      }
    }
    throw RegistryError(.invalidText, "The text is not UTF-8: byte \(offset) is wrong.", hint: "Save it as UTF-8.")
  }

  /// Checks the text of a message and parses it as a pattern.
  ///
  /// Throws: `invalid-text` for an empty or longer text, a control character, or a bidi control other than balanced
  /// isolates; `invalid-pattern` for a brace that opens no argument.
  @discardableResult
  public static func message(_ text: String) throws(RegistryError) -> MessagePattern {
    try line(text, name: "The text", limit: maximumLength)
    return try MessagePattern(text)
  }

  /// Checks a name, note or description: one line, as safe to show as a message, but no pattern.
  ///
  /// Throws: `invalid-text`, as `message` does.
  public static func line(_ text: String, name: String, limit: Int) throws(RegistryError) {
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      throw RegistryError(.invalidText, "\(name) is empty.")
    }
    var openIsolates = 0
    var position = 0
    for scalar in text.unicodeScalars {
      position += 1
      if position > limit {
        throw RegistryError(.invalidText, "\(name) is longer than \(limit) characters.")
      }
      switch scalar.value {
      case 0x2066...0x2068: openIsolates += 1
      case 0x2069:
        openIsolates -= 1
        if openIsolates < 0 { throw bidiError(name, scalar, position, "closes an isolate that is not open") }
      case _ where scalar.isBidiControl:
        throw bidiError(name, scalar, position, "can make text look like other text")
      case _ where scalar.isControlForDisplay:
        throw RegistryError(
          .invalidText, "\(name) holds the control character \(scalar.name) at character \(position).",
          hint: "A text is one line of visible characters; take it out.")
      default: break
      }
    }
    if openIsolates > 0 {
      throw RegistryError(
        .invalidText, "\(name) opens \(openIsolates) bidi isolate(s) that it does not close.",
        hint: "Close each with U+2069 (POP DIRECTIONAL ISOLATE), or take it out.")
    }
  }

  private static func bidiError(
    _ name: String, _ scalar: Unicode.Scalar, _ position: Int, _ reason: String
  ) -> RegistryError {
    RegistryError(
      .invalidText, "\(name) holds \(scalar.name) at character \(position), which \(reason).",
      hint: "To set a part apart, put it between U+2068 (FIRST STRONG ISOLATE) and U+2069.")
  }
}
