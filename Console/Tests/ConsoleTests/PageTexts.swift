/// The texts of a page with the languages that its markup gives them.
struct PageTexts {
  /// A text, or the value of an attribute that is read to people.
  struct Text {
    let text: String
    /// The language of the closest element that says one.
    let language: String
    /// The elements around the text, the outermost first.
    let elements: [String]

    /// Whether an element inside the page says the language, as that of every text of the registry.
    let isMarked: Bool

    /// Whether the text is a name for programs, a key, or a name or note of a person, whose language is unknown.
    var isName: Bool { !Set(elements).isDisjoint(with: ["code", "kbd", "bdi", "q"]) }
  }

  private struct Element {
    let name: String
    let language: String
    /// Whether the element itself says the language.
    let isMarked: Bool
  }

  private(set) var texts: [Text] = []

  /// Elements that have no end tag.
  private static let void: Set<String> = ["meta", "link", "input", "br", "hr", "img"]
  private static let spoken: Set<String> = ["aria-label", "title", "alt", "placeholder", "data-draft"]

  /// Reads markup that this project writes: attributes are in quotation marks, and every element but those of `void` is
  /// closed.
  init(_ markup: String) {
    var open: [Element] = []
    var rest = markup[...]
    while let start = rest.firstIndex(of: "<") {
      add(rest[..<start], open)
      guard let end = rest[start...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        if let index = open.lastIndex(where: { $0.name == tag.dropFirst() }) { open.removeSubrange(index...) }
        continue
      }
      let name = String(tag.prefix { !$0.isWhitespace })
      let attributes = tag.matches(of: /([a-z-]+)="([^"]*)"/).map { (String($0.output.1), $0.output.2) }
      let language = attributes.first { $0.0 == "lang" }.map { String($0.1) }
      let inner =
        open + [Element(name: name, language: language ?? open.last?.language ?? "", isMarked: language != nil)]
      for (name, value) in attributes where Self.spoken.contains(name) { add(value, inner) }
      if !Self.void.contains(name) { open = inner }
    }
  }

  private mutating func add(_ text: Substring, _ open: [Element]) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let isMarked = open.dropFirst().contains { $0.isMarked }
    texts.append(
      Text(
        text: String(text), language: open.last?.language ?? "", elements: open.map(\.name), isMarked: isMarked))
  }
}
