/// Finds words of a language in a text, whatever endings grammar gives them there.
struct Inflection: Sendable {
  private enum Kind: Sendable {
    /// Words are not separated: a rendering is looked for anywhere.
    case unseparated
    case arabic
    /// Words change at their end.
    case endings
  }

  private let kind: Kind

  init(_ language: String) {
    kind =
      ["zh", "ja", "th", "lo", "km", "my"].contains(language)
      ? .unseparated : ["ar", "fa", "ur"].contains(language) ? .arabic : .endings
  }

  /// Returns the place of a wording in the folded scalars of a text; nil when there is none.
  func find(_ wording: Glossary.Wording, in text: FoldedWords) -> Range<Int>? {
    if kind == .unseparated { return findAnywhere(wording, in: text.scalars) }
    let (wanted, words) = (wording.words, text.words)
    guard !wanted.isEmpty, wanted.count <= words.count else { return nil }
    for start in 0...(words.count - wanted.count) {
      if zip(wanted, words[start...]).allSatisfy({ matches($1, $0) }) {
        return words[start].startIndex..<words[start + wanted.count - 1].endIndex
      }
    }
    return nil
  }

  private func findAnywhere(_ wording: Glossary.Wording, in text: [Unicode.Scalar]) -> Range<Int>? {
    let wanted = wording.scalars
    guard let first = wanted.first, let last = wanted.last, wanted.count <= text.count else { return nil }
    for start in 0...(text.count - wanted.count) where text[start] == first {
      let end = start + wanted.count
      guard text[start..<end].elementsEqual(wanted) else { continue }
      // `id` is not in `valid`.
      if first.isASCIIAlphanumeric, start > 0, text[start - 1].isASCIIAlphanumeric { continue }
      if last.isASCIIAlphanumeric, end < text.count, text[end].isASCIIAlphanumeric { continue }
      return start..<end
    }
    return nil
  }

  /// Returns whether a word of a text is a form of a word of the glossary.
  private func matches(_ word: ArraySlice<Unicode.Scalar>, _ term: [Unicode.Scalar]) -> Bool {
    if word.elementsEqual(term) { return true }
    guard kind == .arabic else { return Self.hasStem(word, of: term) }
    let bare = Self.withoutArticle(term[...])
    // Most words have other letters. At most five stand before the term.
    guard let first = bare.first, word.prefix(6).contains(first), word.count + 1 >= bare.count else { return false }
    return Self.bareForms(of: word).contains { Self.isForm($0, of: bare) }
  }

  /// Words of the same stem differ in their last letters only.
  private static func hasStem(_ word: ArraySlice<Unicode.Scalar>, of term: [Unicode.Scalar]) -> Bool {
    guard term.count >= 3, abs(word.count - term.count) <= 4 else { return false }
    let shared = zip(word, term).prefix { $0 == $1 }.count
    return shared >= max(3, term.count - (term.count < 6 ? 1 : 2)) && shared >= word.count - 4
  }

  private static let article: [Unicode.Scalar] = ["ا", "ل"]

  private static func withoutArticle(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    word.starts(with: article) && word.count > 4 ? word.dropFirst(2) : word
  }

  /// Returns what remains of a word without the particles before it: و ف, then ب ل ك, then the article, or لل.
  private static func bareForms(of word: ArraySlice<Unicode.Scalar>) -> [ArraySlice<Unicode.Scalar>] {
    var forms = [word]
    if let first = word.first, first == "و" || first == "ف" { forms.append(word.dropFirst()) }
    for form in forms {
      guard let first = form.first, form.count > 2 else { continue }
      if "بلكس".unicodeScalars.contains(first) { forms.append(form.dropFirst()) }
      if form.starts(with: ["ل", "ل"] as [Unicode.Scalar]) { forms.append(form.dropFirst(2)) }
    }
    return forms + forms.map(withoutArticle)
  }

  /// The endings of Arabic words in folded letters: possession, feminine, dual, plural, the past tense.
  private static let endings: Set<String> = [
    "ي", "ك", "ه", "نا", "كم", "هم", "ها", "هما", "ات", "ين", "ون", "ان", "ا", "ت", "تان", "تين", "وا", "يا", "اتك",
    "اتكم", "اته", "اتها", "اتهم", "اتنا", "اتي", "يه", "تا", "ية", "ة", "تك", "تكم", "ته", "تها", "تهم", "تنا", "تي",
    "هن", "ني",
  ]

  private static func isForm(_ word: ArraySlice<Unicode.Scalar>, of term: ArraySlice<Unicode.Scalar>) -> Bool {
    if word.elementsEqual(term) { return true }
    if word.starts(with: term), endings.contains(word.dropFirst(term.count).text) { return true }
    // The feminine ending becomes ت before another one, and disappears before that of the plural.
    guard term.count > 3, term.last == "ه" else { return false }
    let stem = term.dropLast()
    return word.starts(with: stem)
      && (word.count == stem.count || endings.contains(word.dropFirst(stem.count).text))
  }
}
