/// Reads a pattern into its parts, and refuses what a language cannot use.
struct PatternParser {
  /// The names of the arguments in the order of first use.
  private(set) var names: [String] = []
  /// The kind of each argument.
  private(set) var kinds: [String: ArgumentKind] = [:]
  private let locale: String
  private var cursor = PatternCursor()

  init(locale: String) { self.locale = locale }

  mutating func parse(_ text: String) throws(MessageFormatError) -> [MessagePattern.Part] {
    let bytes = text.utf8Span.span
    return try parts(in: bytes, of: nil, pound: .literal, depth: 0)
  }

  /// Reads a text up to its end: that of the pattern, or the `}` of a form.
  ///
  /// - Parameters:
  ///   - bytes: The UTF-8 of the pattern.
  ///   - head: The argument that has the form; nil for the pattern itself.
  ///   - pound: What `#` means.
  ///   - depth: The number of arguments around the text.
  private mutating func parts(
    in bytes: Span<UInt8>, of head: PatternCursor.Head?, pound: PatternCursor.Pound, depth: Int
  ) throws(MessageFormatError) -> [MessagePattern.Part] {
    var parts: [MessagePattern.Part] = []
    var literal: [UInt8] = []
    while true {
      let token = try cursor.next(in: bytes, pound: pound)
      if case .text(let range) = token {
        for index in range { literal.append(bytes[index]) }
        continue
      }
      if !literal.isEmpty { parts.append(.literal(String(decoding: literal, as: UTF8.self))) }
      literal = []
      switch token {
      case .text: continue
      case .open: parts.append(try argument(in: bytes, pound: pound, depth: depth))
      case .pound where pound == .number: parts.append(.pound)
      case .pound:
        throw MessageFormatError(
          "'#' in a select that is inside a plural", at: cursor.offset - 1, in: bytes,
          "Libraries disagree about its meaning here. Write {name, number}, or put the plural inside the select.")
      case .close:
        if head != nil { return parts }
        throw MessageFormatError("an unmatched '}'", at: cursor.offset - 1, in: bytes)
      case .end:
        if let head { throw PatternCursor.unclosed(at: head.start, in: bytes) }
        return parts
      }
    }
  }

  /// Reads an argument after its `{`.
  private mutating func argument(
    in bytes: Span<UInt8>, pound: PatternCursor.Pound, depth: Int
  ) throws(MessageFormatError) -> MessagePattern.Part {
    let head = try cursor.argument(in: bytes)
    let name = PatternCursor.string(bytes, head.name)
    switch head.type {
    case .plain:
      try use(name, as: .any, at: head.start, in: bytes)
      return .argument(name)
    case .number(let style):
      try use(name, as: .number, at: head.start, in: bytes)
      return .number(name, style)
    case .plural(let kind, let offset):
      try use(name, as: .number, at: head.start, in: bytes)
      let forms = try forms(in: bytes, of: head, rules: PluralRules(for: locale, kind), pound: pound, depth: depth + 1)
      return .forms(.init(name: name, choice: .plural(kind, offset: offset), forms: forms))
    case .select:
      try use(name, as: .choice, at: head.start, in: bytes)
      let forms = try forms(in: bytes, of: head, rules: nil, pound: pound, depth: depth + 1)
      return .forms(.init(name: name, choice: .select, forms: forms))
    }
  }

  /// Reads the forms of a plural, which has rules, or of a select.
  private mutating func forms(
    in bytes: Span<UInt8>, of head: PatternCursor.Head, rules: PluralRules?, pound: PatternCursor.Pound, depth: Int
  ) throws(MessageFormatError) -> [MessagePattern.Forms.Form] {
    try PatternCursor.checkDepth(depth, at: head.start, in: bytes)
    let allowed = rules.map { Set(($0.isKnown ? $0.categories : PluralCategory.allCases).map(\.rawValue)) }
    var forms: [MessagePattern.Forms.Form] = []
    var seen: Set<MessagePattern.Forms.Selector> = []
    while true {
      cursor.skipSpace(in: bytes)
      let start = cursor.offset
      guard let found = try cursor.selector(in: bytes, of: head) else { break }
      let selector: MessagePattern.Forms.Selector
      switch found {
      // Equal values are the same selector: =1 and =1.0, =0 and =-0.
      case .exact(let number):
        selector = .exact(
          MessageNumber(
            isNegative: number.isNegative && number.magnitude > 0, magnitude: number.magnitude,
            fractionDigits: number.fractionDigits
          ).reduced)
      case .keyword(let range):
        let keyword = PatternCursor.string(bytes, range)
        if let allowed, let rules, !allowed.contains(keyword) {
          let list = PluralCategory.allCases.map(\.rawValue).filter(allowed.contains).joined(separator: ", ")
          let reason =
            PluralCategory(rawValue: keyword) != nil && rules.isKnown
            ? "the language \(locale) never uses," : "is not a plural form,"
          throw MessageFormatError(
            "the form '\(keyword)', which \(reason)",
            at: start, in: bytes, "Write only: \(list); or a number, as in =0 {…}.")
        }
        selector = .keyword(keyword)
      }
      guard seen.insert(selector).inserted else {
        throw MessageFormatError(
          "a form twice", at: start, in: bytes, "Write each form once, and remove this one or the earlier one.")
      }
      forms.append(
        .init(selector: selector, parts: try parts(in: bytes, of: head, pound: head.pound(in: pound), depth: depth)))
    }
    guard seen.contains(.keyword("other")) else {
      throw MessageFormatError(
        "a \(rules == nil ? "select" : "plural") without the form 'other'", at: head.start, in: bytes,
        "Add other {…} as the last form. It is used when no other form applies.")
    }
    return forms
  }

  /// Records the use of an argument. An argument that must be a number in one place cannot choose words in another.
  private mutating func use(
    _ name: String, as kind: ArgumentKind, at start: Int, in bytes: Span<UInt8>
  ) throws(MessageFormatError) {
    switch (kinds[name], kind) {
    case (nil, _):
      names.append(name)
      kinds[name] = kind
    case (.any?, _): kinds[name] = kind
    case (.number?, .choice), (.choice?, .number):
      throw MessageFormatError(
        "{\(name)} both as a number and as a select", at: start, in: bytes, "Use two arguments with different names.")
    default: break
    }
  }
}
