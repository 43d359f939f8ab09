/// A text without the invisible characters that copying adds around it.
public struct CleanedText: Sendable, Equatable {
  /// The text that remains.
  public let text: String
  /// What was removed, in words such as `U+200F at the end`; empty when nothing was.
  public let removed: [String]

  /// Creates a text from which nothing was removed.
  package init(unchanged text: String) { (self.text, removed) = (text, []) }

  fileprivate init(_ text: String, removed: [String]) { (self.text, self.removed) = (text, removed) }
}

extension TextRules {
  /// Removes what programs add around a text that is copied from them.
  ///
  /// A terminal or a web page puts marks around a right-to-left text, so that the text does not reorder the line. A
  /// copy of the text has these marks too. Removed are U+200E (left-to-right mark), U+200F (right-to-left mark), U+FEFF
  /// (byte order mark), U+200B (zero-width space) and all other invisible characters at the start and at the end that
  /// the text does not need, and one pair of isolates that encloses the whole text. The spaces around a text are kept,
  /// and so is everything inside it.
  ///
  /// A text needs joiners beside Arabic and Indic letters and emoji, and variation selectors, for example.
  ///
  /// - Parameter text: A text as it was typed or pasted.
  /// - Returns: The text that remains, and what was removed.
  public static func cleaned(_ text: String) -> CleanedText {
    // Most texts begin and end with a letter.
    let scalars = text.unicodeScalars
    guard scalars.first?.isOfCopy == true || scalars.last?.isOfCopy == true else { return CleanedText(unchanged: text) }
    var cleaning = Cleaning(scalars: Array(scalars))
    cleaning.removeMarks()
    cleaning.removeIsolates()
    cleaning.removeMarks()
    // Of a text that shows nothing, the error names what it has.
    return cleaning.scalars.contains(where: \.isVisible) ? cleaning.result : CleanedText(unchanged: text)
  }

  /// A text that is being cleaned, with what was removed so far.
  private struct Cleaning {
    var scalars: [Unicode.Scalar]
    private var (start, isolates, end): ([Unicode.Scalar], [Unicode.Scalar], [Unicode.Scalar]) = ([], [], [])

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Removes the marks at both ends, also those between spaces.
    mutating func removeMarks() {
      let invisible = InvisibleScalars(scalars)
      let all = scalars
      let isMark = { (index: Int) in invisible.isUseless[index] || all[index].isMarkOfDirection }
      let isAtEdge = { (index: Int) in isMark(index) || all[index].properties.isWhitespace }
      let first = all.indices.first { !isAtEdge($0) } ?? all.endIndex
      let last = all.indices.last { !isAtEdge($0) } ?? all.startIndex - 1
      let (leading, trailing) = (all.indices[..<first], all.indices[max(first, last + 1)...])
      start += leading.filter(isMark).map { all[$0] }
      end = trailing.filter(isMark).map { all[$0] } + end
      let inside = first <= last ? all[first...last] : []
      scalars =
        leading.filter { !isMark($0) }.map { all[$0] } + inside + trailing.filter { !isMark($0) }.map { all[$0] }
    }

    /// Removes a pair of isolates that encloses everything but spaces.
    mutating func removeIsolates() {
      guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }), first < last,
        scalars[first].opensIsolate, closing(of: first) == last
      else { return }
      isolates = [scalars[first], scalars[last]]
      scalars.remove(at: last)
      scalars.remove(at: first)
    }

    /// Returns the index of the scalar that closes an isolate; nil when none does.
    private func closing(of opening: Int) -> Int? {
      var open = 0
      for index in opening..<scalars.endIndex {
        if scalars[index].opensIsolate { open += 1 }
        if scalars[index].closesIsolate { open -= 1 }
        if open == 0 { return index }
      }
      return nil
    }

    var result: CleanedText {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      var removed = Self.names(of: start).map { "\($0) at the start" }
      if !isolates.isEmpty { removed.append(isolates.map(\.name).joined(separator: " and ") + " around it") }
      removed += Self.names(of: end).map { "\($0) at the end" }
      return CleanedText(String(text), removed: removed)
    }

    /// Returns the names of different scalars in the order of first use.
    private static func names(of scalars: [Unicode.Scalar]) -> [String] {
      scalars.map(\.name).reduce(into: []) { names, name in
        if !names.contains(name) { names.append(name) }
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a mark of direction, which copying adds at the ends of a text.
  fileprivate var isMarkOfDirection: Bool { value == 0x200E || value == 0x200F }

  fileprivate var opensIsolate: Bool { (0x2066...0x2068).contains(value) }

  fileprivate var closesIsolate: Bool { value == 0x2069 }

  /// Whether a text that begins or ends with the scalar may have marks or isolates from copying.
  fileprivate var isOfCopy: Bool {
    isMarkOfDirection || isInvisible || opensIsolate || closesIsolate || properties.isWhitespace
  }

  /// Whether the scalar shows something: it is neither a space of any kind nor ignored by all displays (UAX #44,
  /// White_Space and Default_Ignorable_Code_Point). U+2800 is a pattern of Braille without dots.
  var isVisible: Bool {
    !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint && value != 0x2800
  }
}
