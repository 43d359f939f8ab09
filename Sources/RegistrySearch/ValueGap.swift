/// What was typed between the letters of two literals: values, and the signs of the literals around them.
struct ValueGap {
  private let scalars: ArraySlice<Unicode.Scalar>

  init(_ scalars: ArraySlice<Unicode.Scalar>) { self.scalars = scalars }

  /// The value in the gap as it was typed, without spaces and invisible controls at its ends and without isolates.
  private var value: String {
    String(String.UnicodeScalarView(trimmed.scalars.filter { !$0.isIsolate }))
  }

  private var trimmed: ValueGap {
    guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank })
    else { return ValueGap(scalars.prefix(0)) }
    return ValueGap(scalars[first...last])
  }

  /// Returns the gap without the signs that belong to the literals around it.
  func removing(tail: [Unicode.Scalar], head: [Unicode.Scalar]) -> ValueGap {
    var rest = scalars
    for sign in tail {
      guard let place = rest.firstIndex(where: { !$0.isBlank }), rest[place].isSameSign(as: sign) else { break }
      rest = rest[(place + 1)...]
    }
    for sign in head.reversed() {
      guard let place = rest.lastIndex(where: { !$0.isBlank }), rest[place].isSameSign(as: sign) else { break }
      rest = rest[..<place]
    }
    return ValueGap(rest)
  }

  /// Returns the values of the arguments in the gap, or one value for all that nothing separates; nil when one of them
  /// is empty.
  func split(_ parts: ArraySlice<Template.Part>) -> [SearchHit.Argument]? {
    var (values, names): ([SearchHit.Argument], [String]) = ([], [])
    var rest = self
    for part in parts {
      switch part {
      case .argument(let name): names.append(name)
      case .literal(let text):
        let literal = Array(text.unicodeScalars)
        let blanks = parts.count {
          if case .literal(let text) = $0 { text.unicodeScalars.allSatisfy(\.isBlank) } else { false }
        }
        guard !names.isEmpty, let (before, after) = rest.separated(by: literal, blanks: blanks) else { continue }
        guard !before.value.isEmpty else { return nil }
        values.append(SearchHit.Argument(names: names, value: before.value))
        (names, rest) = ([], after)
      }
    }
    guard !names.isEmpty else { return values }
    guard !rest.value.isEmpty else { return nil }
    return values + [SearchHit.Argument(names: names, value: rest.value)]
  }

  /// Returns what is before and after a literal without letters; nil when it is not there.
  ///
  /// - Parameters:
  ///   - literal: Signs and spaces.
  ///   - blanks: How many literals of the gap are nothing but spaces.
  private func separated(by literal: [Unicode.Scalar], blanks: Int) -> (ValueGap, ValueGap)? {
    let signs = literal.filter { !$0.isBlank }
    if let end = endOfIsolate {
      return (ValueGap(scalars[..<end]), ValueGap(scalars[end...]).removing(tail: signs, head: []))
    }
    if signs.isEmpty { return aroundBlank(of: blanks) }
    // As it is in the text, then without its spaces, then in another width.
    return around(literal) { $0 == $1 || $0.isBlank && $1.isBlank } ?? around(signs) { $0 == $1 }
      ?? around(signs) { $0.isSameSign(as: $1) }
  }

  /// The place after the isolate with which the gap starts; nil when it starts with something else.
  private var endOfIsolate: Int? {
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }), scalars[start].isIsolate else {
      return nil
    }
    var depth = 0
    for place in start..<scalars.endIndex where scalars[place].isIsolate {
      depth += scalars[place].value == 0x2069 ? -1 : 1
      if depth <= 0 { return place + 1 }
    }
    return nil
  }

  /// Returns what is before and after the first place of some signs.
  private func around(
    _ signs: [Unicode.Scalar], _ isSame: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> (ValueGap, ValueGap)? {
    var start = scalars.startIndex
    while start + signs.count <= scalars.endIndex {
      let end = start + signs.count
      if zip(scalars[start..<end], signs).allSatisfy(isSame) {
        return (ValueGap(scalars[..<start]), ValueGap(scalars[end...]))
      }
      start += 1
    }
    return nil
  }

  /// Returns what is before and after the first space; nil when there are more spaces than literals, so that it is not
  /// known which of them separates the values.
  private func aroundBlank(of blanks: Int) -> (ValueGap, ValueGap)? {
    let typed = trimmed.scalars
    let spaces = typed.indices.filter { typed[$0].properties.isWhitespace }
    guard let first = spaces.first, spaces.count <= blanks else { return nil }
    return (ValueGap(typed[..<first]), ValueGap(typed[(first + 1)...]))
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
