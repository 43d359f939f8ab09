/// Formats a pattern directly from its text, without building its parts.
///
/// A pattern was checked before it was stored. One that was not checked gets an error where it cannot be followed.
struct PatternFormatter {
  private let text: String
  private let locale: String
  private let arguments: [String: MessageValue]
  private let system: NumberingSystem
  private var output = ""
  private var missing: [String] = []
  private var mismatched: [(name: String, kind: ArgumentKind)] = []

  init(_ text: String, locale: String, arguments: [String: MessageValue], system: NumberingSystem) {
    self.text = text
    self.locale = locale
    self.arguments = arguments
    self.system = system
  }

  /// Returns the text with its arguments inserted.
  mutating func format() throws(MessageFormatError) -> String {
    let text = text
    let bytes = text.utf8Span.span
    var isPlain = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "'") {
        isPlain = false
        break
      }
    }
    if isPlain { return text }
    output.reserveCapacity(min(bytes.count + 32, 256))
    var cursor = PatternCursor()
    try append(&cursor, in: bytes, isForm: false, number: nil, pound: .literal, depth: 0)
    guard missing.isEmpty, mismatched.isEmpty else {
      throw MessageFormatError(missing: missing, mismatched: mismatched)
    }
    return output
  }

  /// Appends a text up to its end: that of the pattern, or the `}` of a form.
  ///
  /// - Parameters:
  ///   - cursor: The position, which is moved behind the text.
  ///   - bytes: The UTF-8 of the pattern.
  ///   - isForm: Whether the text is that of a form.
  ///   - number: What `#` stands for.
  ///   - pound: What `#` means.
  ///   - depth: The number of arguments around the text.
  private mutating func append(
    _ cursor: inout PatternCursor, in bytes: Span<UInt8>, isForm: Bool, number: MessageNumber?,
    pound: PatternCursor.Pound, depth: Int
  ) throws(MessageFormatError) {
    while true {
      switch try cursor.next(in: bytes, pound: pound) {
      case .text(let range): output += slice(range)
      case .pound:
        // In a select inside a plural it is literal, as in ICU. Our own patterns never have it there.
        if let number, pound == .number { append(number, .decimal) } else { output += "#" }
      case .close:
        if isForm { return }
        throw MessageFormatError("an unmatched '}'", at: cursor.offset - 1, in: bytes)
      case .end:
        if isForm { throw PatternCursor.unclosed(at: cursor.offset, in: bytes) }
        return
      case .open:
        let head = try cursor.argument(in: bytes)
        let name = String(slice(head.name))
        switch head.type {
        case .plain:
          switch arguments[name] {
          case .text(let value): BidiIsolation.append(value, to: &output)
          case .number(let value): append(value, .decimal)
          case nil: note(name)
          }
        case .number(let style): if let value = self.number(name) { append(value, style) }
        case .plural(let kind, let offset):
          let value = self.number(name)
          try appendPlural(&cursor, in: bytes, head, value, kind, offset, depth + 1)
        case .select:
          try appendSelect(&cursor, in: bytes, head, choice(name), number: number, pound, depth + 1)
        }
      }
    }
  }

  /// Appends the form of a plural: that of the exact number, else that of its category, else `other`.
  private mutating func appendPlural(
    _ cursor: inout PatternCursor, in bytes: Span<UInt8>, _ head: PatternCursor.Head, _ value: MessageNumber?,
    _ kind: PluralRules.Kind, _ offset: Int, _ depth: Int
  ) throws(MessageFormatError) {
    try PatternCursor.checkDepth(depth, at: head.start, in: bytes)
    let number = value?.subtracting(offset)
    var (category, chosen, other): (PluralCategory?, PatternCursor?, PatternCursor?)
    var isExact = false
    while let selector = try cursor.selector(in: bytes, of: head) {
      switch selector {
      case .exact(let exact):
        if !isExact, let value, value.isEqualInValue(to: exact) { (chosen, isExact) = (cursor, true) }
      case .keyword(let range):
        if other == nil, PatternCursor.matches(range, "other", in: bytes) { other = cursor }
        guard !isExact, chosen == nil, let number else { break }
        if category == nil { category = PluralRules(for: locale, kind).category(of: number) }
        if let category, PatternCursor.matches(range, category.rawValue, in: bytes) { chosen = cursor }
      }
      try cursor.skipForm(in: bytes, pound: .number, depth: depth)
    }
    guard var form = chosen ?? other else {
      throw MessageFormatError("a plural without the form 'other'", at: head.start, in: bytes)
    }
    try append(&form, in: bytes, isForm: true, number: number, pound: .number, depth: depth)
  }

  /// Appends the form of a select: that of the value, else `other`.
  private mutating func appendSelect(
    _ cursor: inout PatternCursor, in bytes: Span<UInt8>, _ head: PatternCursor.Head, _ value: String?,
    number: MessageNumber?, _ outer: PatternCursor.Pound, _ depth: Int
  ) throws(MessageFormatError) {
    try PatternCursor.checkDepth(depth, at: head.start, in: bytes)
    let pound = head.pound(in: outer)
    var (chosen, other): (PatternCursor?, PatternCursor?)
    while let selector = try cursor.selector(in: bytes, of: head) {
      if case .keyword(let range) = selector {
        if other == nil, PatternCursor.matches(range, "other", in: bytes) { other = cursor }
        if chosen == nil, let value, PatternCursor.matches(range, value, in: bytes) { chosen = cursor }
      }
      try cursor.skipForm(in: bytes, pound: pound, depth: depth)
    }
    guard var form = chosen ?? other else {
      throw MessageFormatError("a select without the form 'other'", at: head.start, in: bytes)
    }
    try append(&form, in: bytes, isForm: true, number: number, pound: pound, depth: depth)
  }

  private mutating func append(_ number: MessageNumber, _ style: NumberStyle) {
    number.append(to: &output, style: style, symbols: NumberSymbols(for: locale, system), system: system)
  }

  /// Returns the value of an argument that must be a number. Notes the name when it is not one.
  private mutating func number(_ name: String) -> MessageNumber? {
    switch arguments[name] {
    case .number(let value): return value
    case .text: note(name, as: .number)
    case nil: note(name)
    }
    return nil
  }

  /// Returns the value of an argument that must be a text. Notes the name when it is not one.
  private mutating func choice(_ name: String) -> String? {
    switch arguments[name] {
    case .text(let value): return value
    case .number: note(name, as: .choice)
    case nil: note(name)
    }
    return nil
  }

  /// Notes an argument without a value, or with a value of another kind than is needed.
  private mutating func note(_ name: String, as kind: ArgumentKind? = nil) {
    if let kind {
      if !mismatched.contains(where: { $0.name == name }) { mismatched.append((name, kind)) }
    } else if !missing.contains(name) {
      missing.append(name)
    }
  }

  private func slice(_ range: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return text[start..<utf8.index(start, offsetBy: range.count)]
  }
}
