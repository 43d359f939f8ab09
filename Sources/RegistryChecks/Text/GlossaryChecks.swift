import RegistryCatalog
import TextFolding

/// The checks of the glossary: a term of the source text has its rendering, in any form that grammar asks for.
enum GlossaryChecks {
  static let all = [other, forbidden]

  private static let other = TextCheck(
    "other-term", .warning, .text, "a term that is not rendered as in the glossary"
  ) { comparison, faults in
    eachTerm(of: comparison) { leaf, words, entry, inflection in
      guard !entry.renderings.contains(where: { inflection.find($0, in: words) != nil }),
        !entry.forbidden.contains(where: { inflection.find($0, in: words) != nil })
      else { return }
      let synonym = entry.synonyms.lazy.compactMap { inflection.find($0, in: words) }.first
      faults.append(
        Fault(
          range: synonym.map { leaf.stored(words.origin(of: $0)) },
          message: "The glossary renders '\(entry.source)' as \(renderings(of: entry)).",
          suggestion: entry.renderings.first?.text, values: values(of: entry)))
    }
  }

  private static let forbidden = TextCheck(
    "forbidden-term", .warning, .text, "words that the glossary forbids for a term"
  ) { comparison, faults in
    eachTerm(of: comparison) { leaf, words, entry, inflection in
      for wording in entry.forbidden {
        guard let place = inflection.find(wording, in: words) else { continue }
        // What is forbidden may be a part of what is right, or another spelling of it that folding makes the same.
        let stored = leaf.scalars[words.origin(of: place)]
        let isRight = entry.renderings.contains { rendering in
          guard let right = inflection.find(rendering, in: words), right.overlaps(place) else { return false }
          return right != place || !stored.text.contains(wording.text)
        }
        if isRight { continue }
        faults.append(
          Fault(
            range: leaf.stored(words.origin(of: place)),
            message: "For '\(entry.source)' the glossary has \(renderings(of: entry)), and not '\(wording.text)'.",
            suggestion: entry.renderings.first?.text, values: values(of: entry)))
      }
    }
  }

  private static func renderings(of entry: Glossary.Entry) -> String {
    entry.renderings.prefix(3).map { "'\($0.text)'" }.joined(separator: " or ")
  }

  private static func values(of entry: Glossary.Entry) -> [Finding.ValueName: String] {
    [.term: entry.source, .renderings: entry.renderings.prefix(3).map(\.text).joined(separator: " / ")]
  }

  /// Calls a function with each term of the source text.
  private static func eachTerm(
    of comparison: Comparison, _ body: (CheckedLeaf, FoldedWords, Glossary.Entry, Inflection) -> Void
  ) {
    for (leaf, words, terms) in comparison.terms {
      for term in terms { body(leaf, words, term, comparison.text.profile.inflection) }
    }
  }
}

/// The folded words of a leaf with their places.
struct FoldedWords {
  /// The words. Their indices are their places in the folded scalars.
  let words: [ArraySlice<Unicode.Scalar>]
  private let folded: FoldedText

  init(_ text: String) {
    folded = FoldedText(text)
    words = folded.scalars.split(separator: " ")
  }

  /// The folded scalars.
  var scalars: [Unicode.Scalar] { folded.scalars }

  /// Returns the place of folded scalars in the scalars of the leaf.
  func origin(of range: Range<Int>) -> Range<Int> { folded.origin(of: range) }
}
