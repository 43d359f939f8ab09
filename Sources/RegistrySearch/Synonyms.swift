import RegistryCatalog
import TextFolding

/// The words of the glossary that people write in other words.
struct Synonyms: Sendable {
  /// Other words, folded, and the ones that texts use.
  private let pairs: [(other: FoldedText, used: String)]

  /// How many variants of a query are searched.
  private static let variantLimit = 8

  init(_ terms: [Term]) {
    var pairs: [(other: FoldedText, used: String)] = []
    for term in terms {
      for (_, rendering) in term.renderings.sorted(by: { $0.key < $1.key }) {
        let used = FoldedText(rendering.text)
        for word in rendering.synonyms + rendering.forbidden + rendering.otherForms {
          let other = FoldedText(word)
          if other != used, !other.scalars.isEmpty, !used.scalars.isEmpty { pairs.append((other, rendering.text)) }
        }
      }
    }
    // The longest words come first: in a longer expression, a shorter one means something else.
    self.pairs = pairs.sorted { $0.other.scalars.count > $1.other.scalars.count }
  }

  /// Returns a query with other words replaced by the ones that texts use. The rest of it stays as it was typed.
  func variants(of query: QueryText) -> [String] {
    var variants: [String] = []
    for (other, used) in pairs where variants.count < Self.variantLimit {
      guard let range = place(of: other, in: query.folded) else { continue }
      var view = String.UnicodeScalarView(query.scalars[..<query.offset(before: range)])
      // Spaces beside Han are removed by folding.
      view.append(contentsOf: " \(used) ".unicodeScalars)
      view.append(contentsOf: query.scalars[query.offset(after: range)...])
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
