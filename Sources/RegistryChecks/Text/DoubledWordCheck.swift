import RegistryCatalog

/// The check of words that are written twice.
enum DoubledWordCheck {
  static let check = TextCheck(
    "doubled-word", .warning, .text, "a word that is written twice"
  ) { comparison, faults in
    guard !repeating.contains(comparison.text.profile.primary) else { return }
    comparison.eachLeaf { leaf, source in
      let found = doubled(in: leaf, comparison.text.profile)
      // Where the source text says a word twice, the translation does so too.
      guard !found.isEmpty, source.map({ doubled(in: $0, comparison.text.profile).isEmpty }) ?? true else { return }
      for range in found {
        let word = leaf.scalars[range].prefix(range.count / 2)
        faults.append(
          Fault(
            range: leaf.stored(range), message: "The text has a word twice: '\(leaf.scalars[range].text)'.",
            suggestion: word.text))
      }
    }
  }

  /// Languages that say words twice as a rule of grammar, or do not separate words.
  private static let repeating: Set<String> = [
    "hi", "bn", "gu", "kn", "ml", "mr", "ne", "or", "pa", "si", "ta", "te", "ur", "as", "id", "ms", "jv", "su", "tl",
    "fil", "vi", "th", "lo", "km", "my", "tok", "mi", "haw", "sw", "am", "ti",
  ]

  /// Words that may follow themselves.
  private static let allowed: [String: Set<String>] = [
    "en": ["that", "had"], "fr": ["vous", "nous"], "de": ["die", "der", "das", "sie"], "it": ["man", "piano"],
    "nl": ["die", "dat"], "es": ["no"], "pt": ["se"], "ar": ["رويدا", "شيئا", "يوما", "خطوة", "واحدا", "جدا"],
    "fa": ["کم", "یک"], "tr": ["yavaş", "ayrı", "tek", "sık", "zaman", "peş", "bir"], "he": ["לאט", "אחד"],
    "ru": ["едва", "чуть"],
  ]

  private static func doubled(in leaf: CheckedLeaf, _ profile: LanguageProfile) -> [Range<Int>] {
    let scalars = leaf.scalars
    var found = leaf.traits.contains(.han) ? doubledHan(in: scalars) : []
    var last: Range<Int>?
    var index = 0
    while index < scalars.count {
      guard scalars[index].isLetterOfText, !scalars[index].isHan else {
        // Only spaces may stand between the two words.
        if !scalars[index].isSpaceOfText { last = nil }
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, scalars[index].isOfWord { index += 1 }
      let word = start..<index
      let isWhole = index == scalars.count || !joins(scalars[index])
      if let last, isWhole, last.count == word.count, isSame(scalars[last], scalars[word]),
        isWord(scalars[word], profile)
      {
        found.append(last.lowerBound..<word.upperBound)
      }
      last = isWhole && (start == 0 || !joins(scalars[start - 1])) ? word : nil
    }
    return found
  }

  /// Whether a scalar makes one token of the letters beside it, as in `e-mail`, `name@host` and `3DS`.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "@", "/", "_", "\u{2010}", "\u{2011}", "\u{FFFC}": true
    default: scalar.digitValue != nil
    }
  }

  private static func isSame(_ first: ArraySlice<Unicode.Scalar>, _ second: ArraySlice<Unicode.Scalar>) -> Bool {
    // Most neighbours differ in their last letter.
    guard let left = first.last, let right = second.last else { return false }
    if first.count == 1 { return left == right }
    if left.value < 0x80, right.value < 0x80, left.value | 0x20 != right.value | 0x20 { return false }
    let arabic: ClosedRange<UInt32> = 0x620...0x64A
    if left != right, arabic.contains(left.value), arabic.contains(right.value) { return false }
    return first.text.lowercased() == second.text.lowercased()
  }

  private static func isWord(_ word: ArraySlice<Unicode.Scalar>, _ profile: LanguageProfile) -> Bool {
    // `A A` are names, `a a` is a slip.
    if word.count == 1, word.first?.properties.isLowercase != true, profile.primary != "ar" { return false }
    let bare = word.filter { $0.properties.generalCategory != .nonspacingMark }.text.lowercased()
    return allowed[profile.primary]?.contains(bare) != true
  }

  /// Characters that are a slip when they are written twice, with what may stand before and after both.
  private static let han: [(character: Unicode.Scalar, before: String, after: String)] = [
    ("请", "申邀聘敬提报恳", "求示教假购客柬勿"), ("的", "目", "确士"), ("了", "为甚罢", "解结然"), ("已", "而", ""),
    ("为", "", ""), ("被", "", "子褥"), ("与", "", ""), ("该", "应", ""),
  ]

  private static func doubledHan(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in scalars.indices.dropLast() where scalars[index] == scalars[index + 1] && scalars[index].isHan {
      guard let rule = han.first(where: { $0.character == scalars[index] }) else { continue }
      let before = index > 0 ? scalars[index - 1] : " "
      let after = index + 2 < scalars.count ? scalars[index + 2] : " "
      guard !rule.before.unicodeScalars.contains(before), !rule.after.unicodeScalars.contains(after) else { continue }
      found.append(index..<(index + 2))
    }
    return found + doubledPairs(in: scalars)
  }

  /// Characters that make a longer word of the one before: 商户商户号 is the merchant's number.
  private static let continuing = Set("号名码端额方式卡型类表单人者员数量率费期日价侧级项值".unicodeScalars)

  /// Returns words of two characters that are written twice, such as 支付支付.
  private static func doubledPairs(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index + 4 <= scalars.count {
      defer { index += 1 }
      let isDoubled =
        scalars[index] == scalars[index + 2] && scalars[index + 1] == scalars[index + 3]
        && scalars[index] != scalars[index + 1] && scalars[index].isHan && scalars[index + 1].isHan
      guard isDoubled, !scalars[index..<index + 2].contains(where: { $0.properties.numericType != nil }) else {
        continue
      }
      if index + 4 < scalars.count, continuing.contains(scalars[index + 4]) { continue }
      found.append(index..<(index + 4))
      index += 3
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Whether the scalar continues a word: a letter, a mark, or an apostrophe inside one.
  fileprivate var isOfWord: Bool { isLetterOfText && !isHan || self == "'" || self == "’" }
}
