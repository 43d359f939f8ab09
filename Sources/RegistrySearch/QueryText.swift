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
    let gap = Gap(scalars[range]).removing(tail: tail, head: head)
    if parts.isEmpty { return [] }
    return gap.split(parts)
  }
}

/// What was typed between two literals.
private struct Gap {
  var scalars: ArraySlice<Unicode.Scalar>

  init(_ scalars: ArraySlice<Unicode.Scalar>) { self.scalars = scalars }

  /// The value in the gap as it was typed, without spaces and invisible controls at its ends and without isolates.
  var value: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: trimmed.scalars.filter { !$0.isIsolate })
    return String(view)
  }

  var trimmed: Gap {
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return Gap(scalars.prefix(0)) }
    return Gap(scalars[first...last])
  }

  /// Returns the gap without the signs that belong to the literals around it.
  func removing(tail: [Unicode.Scalar], head: [Unicode.Scalar]) -> Gap {
    var rest = scalars
    for sign in tail {
      guard let place = rest.firstIndex(where: { !$0.isBlank }), rest[place].isSameSign(as: sign) else { break }
      rest = rest[(place + 1)...]
    }
    for sign in head.reversed() {
      guard let place = rest.lastIndex(where: { !$0.isBlank }), rest[place].isSameSign(as: sign) else { break }
      rest = rest[..<place]
    }
    return Gap(rest)
  }

  /// Returns the values of the arguments in the gap, or one value for all that nothing separates.
  func split(_ parts: ArraySlice<Template.Part>) -> [SearchHit.Argument]? {
    var (values, names): ([SearchHit.Argument], [String]) = ([], [])
    var rest = self
    for part in parts {
      switch part {
      case .argument(let name): names.append(name)
      case .literal(let text):
        let signs = Array(text.unicodeScalars).filter { !$0.isBlank }
        guard !names.isEmpty, let (before, after) = signs.isEmpty ? rest.atBlank(parts) : rest.around(signs) else {
          continue
        }
        guard !before.value.isEmpty else { return nil }
        values.append(SearchHit.Argument(names: names, value: before.value))
        (names, rest) = ([], after)
      }
    }
    guard !names.isEmpty else { return values }
    guard !rest.value.isEmpty else { return nil }
    return values + [SearchHit.Argument(names: names, value: rest.value)]
  }

  /// Returns what is before and after the first place of some signs.
  private func around(_ signs: [Unicode.Scalar]) -> (Gap, Gap)? {
    var start = scalars.startIndex
    while start + signs.count <= scalars.endIndex {
      let end = start + signs.count
      if zip(scalars[start..<end], signs).allSatisfy({ $0.isSameSign(as: $1) }) {
        return (Gap(scalars[..<start]), Gap(scalars[end...]))
      }
      start += 1
    }
    return nil
  }

  /// Returns what is before and after the only space of the gap, or after its first isolated value; nil when there are
  /// more spaces than literals, so that it is not known which of them separates the values.
  private func atBlank(_ parts: ArraySlice<Template.Part>) -> (Gap, Gap)? {
    let blanks = parts.filter {
      if case .literal(let text) = $0 { text.unicodeScalars.allSatisfy(\.isBlank) } else { false }
    }
    .count
    let inner = scalars.drop { $0.properties.isWhitespace }
    if let opening = inner.first, opening.isIsolate, let end = inner.firstIndex(of: "\u{2069}") {
      return (Gap(inner[...end]), Gap(inner[(end + 1)...]))
    }
    let typed = trimmed.scalars
    let spaces = typed.indices.filter { typed[$0].properties.isWhitespace }
    guard let first = spaces.first, spaces.count <= blanks else { return nil }
    return (Gap(typed[..<first]), Gap(typed[(first + 1)...]))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar starts or ends a directional isolate.
  var isIsolate: Bool { (0x2066...0x2069).contains(value) }

  /// Whether two signs are the same but for their width.
  fileprivate func isSameSign(as other: Unicode.Scalar) -> Bool {
    narrow == other.narrow
  }

  /// The ASCII form of a full-width sign.
  private var narrow: UInt32 { (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value }
}
