import MessageFormat
import RegistryCatalog

/// A message as a service that reads the registry answers it, with what is needed to display it correctly.
public struct MessagePreview: Sendable {
  /// The code.
  public let code: StatusCode
  /// The language of the registry in which the message was requested.
  public let language: LanguageTag
  /// The text: a pattern of the type `MessagePattern`.
  public let text: String
  /// The language of the text: the requested one, or the first of its fallbacks that has a text.
  public let textLanguage: LanguageTag
  /// The writing direction of the text.
  public let direction: Direction
  /// The effect of changes of the source text since the text was written; nil when its meaning has not changed.
  public let staleness: SourceImpact?
  /// The names of the arguments of the text, in the order of first use.
  public let arguments: [String]

  /// Whether a fallback answers, because the requested language has no text.
  public var isFallback: Bool { textLanguage != language }

  /// One way in which the text can be displayed.
  public struct Rendering: Sendable, Hashable {
    /// The sample values that chose its forms; empty when every form was chosen by a given value.
    public let samples: [String: MessageValue]
    /// The text to display, with each value between U+2068 and U+2069.
    public let text: String
    /// The names of the arguments that the text shows without a value, in the order of first use.
    public let missing: [String]
  }

  /// Returns the text with values in the place of its arguments: once for each form of a plural or select whose value
  /// is not given.
  ///
  /// A plain argument without a value stays as it is in the pattern, such as `{amount}`.
  ///
  /// - Parameter values: The values by the name of the argument. Values that the text does not use are ignored.
  /// - Returns: The renderings in the order of the forms, at most 64; one when the text has no forms.
  /// - Throws: `RegistryError.Code.wrongArgumentKind` when the value of an argument that must be a number is none;
  ///   `RegistryError.Code.invalidPattern` when the text is not a valid pattern, which only another program can have
  ///   stored.
  public func renderings(_ values: [String: String]) throws(RegistryError) -> [Rendering] {
    let subject = "The text of \(code.number) in \(textLanguage)"
    let pattern: MessagePattern
    do { pattern = try MessagePattern(text, locale: textLanguage.description) } catch {
      throw RegistryError(error, of: subject)
    }
    let given = try Self.given(values, for: pattern)
    var renderings: [Rendering] = []
    for values in pattern.sampleArguments(given: given) {
      let text: String
      do { text = try pattern.format(values) } catch { throw RegistryError(error, of: subject) }
      let known = values.filter { given[$0.key] != nil || $0.value != .text("{\($0.key)}") }
      var missing: [String] = []
      do { _ = try pattern.format(known) } catch { missing = error.arguments }
      // Values of a form that is not used change nothing.
      if renderings.contains(where: { $0.text == text }) { continue }
      let samples = values.filter { given[$0.key] == nil && $0.value != .text("{\($0.key)}") }
      renderings.append(Rendering(samples: samples, text: text, missing: missing))
    }
    return renderings
  }

  /// Returns values of the kinds that a pattern needs.
  private static func given(
    _ values: [String: String], for pattern: MessagePattern
  ) throws(RegistryError) -> [String: MessageValue] {
    var given: [String: MessageValue] = [:]
    for (name, value) in values {
      guard pattern.argumentKinds[name] == .number else {
        given[name] = .text(value)
        continue
      }
      guard let number = MessageNumber(DecimalDigits.ascii(in: value)) else {
        throw RegistryError(
          .wrongArgumentKind, "{\(name)} is a number in this text, and '\(value)' is none.",
          .follow(rule: "Write digits and a point, as in \(name)=12.5."))
      }
      given[name] = .number(number)
    }
    return given
  }
}

extension RegistryReader {
  /// Returns a message as a service that reads this registry answers it, with fallbacks resolved.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  /// - Returns: The message.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.translationNotFound` when services answer no message, because the code is retired.
  public func preview(ofCode code: String, in language: String) throws(RegistryError) -> MessagePreview {
    let code = try self.code(named: code).value
    let language = try self.language(named: language).value.tag
    let found = try database.queryOne(
      "SELECT text, text_language, direction FROM localized_message WHERE code = ? AND language = ?",
      [.init(code.number), .init(language)])
    guard let found else { throw try unanswered(code, in: language) }
    let (text, textLanguage) = (try found.text(0), try found.tag(1))
    let slot = try translations(TranslationFilter(language: textLanguage.description), ofCode: code.number).first
    return MessagePreview(
      code: code, language: language, text: text, textLanguage: textLanguage,
      direction: try found.word(2, as: Direction.self), staleness: slot?.translation?.staleness,
      arguments: TextRules.arguments(of: text))
  }

  /// Returns the error for a code of which services answer no message.
  private func unanswered(_ code: StatusCode, in language: LanguageTag) throws(RegistryError) -> RegistryError {
    guard code.state == .retired else {
      return RegistryError(.translationNotFound, "\(code.number) has no text in \(language) or its fallbacks.")
    }
    let replacement = try code.replacedBy.flatMap { (number) throws(RegistryError) in try self.code(number)?.value }
    let hint = replacement.map { " It is replaced by \($0.number) \($0.symbol)." } ?? ""
    return RegistryError(
      .translationNotFound, "\(code.number) \(code.symbol) is retired: services find no message for it.\(hint)")
  }
}
