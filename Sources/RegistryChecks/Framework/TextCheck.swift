import RegistryCatalog

/// A fault that a check has found in a text.
struct Fault: Sendable, Hashable {
  /// The place in the stored text, as offsets in Unicode scalars; nil when the text lacks something.
  let range: Range<Int>?
  let message: String
  var suggestion: String?
  /// The values of the message besides the part of the text and the suggestion.
  var values: [Finding.ValueName: String] = [:]
}

/// A text with its source text, as checks see it.
final class Comparison: Sendable {
  let text: CheckedText
  /// The source text; nil for a source text itself, and where the source text has changed since.
  let source: CheckedText?
  /// The terms of the glossary; nil when there are none.
  let glossary: Glossary?
  /// The terms in the source text of each leaf that has any.
  let terms: [(leaf: CheckedLeaf, words: FoldedWords, terms: [Glossary.Entry])]

  init(text: CheckedText, source: CheckedText?, glossary: Glossary?) {
    (self.text, self.source, self.glossary) = (text, source, glossary)
    guard let glossary, let source else {
      terms = []
      return
    }
    terms = text.leaves.compactMap { leaf in
      guard let words = leaf.words else { return nil }
      let terms = glossary.terms(in: source.counterpart(of: leaf).words?.words ?? [])
      return terms.isEmpty ? nil : (leaf, words, terms)
    }
  }

  /// Calls a function for each leaf with the leaf of the source text with which it is compared.
  func eachLeaf(_ body: (CheckedLeaf, CheckedLeaf?) -> Void) {
    for leaf in text.leaves { body(leaf, source?.counterpart(of: leaf)) }
  }
}

/// A check that looks at a whole text, and at its source text.
///
/// It is a class because the checks are gone through for each of 300,000 texts, and going through values with several
/// references counts each of these.
final class TextCheck: Sendable {
  let check: Check
  let find: @Sendable (Comparison, inout [Fault]) -> Void

  init(
    _ id: String, _ severity: Finding.Severity, _ family: Check.Family, _ summary: String,
    find: @escaping @Sendable (Comparison, inout [Fault]) -> Void
  ) {
    check = Check(id, severity, family, summary)
    self.find = find
  }
}
