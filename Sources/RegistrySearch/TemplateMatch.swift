import TextFolding

/// The words of a template as they were found in a query, and the values between them.
struct TemplateMatch {
  /// The values, in the order of the text.
  let arguments: [SearchHit.Argument]
  /// The share of the query's letters that belong to the template or to its values: 1 when nothing is around them.
  let coverage: Double
  /// The share of the query that are words of the template. A character of Han counts as three letters.
  let literalShare: Double
  /// How many letters these words have.
  let literalSize: Int
  /// Whether the query isolates its values; nil when words were found in what it isolates.
  let isIsolated: Bool?
}

/// Finds the words of templates in one query.
struct TemplateMatcher {
  let text: QueryText
  private let letters: [Letter]
  /// Whether each folded letter stands in a value that the query isolates.
  private let isIsolated: [Bool]

  init(_ text: QueryText) {
    self.text = text
    letters = text.letters
    isIsolated = text.isolatedLetters
  }

  /// Returns the values with which a template is the query or a part of it; nil when there are none.
  ///
  /// The words are looked for from left to right, each as early as possible, but the last one at the end if it is
  /// there. What the query isolates is a value, so no word is found in it, unless the words are found nowhere else.
  func match(_ template: Template) -> TemplateMatch? {
    if isIsolated.contains(true), let match = match(template, skippingIsolates: true) { return match }
    return match(template, skippingIsolates: false)
  }

  private func match(_ template: Template, skippingIsolates: Bool) -> TemplateMatch? {
    var position = 0
    // What was found: a literal with its place in the query, or an argument with none yet.
    var literals: [(part: Int, literal: TemplateLiteral, range: Range<Int>)] = []
    let places = template.parts.indices.filter { if case .literal = template.parts[$0] { true } else { false } }
    for part in places {
      guard case .literal(let text) = template.parts[part] else { continue }
      let literal = TemplateLiteral(text)
      if literal.letters.isEmpty { continue }
      let isLast = part == template.parts.count - 1
      let found =
        if isLast,
          let end = place(of: literal, at: letters.count - literal.letters.count, from: position, skippingIsolates)
        {
          Optional(end)
        } else {
          firstPlace(of: literal, from: position, skippingIsolates)
        }
      guard let found else { return nil }
      literals.append((part, literal, found))
      position = found.upperBound
    }
    guard let first = literals.first, let last = literals.last else { return nil }
    let hasValueBefore = template.parts[..<first.part].contains { if case .argument = $0 { true } else { false } }
    let hasValueAfter = template.parts[(last.part + 1)...].contains { if case .argument = $0 { true } else { false } }
    var arguments: [SearchHit.Argument] = []
    var start = hasValueBefore ? 0 : text.offset(before: first.range)
    var parts = template.parts.startIndex
    for (part, literal, range) in literals {
      let end = text.offset(before: range)
      if part > parts {
        guard
          let values = text.values(
            of: template.parts[parts..<part], in: start..<end, before: literal.head, after: tail(literals, part))
        else { return nil }
        arguments += values
      }
      start = text.offset(after: range)
      parts = part + 1
    }
    if parts < template.parts.count, hasValueAfter {
      let end = text.scalars.count
      guard
        let values = text.values(of: template.parts[parts...], in: start..<end, before: [], after: last.literal.tail)
      else { return nil }
      arguments += values
    }
    // An argument that stands twice must have the same value.
    var values: [[String]: String] = [:]
    for argument in arguments {
      if let other = values.updateValue(argument.value, forKey: argument.names), other != argument.value { return nil }
    }
    let covered =
      (hasValueAfter ? letters.count : last.range.upperBound) - (hasValueBefore ? 0 : first.range.lowerBound)
    let words = literals.reduce(0) { $0 + $1.literal.letters.size }
    return TemplateMatch(
      arguments: arguments, coverage: Double(covered) / Double(max(1, letters.count)),
      literalShare: Double(words) / Double(max(1, letters.size)), literalSize: words,
      isIsolated: skippingIsolates ? true : isIsolated.contains(true) ? nil : false)
  }

  /// Returns the signs at the end of the literal before a part.
  private func tail(
    _ literals: [(part: Int, literal: TemplateLiteral, range: Range<Int>)], _ part: Int
  ) -> [Unicode.Scalar] {
    literals.last { $0.part < part }?.literal.tail ?? []
  }

  /// Returns the first place of a literal, preferably where words begin and end as in the template.
  private func firstPlace(of literal: TemplateLiteral, from start: Int, _ skippingIsolates: Bool) -> Range<Int>? {
    var fallback: Range<Int>?
    var position = start
    while position + literal.letters.count <= letters.count {
      if let range = place(of: literal, at: position, from: start, skippingIsolates) {
        if hasBoundaries(literal, range) { return range }
        fallback = fallback ?? range
      }
      position += 1
    }
    return fallback
  }

  /// Returns the place of a literal at a position; nil when the query has something else there.
  private func place(
    of literal: TemplateLiteral, at position: Int, from start: Int, _ skippingIsolates: Bool
  ) -> Range<Int>? {
    guard position >= start, position + literal.letters.count <= letters.count else { return nil }
    for (offset, letter) in literal.letters.enumerated() {
      if letters[position + offset] != letter { return nil }
      if skippingIsolates, isIsolated[position + offset] { return nil }
    }
    return position..<position + literal.letters.count
  }

  private func hasBoundaries(_ literal: TemplateLiteral, _ range: Range<Int>) -> Bool {
    let isFree = { (position: Int, inner: Int) in
      !letters.indices.contains(position) || letters[position] == .space || letters[position].isHan
        || letters[inner].isHan
    }
    return (literal.head.isEmpty && !literal.startsAfterSpace || isFree(range.lowerBound - 1, range.lowerBound))
      && (literal.tail.isEmpty && !literal.endsBeforeSpace || isFree(range.upperBound, range.upperBound - 1))
  }
}

/// The words between two values of a template, and the signs at their ends.
struct TemplateLiteral {
  /// The folded words.
  let letters: [Letter]
  /// The signs before the first letter, without spaces: what does not belong to a value before it.
  let head: [Unicode.Scalar]
  /// The signs after the last letter, without spaces.
  let tail: [Unicode.Scalar]
  /// Whether a space stands before the first letter.
  let startsAfterSpace: Bool
  /// Whether a space stands after the last letter.
  let endsBeforeSpace: Bool

  init(_ text: String) {
    let folded = FoldedText(text)
    let scalars = Array(text.unicodeScalars)
    letters = folded.letters
    let words = letters.isEmpty ? scalars.count..<scalars.count : folded.origin(of: 0..<letters.count)
    head = scalars[..<words.lowerBound].filter { !$0.isBlank }
    tail = scalars[words.upperBound...].filter { !$0.isBlank }
    startsAfterSpace = words.lowerBound > 0
    endsBeforeSpace = words.upperBound < scalars.count
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a space, or a control that people do not see.
  var isBlank: Bool { properties.isWhitespace || properties.generalCategory == .format }
}
