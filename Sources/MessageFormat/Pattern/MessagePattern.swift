/// A message in ICU MessageFormat syntax: literal text, arguments, plurals, selects, and apostrophe quoting.
///
/// ```swift
/// let pattern = try MessagePattern("{count, plural, one {# file was} other {# files were}} refused.", locale: "en")
/// try pattern.format(["count": 3])  // "\u{2068}3\u{2069} files were refused."
/// ```
///
/// The syntax is that of ICU's `MessagePattern` in the mode `DOUBLE_OPTIONAL`: `''` is one apostrophe; an apostrophe
/// before `{` or `}`, and before `#` directly in a form of a plural, starts literal text that ends at the next single
/// apostrophe; any other apostrophe is literal. The article <doc:WritingPatterns> describes what is allowed, and what
/// is stricter than in ICU.
public struct MessagePattern: Sendable, Hashable {
  /// A part of a pattern. The type is not public, because types of arguments will be added.
  package enum Part: Sendable, Hashable {
    /// Literal text with its quoting resolved.
    case literal(String)
    /// An argument such as `{amount}`.
    case argument(String)
    /// A number such as `{count, number, integer}`.
    case number(String, NumberStyle)
    /// A plural or select.
    case forms(Forms)
    /// The number of the enclosing plural, less its offset: `#`.
    case pound
  }

  /// The forms of an argument.
  package struct Forms: Sendable, Hashable {
    /// What decides which form is used.
    package enum Choice: Sendable, Hashable {
      /// `plural` and `selectordinal`. The offset is subtracted from the number before a category is chosen.
      case plural(PluralRules.Kind, offset: Int)
      /// `select`
      case select
    }

    /// What comes before the text of a form.
    package enum Selector: Sendable, Hashable {
      /// `=1`
      case exact(MessageNumber)
      /// A plural category, or a value of a select.
      case keyword(String)
    }

    /// A form: its selector and its text.
    package struct Form: Sendable, Hashable {
      package let selector: Selector
      package let parts: [Part]
    }

    /// The name of the argument.
    package let name: String
    package let choice: Choice
    /// The forms in the order of the text. One is `other`.
    package let forms: [Form]

    /// Returns the same forms with other texts.
    package func replacing(_ text: ([Part]) -> [Part]) -> Forms {
      Forms(name: name, choice: choice, forms: forms.map { Form(selector: $0.selector, parts: text($0.parts)) })
    }
  }

  /// The pattern as it was written.
  public let text: String
  /// The language of the pattern, as a BCP 47 tag.
  public let locale: String
  /// The parts in the order of the text. Adjacent literals are joined into one.
  package let parts: [Part]
  /// The names of the arguments, each once, in the order of first use.
  public let arguments: [String]
  /// What the value of each argument must be.
  public let argumentKinds: [String: ArgumentKind]

  /// Parses a pattern.
  ///
  /// - Parameters:
  ///   - text: The text of a message.
  ///   - locale: The language of the text, as a BCP 47 tag. Its plural rules decide which forms a plural may have. With
  ///     a language that CLDR does not know, such as `und`, each of CLDR's six categories is accepted, and `other` is
  ///     used for every number.
  /// - Throws: ``MessageFormatError`` with the code ``MessageFormatError/Code/invalidPattern``, the position of what is
  ///   wrong, and what to write instead.
  public init(_ text: String, locale: String = "und") throws(MessageFormatError) {
    var parser = PatternParser(locale: locale)
    self.text = text
    self.locale = locale
    parts = try parser.parse(text)
    arguments = parser.names
    argumentKinds = parser.kinds
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter from A to Z or from a to z.
  package var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
