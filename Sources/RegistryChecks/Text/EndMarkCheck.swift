import RegistryCatalog

/// The check of the mark at the end of a text: a statement, a question or a list ends as its source text does.
enum EndMarkCheck {
  static let check = TextCheck(
    "end-mark", .warning, .text, "an end mark of another kind than that of the source text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard let source, !leaf.saysNumberInWords, !leaf.scalars.isEmpty, !source.scalars.isEmpty else { return }
      let language = comparison.text.profile.primary
      let (found, wanted) = (EndMarks(of: leaf.scalars, language), EndMarks(of: source.scalars, "en"))
      guard found.kinds != wanted.kinds else { return }
      let unused = EndMarks.unused[language] ?? []
      guard leaf.scalars.contains(where: { $0.isLetterOfText || $0 == "\u{FFFC}" }) else { return }
      guard found.kinds.subtracting(unused) != wanted.kinds.subtracting(unused) else { return }
      if found.isAbbreviation || wanted.isAbbreviation, found.kinds.union(wanted.kinds) == .stop { return }
      let place = found.range.isEmpty ? (found.range.lowerBound - 1)..<found.range.lowerBound : found.range
      let mark = wanted.kinds.isEmpty ? "" : EndMarks.mark(wanted.kinds, language)
      let excerpt = found.range.isEmpty ? leaf.scalars[place].text : ""
      faults.append(
        Fault(
          range: leaf.stored(place),
          message: "The text ends with \(found.kinds.name), its source text with \(wanted.kinds.name).",
          suggestion: mark.map { excerpt == "\u{FFFC}" ? nil : excerpt + $0 } ?? nil,
          values: [
            .mark: leaf.scalars[found.range].text, .sourceMark: source.scalars[wanted.range].text,
          ].filter { !$0.value.isEmpty }))
    }
  }
}

/// The marks at the end of a text.
struct EndMarks {
  /// What a mark says, in any script.
  struct Kinds: OptionSet, Hashable {
    let rawValue: UInt8

    static let stop = Kinds(rawValue: 1)
    static let question = Kinds(rawValue: 2)
    static let exclamation = Kinds(rawValue: 4)
    static let ellipsis = Kinds(rawValue: 8)
    static let colon = Kinds(rawValue: 16)
    static let semicolon = Kinds(rawValue: 32)
    static let comma = Kinds(rawValue: 64)

    /// The kinds in words.
    var name: String {
      let names: [(Kinds, String)] = [
        (.stop, "a full stop"), (.question, "a question mark"), (.exclamation, "an exclamation mark"),
        (.ellipsis, "an ellipsis"), (.colon, "a colon"), (.semicolon, "a semicolon"), (.comma, "a comma"),
      ]
      let found = names.filter { contains($0.0) }.map(\.1)
      return found.isEmpty ? "no mark" : found.joined(separator: " and ")
    }
  }

  let kinds: Kinds
  /// The place of the marks, which is empty at the end of the words when there are none.
  let range: Range<Int>
  /// What stands before the marks.
  private let words: ArraySlice<Unicode.Scalar>

  /// Whether the last word may be an abbreviation, whose full stop ends no sentence.
  var isAbbreviation: Bool { Self.isAbbreviation(words) }

  init(of scalars: [Unicode.Scalar], _ language: String) {
    var end = scalars.count
    while end > 0, scalars[end - 1].isSpaceOfText || scalars[end - 1].closesQuote { end -= 1 }
    var start = end
    var kinds: Kinds = []
    var dots = 0
    while start > 0 {
      let scalar = scalars[start - 1]
      if let kind = Self.kind(scalar, language) {
        kinds.insert(kind)
        dots += kind == .stop ? 1 : 0
      } else if !scalar.closesQuote || kinds.isEmpty {
        break
      }
      start -= 1
    }
    if dots > 1 {
      kinds.remove(.stop)
      kinds.insert(.ellipsis)
    }
    if start == 0 { (kinds, start) = ([], end) }
    // A Japanese question may end with a full stop.
    if language == "ja", kinds == .stop, start > 0, scalars[start - 1] == "か" { kinds = .question }
    while !kinds.isEmpty, start < end, Self.kind(scalars[start], language) == nil { start += 1 }
    (self.kinds, range) = (kinds, (kinds.isEmpty ? end : start)..<end)
    words = scalars[..<start]
  }

  private static func kind(_ scalar: Unicode.Scalar, _ language: String) -> Kinds? {
    switch scalar {
    case ".", "。", "．", "｡", "۔", "।", "॥", "։", "።", "။", "᠃", "៕", "។", "꓿": .stop
    case "?", "？", "؟", "\u{37E}", "⸮", "՞", "፧", "﹖": .question
    case "!", "！", "՜", "﹗": .exclamation
    case "‽", "⁉", "⁈": [.question, .exclamation]
    case "…", "⋯", "︙": .ellipsis
    case ":", "：", "﹕", "፥": .colon
    case ";" where language == "el": .question
    case ";", "；", "؛", "﹔", "፤": .semicolon
    case ",", "，", "،", "、", "﹐": .comma
    default: nil
    }
  }

  private static func isAbbreviation(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let word = scalars.reversed().prefix { !$0.isSpaceOfText && $0 != "\u{FFFC}" }
    // `p.m`, `U.A.E` and `ر.س` have a dot inside.
    if word.dropFirst().dropLast().contains("."), word.contains(where: \.isLetterOfText), word.count <= 8 {
      return true
    }
    guard word.count <= 6 else { return false }
    return abbreviations.contains(word.reversed().text.lowercased())
  }

  private static let abbreviations: Set<String> = [
    "inc", "ltd", "co", "corp", "etc", "no", "vs", "approx", "min", "max", "jr", "llc", "dept", "tel", "ext", "др", "г",
    "руб", "т.д", "env",
  ]

  /// The kinds of marks that a language leaves out.
  static let unused: [String: Kinds] = [
    "th": [.stop, .question], "lo": [.stop, .question], "km": [.question], "hy": [.question, .exclamation],
    "bo": [.stop, .question],
  ]

  /// Returns the mark of a kind in a language; nil when it is for a person to say.
  static func mark(_ kinds: Kinds, _ language: String) -> String? {
    let isWide = ["zh", "ja"].contains(language)
    let isArabic = ["ar", "fa", "ur", "ps", "ckb", "sd", "ug"].contains(language)
    switch kinds {
    case .stop:
      return isWide ? "。" : ["hi": "।", "bn": "।", "ur": "۔", "hy": "։", "my": "။", "am": "።"][language] ?? "."
    case .question: return isWide ? "？" : isArabic ? "؟" : language == "el" ? ";" : language == "fr" ? "\u{202F}?" : "?"
    case .exclamation: return isWide ? "！" : language == "fr" ? "\u{202F}!" : "!"
    case .ellipsis: return language == "zh" ? "……" : "…"
    case .colon: return isWide ? "：" : language == "fr" ? "\u{A0}:" : ":"
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar closes a bracket, a quotation or an isolate, after or before which an end mark may stand.
  fileprivate var closesQuote: Bool {
    switch self {
    case ")", "]", "}", "»", "”", "\"", "'", "’", "」", "』", "）", "】", "》", "］", "｝", "›", "“", "\u{2069}": true
    default: false
    }
  }
}
