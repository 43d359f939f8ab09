/// A text in the form in which texts are compared: without case, marks, and the variants of letters that writers mix.
///
/// ```swift
/// FoldedText("الْمُعَرِّف").scalars == FoldedText("المعرف").scalars  // true
/// FoldedText("餘額　不足！").scalars == FoldedText("余额不足").scalars  // true
/// ```
///
/// Each scalar is folded on its own: it is decomposed (NFKD), its case is folded, marks (Mn, Me), format characters
/// (Cf) and the tatweel are dropped, digits become those of ASCII, the families of alef, hamza, yeh, teh marbuta and
/// keheh become one letter each, and traditional characters become simplified ones. All marks are dropped, so the
/// result is the same for every normalization form of the text. What is neither a letter nor a number becomes one
/// space, but there is no space beside Han and at the ends.
///
/// Folding takes time in proportion to the length of the text, whatever it contains.
package struct FoldedText: Sendable {
  /// The scalars of the folded text.
  package private(set) var scalars: [Unicode.Scalar] = []
  /// Where the origin of each scalar starts in the text, as an offset in its Unicode scalars.
  private var starts: [Int32] = []
  /// Where the origin of each scalar ends, with the marks that follow it and were dropped.
  private var ends: [Int32] = []

  /// Folds a text.
  package init(_ text: String) {
    let view = text.unicodeScalars
    scalars.reserveCapacity(text.utf8.count)
    starts.reserveCapacity(text.utf8.count)
    ends.reserveCapacity(text.utf8.count)
    var folder = TextFolder()
    var offset: Int32 = 0
    for scalar in view {
      let before = scalars.count
      let isDropped = folder.fold(scalar.value, into: &scalars) { Unicode.Scalar($0) ?? " " }
      if isDropped {
        if let end = ends.last, end == offset { ends[ends.count - 1] = offset + 1 }
      } else if scalars.count > before {
        // The space that the folder has put before the letter comes from what separates it from the last one.
        if let end = ends.last, scalars[before] == " " {
          starts.append(end)
          ends.append(offset)
        }
        while starts.count < scalars.count {
          starts.append(offset)
          ends.append(offset + 1)
        }
      }
      offset += 1
    }
  }

  /// Returns where a part of the folded text comes from.
  ///
  /// - Parameter range: Positions in ``scalars``, at least one.
  /// - Returns: Offsets in the Unicode scalars of the original text, which include marks after the last letter. Empty
  ///   when the range is empty.
  package func origin(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, range.upperBound <= scalars.count else { return 0..<0 }
    return Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  /// Returns the first place of another folded text in this one.
  ///
  /// - Parameters:
  ///   - part: What is looked for. An empty text is found nowhere.
  ///   - start: The position in ``scalars`` from which on to look.
  /// - Returns: The positions in ``scalars``; nil when there are none.
  package func firstRange(of part: FoldedText, from start: Int = 0) -> Range<Int>? {
    guard let first = part.scalars.first, start >= 0 else { return nil }
    let length = part.scalars.count
    var position = start
    while position + length <= scalars.count {
      if scalars[position] == first, scalars[position..<position + length] == part.scalars[...] {
        return position..<position + length
      }
      position += 1
    }
    return nil
  }
}

extension FoldedText: Hashable {
  /// Returns whether two texts are the same when they are folded.
  package static func == (left: FoldedText, right: FoldedText) -> Bool { left.scalars == right.scalars }

  /// Hashes the folded text.
  package func hash(into hasher: inout Hasher) { hasher.combine(scalars) }
}

extension FoldedText: CustomStringConvertible {
  /// The folded text.
  package var description: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
