import MessageFormat
import RegistryCatalog

/// One leaf of a checked text, with the places of its scalars in the stored text.
final class CheckedLeaf: Sendable {
  let leaf: TextLeaf
  /// The reading of the pattern; nil when the text is no pattern: then its scalars are those of the text.
  let reading: MessagePattern.Reading?
  let traits: TextTraits
  /// The names of plurals for which this leaf stands for a single number.
  let singleValues: Set<String>
  /// The folded words; nil when there is no glossary.
  let words: FoldedWords?

  init(_ leaf: TextLeaf, of text: String, _ reading: MessagePattern.Reading?, _ profile: LanguageProfile) {
    self.leaf = leaf
    self.reading = reading
    traits = TextTraits(of: leaf.scalars)
    singleValues = reading.map { Set($0.choices.filter(profile.isSingleValue).map(\.name)) } ?? []
    // Making a text of scalars takes longer than taking one that is there.
    words = profile.hasGlossary ? FoldedWords(reading == nil ? text : leaf.scalars.text) : nil
  }

  var scalars: [Unicode.Scalar] { leaf.scalars }

  /// The names of the arguments that the leaf shows.
  var argumentNames: Set<String> { Set((reading?.arguments ?? []).map(\.name)) }

  /// Whether the leaf stands for single numbers, so that it may say them in words.
  var saysNumberInWords: Bool { !singleValues.isEmpty }

  /// Returns the place of scalars of the leaf in the stored text.
  func stored(_ range: Range<Int>) -> Range<Int> {
    guard let reading else { return range }
    if range.isEmpty {
      let end = range.lowerBound == 0 ? reading.starts.first ?? 0 : reading.ends[range.lowerBound - 1]
      return end..<end
    }
    let start = reading.starts[range.lowerBound]
    return start..<max(start, reading.ends[range.upperBound - 1])
  }
}
