import RegistryCatalog
import TextFolding

/// The terms of the glossary as one language renders them.
struct Glossary: Sendable {
  /// The renderings of terms with the same words in the source language.
  struct Entry: Sendable {
    /// The stored term.
    let source: String
    /// The stored terms with these words.
    let terms: [Term]
    /// What texts may use: renderings and their other forms.
    let renderings: [Wording]
    /// What texts should not use.
    let synonyms: [Wording]
    let forbidden: [Wording]
  }

  /// Words of a language, and how they are compared.
  struct Wording: Sendable {
    let text: String
    let words: [[Unicode.Scalar]]
    /// The words with spaces between them.
    let scalars: [Unicode.Scalar]

    init(_ text: String) {
      self.text = text
      words = Glossary.words(of: text)
      scalars = Array(words.joined(separator: [" "]))
    }
  }

  /// The stems of the words of each entry, by the beginning of the first one.
  private let entries: [UInt64: [(stems: [ArraySlice<Unicode.Scalar>], entry: Int)]]
  private let all: [Entry]
  /// Terms whose rendering is the term itself, in small letters.
  let unchanged: [String]

  /// Creates the glossary of a language; nil when no term has a rendering in it.
  init?(_ terms: [Term], _ language: LanguageTag, source: LanguageTag) {
    var places: [String: Int] = [:]
    var all: [Entry] = []
    var entries: [UInt64: [(stems: [ArraySlice<Unicode.Scalar>], entry: Int)]] = [:]
    var unchanged: [String] = []
    for term in terms {
      guard let rendering = term.renderings[language] else { continue }
      let own = term.renderings[source]
      let spellings =
        [Self.withoutNote(term.source)] + [own?.text].compactMap(\.self).map(Self.withoutNote)
        + (own?.otherForms ?? [])
      let entry = Entry(
        source: Self.withoutNote(term.source), terms: [term],
        renderings: ([rendering.text] + rendering.otherForms).map(Wording.init),
        synonyms: rendering.synonyms.map(Wording.init), forbidden: rendering.forbidden.map(Wording.init))
      if rendering.text.lowercased() == entry.source.lowercased() { unchanged.append(entry.source.lowercased()) }
      for spelling in spellings {
        let words = Self.words(of: spelling)
        guard let first = words.first else { continue }
        let stems = words.map { Self.stem($0[...]) }
        let key = words.map(\.text).joined(separator: " ")
        if let place = places[key] {
          // Terms with the same words have several renderings, each right in its place.
          if all[place].renderings.map(\.text) != entry.renderings.map(\.text) {
            all[place] = all[place].merged(with: entry)
          }
          continue
        }
        places[key] = all.count
        entries[Self.beginning(of: first[...]), default: []].append((stems, all.count))
        all.append(entry)
      }
    }
    guard !all.isEmpty else { return nil }
    self.entries = entries.mapValues { $0.sorted { $0.stems.count > $1.stems.count } }
    self.all = all
    self.unchanged = unchanged
  }

  /// Returns the terms in a source text. Of terms inside each other, the longest is taken.
  func terms(in source: [ArraySlice<Unicode.Scalar>]) -> [Entry] {
    var found: [Int] = []
    var index = 0
    while index < source.count {
      let match = entries[Self.beginning(of: source[index])]?.first { candidate in
        index + candidate.stems.count <= source.count
          && zip(candidate.stems, source[index...]).allSatisfy { $0.elementsEqual(Self.stem($1)) }
      }
      if let match, !found.contains(match.entry) { found.append(match.entry) }
      index += match?.stems.count ?? 1
    }
    return found.map { all[$0] }
  }

  /// Returns the folded words of a text. A text of Han is one word.
  static func words(of text: String) -> [[Unicode.Scalar]] {
    FoldedText(text).scalars.split(separator: " ").map(Array.init)
  }

  /// Returns the first two letters of a word, which no ending of a plural changes, as a number.
  private static func beginning(of word: ArraySlice<Unicode.Scalar>) -> UInt64 {
    word.prefix(2).reduce(0) { $0 << 32 | UInt64($1.value) }
  }

  /// Returns an English word without the ending of its plural.
  private static func stem(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard word.count > 3, word.last == "s" else { return word }
    let ending = word[word.endIndex - 2]
    if ending == "s" || ending == "u" || ending == "i" { return word }
    if word.count > 4, ending == "e" {
      let before = word[word.endIndex - 3]
      if before == "i" { return word.dropLast(3) + ["y"] }
      if "sxzh".unicodeScalars.contains(before) { return word.dropLast(2) }
    }
    return word.dropLast()
  }

  /// Returns a term without the words in parentheses at its end.
  private static func withoutNote(_ term: String) -> String {
    guard term.hasSuffix(")"), let open = term.lastIndex(of: "("), open > term.startIndex else { return term }
    let words = term[..<open]
    return String(words.dropLast(words.reversed().prefix { $0 == " " }.count))
  }
}

extension Glossary.Entry {
  fileprivate func merged(with other: Self) -> Self {
    Self(
      source: source, terms: terms + other.terms, renderings: renderings + other.renderings,
      synonyms: synonyms + other.synonyms,
      forbidden: forbidden + other.forbidden)
  }
}
