import Registry

extension HTML {
  /// Returns an element with a text in its own language and direction.
  ///
  /// The direction is that of the language, and is never guessed from the text: an Arabic text that begins with
  /// `{amount}` or `OTP` would be laid out from left to right.
  static func text(_ text: String, in language: Language, as element: String = "span") -> HTML {
    let element = HTML(text: element)
    return """
      <\(element) lang="\(language.tag)" dir="\(language.direction.rawValue)">\(text)</\(element)>
      """
  }

  /// Returns an element for a name or another word of unknown direction.
  static func isolated(_ text: String) -> HTML { "<bdi>\(text)</bdi>" }

  /// Returns an element for a symbol, tag or number, which is read from left to right in every language. A long symbol
  /// is broken after an underscore.
  static func code(_ text: String) -> HTML {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return "<code dir=\"ltr\">\(text)</code>" }
    let pieces = parts.enumerated().map { index, part -> HTML in "\("_<wbr>", if: index > 0)\(String(part))" }
    return "<code dir=\"ltr\">\(pieces)</code>"
  }

  /// Returns the differences of two texts. A reader of the screen hears a word before each difference, because it does
  /// not announce `del` and `ins`.
  static func difference(_ difference: TextDifference, in language: Language, _ words: Words) -> HTML {
    // Without it, Arabic letters of what was removed and of what was added would join. U+200C is ZERO WIDTH NON-JOINER.
    let gap: HTML = language.direction == .rightToLeft ? "\u{200C}" : ""
    let parts = difference.parts.map { part -> HTML in
      switch part {
      case .kept(let text): "\(text)"
      case .removed(let text):
        "<del>\(spoken(.removed, words))\(text)</del>"
      case .added(let text): "\(gap)<ins>\(spoken(.added, words))\(text)</ins> "
      }
    }
    return "<span class=\"diff\" lang=\"\(language.tag)\" dir=\"\(language.direction.rawValue)\">\(parts)</span>"
  }

  /// Returns a word that only readers of the screen say, in the language of the interface.
  static func spoken(_ word: Word, _ words: Words) -> HTML {
    let language = words.language
    return """
      <span class="spoken" lang="\(language.tag)" dir="\(language.direction.rawValue)">\
      \(words(word))\(words.space.html)</span>
      """
  }
}
