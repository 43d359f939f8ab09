import MessageFormat

/// The rules that every text must satisfy before it is stored.
///
/// Text is stored as it was written: it is not trimmed, and Unicode normalization is not applied. Only the invisible
/// characters that copying adds around a message are removed before the rules are applied; see ``cleaned(_:)``.
public enum TextRules {
  /// The largest length of a message, in Unicode scalars.
  public static let maximumLength = 4_000

  /// The largest length of the name of a language, category or actor, in Unicode scalars.
  package static let maximumNameLength = 200

  /// The largest length of a note or reason, in Unicode scalars.
  package static let maximumNoteLength = 1_000

  /// Decodes UTF-8 and refuses anything else.
  ///
  /// - Parameter bytes: The bytes of a text. UTF-8 that encodes a surrogate is invalid (RFC 3629, section 3).
  /// - Returns: The text.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/invalidText`` when the bytes are not UTF-8. The
  ///   message contains the offset of the first invalid byte, counted from 0.
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
    throw RegistryError(.invalidText, "The text is not UTF-8: byte \(offset) is invalid.", .saveAsUTF8)
  }

  /// Checks the text of a message and parses it as a pattern.
  ///
  /// - Parameters:
  ///   - text: The text of a message.
  ///   - language: The language of the text, which decides which forms a plural may have. Nil accepts every form of
  ///     CLDR.
  /// - Returns: The parsed pattern.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/invalidText`` when the text shows nothing, is too
  ///   long, or contains a control character or a bidi control other than balanced isolates;
  ///   ``RegistryError/Code/invalidPattern`` when the text is not a pattern of its language.
  @discardableResult
  public static func validateMessage(
    _ text: String, in language: LanguageTag? = nil
  ) throws(RegistryError) -> MessagePattern {
    try validateLine(text, name: "The text", limit: maximumLength)
    do { return try MessagePattern(text, locale: language?.description ?? "und") } catch { throw RegistryError(error) }
  }

  /// Checks a name, note or description: one line of text that follows the same rules as a message, but is not a
  /// pattern.
  ///
  /// - Parameters:
  ///   - text: The text to check.
  ///   - name: The subject of the error message, such as `The note`.
  ///   - limit: The largest length, in Unicode scalars.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/invalidText`` when the text breaks a rule.
  public static func validateLine(_ text: String, name: String, limit: Int) throws(RegistryError) {
    guard text.unicodeScalars.contains(where: \.isVisible) else { throw nothingVisible(in: text, name) }
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
      case 0x061C, 0x200E, 0x200F:
        throw markError(name, scalar, position, in: text, "which can make text look like other text")
      case _ where scalar.isBidiControl:
        throw bidiError(name, scalar, position, "can make text look like other text")
      case _ where scalar.isControlForDisplay:
        throw RegistryError(
          .invalidText, "\(name) contains the control character \(scalar.name) at character \(position).",
          .follow(rule: "A text is one line of visible characters; remove it."))
      default: break
      }
    }
    if openIsolates > 0 {
      throw RegistryError(
        .invalidText, "\(name) opens \(openIsolates) bidi isolate(s) that it does not close.",
        .follow(rule: "Close each with U+2069 (POP DIRECTIONAL ISOLATE), or remove it."))
    }
  }

  /// Requires that a text which is about to be stored has no invisible character that it does not need.
  ///
  /// Such a character comes with a copied text. Nobody sees it, but the text is not found and not the same as others.
  /// Texts that are stored already are not held to this rule. Allowed are joiners (U+200C, U+200D) between letters and
  /// beside emoji, variation selectors, and what single scripts need, such as U+200B between Khmer words.
  ///
  /// - Parameters:
  ///   - text: The text to check, after ``cleaned(_:)``.
  ///   - name: The subject of the error message, such as `The description`.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/invalidText`` when the text has such a character.
  public static func requireVisible(_ text: String, name: String = "The text") throws(RegistryError) {
    guard text.unicodeScalars.contains(where: \.isInvisible) else { return }
    let scalars = Array(text.unicodeScalars)
    guard let index = InvisibleScalars(scalars).isUseless.firstIndex(of: true) else { return }
    throw markError(name, scalars[index], index + 1, in: text, "which nobody can see")
  }

  /// Returns the error for a text without a visible character.
  private static func nothingVisible(in text: String, _ name: String) -> RegistryError {
    guard let invisible = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return RegistryError(.invalidText, "\(name) is empty.")
    }
    return RegistryError(
      .invalidText, "\(name) shows nothing: it has only spaces and invisible characters such as \(invisible.name).",
      .follow(rule: "Write a text that can be seen."))
  }

  /// Returns the error for an invisible mark inside a text, and says where it is in words that are seen.
  private static func markError(
    _ name: String, _ scalar: Unicode.Scalar, _ position: Int, in text: String, _ reason: String
  ) -> RegistryError {
    var before = text.unicodeScalars.prefix(position - 1).suffix(12)
    if let control = before.lastIndex(where: \.isControlForDisplay) {
      before = before[before.index(after: control)...]
    }
    let place = before.contains(where: \.isVisible) ? " after '\(String(before))'" : ""
    return RegistryError(
      .invalidText,
      "\(name) contains \(scalar.name) at character \(position)\(place), \(reason).",
      .follow(
        rule: "Remove it. It is an invisible mark that copying adds: delete the letters on both sides of it, and type "
          + "them again."))
  }

  private static func bidiError(
    _ name: String, _ scalar: Unicode.Scalar, _ position: Int, _ reason: String
  ) -> RegistryError {
    RegistryError(
      .invalidText, "\(name) contains \(scalar.name) at character \(position), which \(reason).",
      .follow(rule: "Remove it. To isolate a part, put it between U+2068 (FIRST STRONG ISOLATE) and U+2069."))
  }
}
