import RegistryCatalog

/// The check of words of the source text that were left in a text of another script.
enum ForeignWordsCheck {
  static let check = TextCheck(
    "untranslated-words", .warning, .text, "words of the source text that were left in a text of another script"
  ) { comparison, faults in
    let profile = comparison.text.profile
    // A text that nobody has translated at all is found by ``UnchangedCheck``.
    guard let source = comparison.source, source.text != comparison.text.text, profile.isOfOtherScript else { return }
    comparison.eachLeaf { leaf, counterpart in
      guard leaf.traits.contains(.smallLatin) else { return }
      let runs = runs(in: leaf.scalars)
      guard !runs.isEmpty else { return }
      let words = Set((counterpart?.scalars ?? source.leaves[0].scalars).text.lowercased().split { !$0.isLetter })
      let known = (comparison.glossary?.unchanged ?? []).flatMap { $0.split { !$0.isLetter } }
      for run in runs {
        let left = leaf.scalars[run].text.split { !$0.isLetter }
        guard !UnchangedCheck.brands.contains(leaf.scalars[run].text),
          left.allSatisfy({ words.contains(Substring($0.lowercased())) && !known.contains($0) })
        else { continue }
        faults.append(
          Fault(
            range: leaf.stored(run), message: "The text has words of its source text: '\(leaf.scalars[run].text)'."))
      }
    }
  }

  /// Returns runs of Latin words in small letters. Names, acronyms and addresses have others in them or beside them.
  private static func runs(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].isASCIILetter else {
        index += 1
        continue
      }
      let start = index
      var end = start
      while index < scalars.count, scalars[index].isASCIILetter || scalars[index] == " " {
        if scalars[index].isASCIILetter { end = index + 1 }
        index += 1
      }
      let run = start..<end
      let isToken = [run.lowerBound - 1, run.upperBound].contains { place in
        scalars.indices.contains(place) && isOfToken(scalars[place])
      }
      let isPlain = scalars[run].allSatisfy { $0 == " " || (0x61...0x7A).contains($0.value) }
      if isPlain, !isToken, run.count > 2 { runs.append(run) }
    }
    return runs
  }

  private static func isOfToken(_ scalar: Unicode.Scalar) -> Bool {
    scalar.digitValue != nil || "_-./@:：#%&=+'\"`<>{}｛｝\u{FFFC}\u{2068}\u{2069}“”‘’«»「」".unicodeScalars.contains(scalar)
  }
}
