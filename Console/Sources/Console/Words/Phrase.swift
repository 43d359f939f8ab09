import MessageFormat
import Registry

/// A sentence of the interface, in which values keep a language and a direction of their own.
struct Phrase: Sendable, Equatable {
  /// A part of a phrase.
  enum Part: Sendable, Equatable {
    /// Words of the interface.
    case words(String)
    /// A text in a language of the registry; nil when its language is unknown, as that of a name.
    case value(Language?, [Part])
    /// A symbol, an argument or another name for programs, which is read from left to right.
    case code(String)
    /// The name of a character that cannot be seen, in the language of the interface.
    case mark(String, Language)
  }

  /// A value of a phrase.
  enum Value: Sendable {
    /// A number, which also chooses a form.
    case number(Int)
    case parts([Part])

    /// A symbol, an argument or another name for programs.
    static func code(_ text: String) -> Value { .parts([.code(text)]) }
    /// A name or number of unknown direction.
    static func name(_ text: String) -> Value { .parts([.value(nil, [.words(text)])]) }
    static func part(_ part: Part) -> Value { .parts([part]) }
  }

  var parts: [Part]

  /// Returns the phrase as text, for an attribute.
  var text: String { Self.text(parts) }

  private static func text(_ parts: [Part]) -> String {
    parts.map { part in
      switch part {
      case .words(let text), .code(let text): text
      case .mark(let name, _): "[\(name)]"
      case .value(_, let parts): text(parts)
      }
    }.joined()
  }

  /// Returns the phrase as markup.
  var html: HTML { Self.html(parts) }

  private static func html(_ parts: [Part]) -> HTML {
    var html: HTML = ""
    for part in parts {
      switch part {
      case .words(let words): html += HTML(text: words)
      case .value(nil, let parts): html += "<bdi>\(Self.html(parts))</bdi>"
      case .value(let language?, let parts):
        html += "<bdi lang=\"\(language.tag)\" dir=\"\(language.direction.rawValue)\">\(Self.html(parts))</bdi>"
      case .code(let text): html += HTML.code(text)
      case .mark(let name, let language):
        html += """
          <span class="mark" lang="\(language.tag)" dir="\(language.direction.rawValue)">[\(name)]</span>
          """
      }
    }
    return html
  }

  static func + (left: Phrase, right: Phrase) -> Phrase { Phrase(parts: left.parts + right.parts) }
}

/// The parts as JSON, of which the script makes the same elements as `html` has.
extension Phrase: Encodable {
  func encode(to encoder: any Encoder) throws { try parts.encode(to: encoder) }
}

extension Phrase.Part: Encodable {
  private enum Key: String, CodingKey {
    case tag, lang, dir, text, parts
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .words(let words): try container.encode(words, forKey: .text)
    case .value(let language, let parts):
      try container.encode("bdi", forKey: .tag)
      try container.encodeIfPresent(language?.tag.description, forKey: .lang)
      try container.encodeIfPresent(language?.direction.rawValue, forKey: .dir)
      try container.encode(parts, forKey: .parts)
    case .code(let text):
      try container.encode("code", forKey: .tag)
      try container.encode("ltr", forKey: .dir)
      try container.encode(text, forKey: .text)
    case .mark(let name, let language):
      try container.encode("span", forKey: .tag)
      try container.encode(language.tag.description, forKey: .lang)
      try container.encode(language.direction.rawValue, forKey: .dir)
      try container.encode("[\(name)]", forKey: .text)
    }
  }
}

extension Words {
  /// Returns a word with values filled in.
  func phrase(_ word: Word, _ values: [String: Phrase.Value] = [:]) -> Phrase {
    phrase(all[word] ?? word.rawValue, values)
  }

  /// Returns the first of some patterns whose arguments all have a value, with the values filled in; nil when there is
  /// none.
  func phrase(firstOf patterns: [String], _ values: [String: Phrase.Value]) -> Phrase? {
    let pattern = patterns.first { pattern in
      (try? MessagePattern(pattern))?.arguments.allSatisfy { values[$0] != nil } == true
    }
    return pattern.map { phrase($0, values) }
  }

  /// Returns a pattern with values filled in. The values are formatted as numbered marks, which become the parts.
  private func phrase(_ pattern: String, _ values: [String: Phrase.Value]) -> Phrase {
    var inserted: [[Phrase.Part]] = []
    let arguments = values.mapValues { value -> MessageValue in
      switch value {
      case .number(let number): return MessageValue(number)
      case .parts(let parts):
        inserted.append(parts)
        return .text("\u{E000}\(inserted.count - 1)\u{E001}")
      }
    }
    let locale = language.tag.description
    guard let text = try? MessagePattern(pattern, locale: locale).format(arguments) else {
      return Phrase(parts: [.words(pattern)])
    }
    var parts: [Phrase.Part] = []
    // A text value is between isolates, which its element replaces.
    for piece in text.split(separator: "\u{2068}\u{E000}", omittingEmptySubsequences: false) {
      guard let end = piece.firstRange(of: "\u{E001}\u{2069}"), let index = Int(piece[..<end.lowerBound]) else {
        if !piece.isEmpty { parts.append(.words(String(piece))) }
        continue
      }
      parts += inserted[index]
      if end.upperBound < piece.endIndex { parts.append(.words(String(piece[end.upperBound...]))) }
    }
    return Phrase(parts: parts)
  }

  /// Returns a list of values with the separator of the language.
  func list(_ values: [[Phrase.Part]]) -> Phrase.Value {
    .parts(Array(values.joined(separator: [.words(self(.listSeparator))])))
  }
}
