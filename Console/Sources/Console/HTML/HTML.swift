import Registry

/// Markup in which every inserted value is escaped.
///
/// ```swift
/// let cell: HTML = "<td lang=\"\(tag)\">\(text)</td>"
/// ```
///
/// A literal is markup. An inserted text is escaped for element content and for quoted attributes, and its control
/// characters are shown as escape sequences. Markup is inserted as it is.
struct HTML: Sendable, Equatable, ExpressibleByStringInterpolation {
  private(set) var markup: String

  init(stringLiteral markup: String) { self.markup = markup }

  init(stringInterpolation: Interpolation) { markup = stringInterpolation.markup }

  /// Creates markup from a text whose every character is kept, for the value of a form field. Only U+0000, which no
  /// page can contain, is shown as U+FFFD.
  init(exactly text: String) { markup = Self.replacing(text, by: Self.escape) }

  /// Creates markup from a text that is read by people.
  init(text: String) {
    markup = Self.replacing(text) { scalar in
      // Isolates end with the element that the text is in, so they cannot reorder what is around it.
      scalar.isControlForDisplay && !(0x2066...0x2069).contains(scalar.value)
        ? scalar.escapedForDisplay : Self.escape(scalar)
    }
  }

  /// The bytes of the markup in UTF-8.
  var bytes: [UInt8] { Array(markup.utf8) }

  static func + (left: HTML, right: HTML) -> HTML {
    var sum = left
    sum.markup += right.markup
    return sum
  }

  static func += (left: inout HTML, right: HTML) { left.markup += right.markup }

  /// Returns a text in which some scalars are replaced: those for which the function returns a text.
  private static func replacing(_ text: String, by replacement: (Unicode.Scalar) -> String?) -> String {
    // Most texts have nothing to replace, and the others have long parts between.
    var replaced = ""
    var start = text.startIndex
    for index in text.unicodeScalars.indices {
      guard let new = replacement(text.unicodeScalars[index]) else { continue }
      replaced += text[start..<index]
      replaced += new
      start = text.unicodeScalars.index(after: index)
    }
    return start == text.startIndex ? text : replaced + text[start...]
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\0": "\u{FFFD}"
    // A parser of HTML would read a carriage return as a line feed.
    case "\r": "&#13;"
    default: nil
    }
  }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) { markup.reserveCapacity(literalCapacity * 2) }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML(text: text).markup }
    mutating func appendInterpolation(_ number: Int) { markup += "\(number)" }
    mutating func appendInterpolation(_ tag: LanguageTag) { markup += HTML(text: tag.description).markup }
    mutating func appendInterpolation(_ html: HTML) { markup += html.markup }
    mutating func appendInterpolation(_ html: HTML?) { markup += html?.markup ?? "" }
    mutating func appendInterpolation(_ html: [HTML]) { for part in html { markup += part.markup } }
    /// Appends markup if a condition holds.
    mutating func appendInterpolation(_ html: HTML, if isSo: Bool) { if isSo { markup += html.markup } }
  }
}
