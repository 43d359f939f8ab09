import RegistryCatalog

/// The check of tags of HTML, which a translation keeps.
enum MarkupCheck {
  /// The largest number of tags that are compared. No message has so many.
  private static let limit = 64

  static let check = TextCheck(
    "changed-markup", .warning, .text, "tags of HTML that are not those of the source text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard let source, leaf.traits.union(source.traits).contains(.angle) else { return }
      let found = MarkupTag.all(in: leaf.scalars)
      let wanted = MarkupTag.all(in: source.scalars)
      guard found.count <= limit, wanted.count <= limit else { return }
      var missing = wanted.map(\.name)
      for tag in found {
        if let same = missing.firstIndex(of: tag.name) {
          missing.remove(at: same)
        } else {
          faults.append(Fault(range: leaf.stored(tag.range), message: "The source text has no tag <\(tag.name)>."))
        }
      }
      for name in missing {
        faults.append(
          Fault(range: nil, message: "The text lacks the tag <\(name)> of its source text.", values: [.tag: name]))
      }
    }
  }
}

/// A tag of HTML in a text.
struct MarkupTag {
  /// The name in small letters, after a slash when the tag closes an element: `b`, `/b`, `br`. Attributes are left out.
  let name: String
  let range: Range<Int>

  /// Returns the tags of a text.
  static func all(in scalars: [Unicode.Scalar]) -> [MarkupTag] {
    var tags: [MarkupTag] = []
    var index = 0
    while let start = scalars[index...].firstIndex(of: "<") {
      index = start + 1
      var end = index
      if end < scalars.count, scalars[end] == "/" { end += 1 }
      let letters = scalars[end...].prefix { $0.isASCIIAlphanumeric }
      guard let first = letters.first, first.isASCIILetter else { continue }
      let name = scalars[index..<letters.endIndex].text.lowercased()
      // `<` alone is a sign.
      guard let closing = scalars[letters.endIndex...].prefix(256).firstIndex(where: { $0 == ">" || $0 == "<" }),
        scalars[closing] == ">"
      else { continue }
      tags.append(MarkupTag(name: name, range: start..<closing + 1))
      index = closing + 1
    }
    return tags
  }
}
