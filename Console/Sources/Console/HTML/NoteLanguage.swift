import Registry

/// The language of a note, a reason or a description, which people write in any language and without saying which.
extension [Language] {
  /// Returns the language that a note is taken to be in: the first one that is written in the script of its first
  /// letter; nil when there is none.
  func language(ofNote text: String) -> Language? {
    guard let letter = text.unicodeScalars.first(where: \.properties.isAlphabetic) else { return nil }
    let scripts: [String]
    switch letter.value {
    case 0x41...0x24F: scripts = ["Latn"]
    case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: scripts = ["Arab"]
    case _ where letter.properties.isIdeographic: scripts = ["Hans", "Hant"]
    default: return nil
    }
    return first { language in language.tag.likelyScript.map(scripts.contains) == true }
  }
}

extension HTML {
  /// Returns an element for a note, isolated from what is around it.
  static func note(_ text: String, _ languages: [Language], as element: String = "bdi") -> HTML {
    if let language = languages.language(ofNote: text) { return .text(text, in: language, as: element) }
    let element = HTML(text: element)
    return "<\(element) dir=\"auto\">\(text)</\(element)>"
  }
}
