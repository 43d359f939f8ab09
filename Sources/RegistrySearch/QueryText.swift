import TextFolding

/// A text that is looked for, with the way back from its folded letters to what was typed.
struct QueryText {
  /// What was typed.
  let scalars: [Unicode.Scalar]
  /// The folded text.
  let folded: FoldedText
  /// The folded text as letters.
  let letters: [Letter]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    folded = FoldedText(text)
    letters = folded.letters
  }

  /// Returns the offset in what was typed at which a part of the folded text starts.
  func offset(before range: Range<Int>) -> Int { folded.origin(of: range).lowerBound }

  /// Returns the offset in what was typed at which a part of the folded text ends.
  func offset(after range: Range<Int>) -> Int { folded.origin(of: range).upperBound }

  /// Whether each folded letter stands between an isolate (U+2066 to U+2068) and its end (U+2069).
  var isolatedLetters: [Bool] {
    var isInside = [Bool](repeating: false, count: letters.count)
    guard scalars.contains(where: \.isIsolate) else { return isInside }
    var depths: [Int] = []
    var depth = 0
    for scalar in scalars {
      if scalar.isIsolate { depth += scalar.value == 0x2069 ? (depth > 0 ? -1 : 0) : 1 }
      depths.append(depth)
    }
    for position in letters.indices {
      isInside[position] = depths[folded.origin(of: position..<position + 1).lowerBound] > 0
    }
    return isInside
  }

  /// Returns the values between two literals.
  ///
  /// - Parameters:
  ///   - parts: Arguments, and the literals without letters between them, such as ` / `.
  ///   - range: The offsets in what was typed between the letters of both literals.
  ///   - head: The signs at the start of the next literal.
  ///   - tail: The signs at the end of the literal before.
  /// - Returns: The values; nil when one of them is empty.
  func values(
    of parts: ArraySlice<Template.Part>, in range: Range<Int>, before head: [Unicode.Scalar],
    after tail: [Unicode.Scalar]
  ) -> [SearchHit.Argument]? {
    var (head, tail, parts) = (head, tail, parts)
    if case .literal(let text)? = parts.first {
      tail += text.unicodeScalars.filter { !$0.isBlank }
      parts = parts.dropFirst()
    }
    if case .literal(let text)? = parts.last {
      head = text.unicodeScalars.filter { !$0.isBlank } + head
      parts = parts.dropLast()
    }
    guard range.lowerBound <= range.upperBound else { return nil }
    let gap = ValueGap(scalars[range]).removing(tail: tail, head: head)
    if parts.isEmpty { return [] }
    return gap.split(parts)
  }
}
