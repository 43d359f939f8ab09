import RegistryCatalog
import TextFolding

/// The words of the glossary that are searched for in other words.
struct Synonyms: Sendable {
  /// Other words, and the ones that texts use, folded.
  private let pairs: [(other: FoldedText, used: FoldedText)]

  /// How many variants of a query are searched.
  private static let variantLimit = 8

  init(_ terms: [Term]) {
    var pairs: [(other: FoldedText, used: FoldedText)] = []
    for term in terms {
      for (_, rendering) in term.renderings.sorted(by: { $0.key < $1.key }) {
        let used = FoldedText(rendering.text)
        for word in rendering.synonyms + rendering.forbidden + rendering.otherForms {
          let other = FoldedText(word)
          if other != used, !other.scalars.isEmpty, !used.scalars.isEmpty { pairs.append((other, used)) }
        }
      }
    }
    // The longest words come first: in a longer expression, a shorter one means something else.
    self.pairs = pairs.sorted { $0.other.scalars.count > $1.other.scalars.count }
  }

  /// Returns a query with other words replaced by the ones that texts use.
  func variants(of query: FoldedText) -> [String] {
    var variants: [String] = []
    for (other, used) in pairs where variants.count < Self.variantLimit {
      guard let range = place(of: other, in: query) else { continue }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: query.scalars[..<range.lowerBound])
      // Han has no spaces, and folding removes them beside it.
      view.append(" ")
      view.append(contentsOf: used.scalars)
      view.append(" ")
      view.append(contentsOf: query.scalars[range.upperBound...])
      if !variants.contains(String(view)) { variants.append(String(view)) }
    }
    return variants
  }

  /// Returns the first place of an expression whose words begin and end there. In Arabic, articles and prepositions are
  /// written together with the word after them.
  private func place(of words: FoldedText, in query: FoldedText) -> Range<Int>? {
    var start = 0
    while let range = query.firstRange(of: words, from: start) {
      let (before, after) = (range.lowerBound - 1, range.upperBound)
      let startsWord = before < 0 || query.scalars[before] == " " || isFree(query.scalars[range.lowerBound])
      let endsWord =
        after >= query.scalars.count || query.scalars[after] == " " || query.scalars[after].value.isHan
        || query.scalars[after - 1].value.isHan
      if startsWord && endsWord { return range }
      start = range.lowerBound + 1
    }
    return nil
  }

  private func isFree(_ scalar: Unicode.Scalar) -> Bool { scalar.isArabic || scalar.value.isHan }
}
