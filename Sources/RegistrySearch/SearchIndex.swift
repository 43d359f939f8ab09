import RegistryCatalog
import TextFolding

/// The folded texts and symbols of a registry, and the index of their grams.
struct SearchIndex: Sendable {
  /// What a folded text was made of.
  enum Source {
    /// A message, by its position in the snapshot.
    case message(Int)
    /// The symbol that a code has.
    case symbol
    /// A symbol that the code had before.
    case formerSymbol
  }

  let snapshot: Snapshot
  /// The languages of ``entryLanguages``.
  let languages: [LanguageTag]
  let grams: GramIndex
  private let letters: [Letter]
  private let ends: [Int]
  /// The code of each text, by its position in the snapshot.
  private let entryCodes: [UInt32]
  /// The message of each text; -1 for a symbol, and -2 for a former one.
  private let entryMessages: [Int32]
  /// The language of each text, by its position in ``languages``; -1 for a symbol.
  private let entryLanguages: [Int16]
  private let templates: [Int: (template: Template, gaps: [Int])]
  /// The position of the code of each symbol, and of each former symbol that no code has now.
  private let symbols: [String: Int]
  private let formerSymbols: [String: Int]

  init(_ snapshot: Snapshot, formerSymbols former: [Int: [String]]) {
    var builder = Builder()
    builder.letters.reserveCapacity(snapshot.messages.count * 32 + snapshot.codes.count * 24)
    var languages: [LanguageTag] = []
    var code = 0
    for (place, message) in snapshot.messages.enumerated() {
      if languages.last != message.language {
        languages.append(message.language)
        code = 0
      }
      // Messages are ordered by number within a language, and so are codes.
      while code < snapshot.codes.count, snapshot.codes[code].number < message.code { code += 1 }
      guard code < snapshot.codes.count, snapshot.codes[code].number == message.code else { continue }
      builder.add(message, place, code: code, language: languages.count - 1)
    }
    var (symbols, formerSymbols): ([String: Int], [String: Int]) = ([:], [:])
    symbols.reserveCapacity(snapshot.codes.count)
    for (place, code) in snapshot.codes.enumerated() {
      symbols[code.symbol] = place
      builder.add(symbol: code.symbol, code: place, isFormer: false)
    }
    if !former.isEmpty {
      for (place, code) in snapshot.codes.enumerated() {
        for symbol in former[code.number] ?? [] where symbols[symbol] == nil {
          formerSymbols[symbol] = place
          builder.add(symbol: symbol, code: place, isFormer: true)
        }
      }
    }
    (self.snapshot, self.languages, self.symbols, self.formerSymbols) = (snapshot, languages, symbols, formerSymbols)
    (letters, ends, templates) = (builder.letters, builder.ends, builder.templates)
    (entryCodes, entryMessages, entryLanguages) = (builder.codes, builder.messages, builder.languages)
    grams = GramIndex(letters: builder.letters, ends: builder.ends)
  }

  /// Collects texts.
  private struct Builder {
    var letters: [Letter] = []
    var ends: [Int] = []
    var codes: [UInt32] = []
    var messages: [Int32] = []
    var languages: [Int16] = []
    var templates: [Int: (template: Template, gaps: [Int])] = [:]
    private var scalars: [UInt32] = []

    mutating func add(_ message: Snapshot.Message, _ place: Int, code: Int, language: Int) {
      if message.text.utf8.contains(UInt8(ascii: "{")) {
        let forms = Template.forms(of: message.text, locale: message.language.description)
        for form in forms {
          let (words, gaps) = form.folded
          // Values without words between them would be found in everything.
          guard !words.isEmpty else { continue }
          if !gaps.isEmpty { templates[ends.count] = (form, gaps) }
          letters += words
          end(code, Int32(truncatingIfNeeded: place), Int16(truncatingIfNeeded: language))
        }
        if !forms.isEmpty { return }
      }
      append(message.text)
      end(code, Int32(truncatingIfNeeded: place), Int16(truncatingIfNeeded: language))
    }

    mutating func add(symbol: String, code: Int, isFormer: Bool) {
      append(symbol)
      end(code, isFormer ? -2 : -1, -1)
    }

    private mutating func append(_ text: String) {
      scalars.removeAll(keepingCapacity: true)
      TextFolder.append(text, to: &scalars)
      for scalar in scalars { letters.append(Letter(folded: scalar)) }
    }

    private mutating func end(_ code: Int, _ message: Int32, _ language: Int16) {
      ends.append(letters.count)
      codes.append(UInt32(truncatingIfNeeded: code))
      messages.append(message)
      languages.append(language)
    }
  }

  /// Returns the letters of a text.
  func letters(of text: Int) -> [Letter] { Array(letters[(text == 0 ? 0 : ends[text - 1])..<ends[text]]) }

  /// Returns the template of a text, and the positions of its values; nil when the text has none.
  func template(of text: Int) -> (template: Template, gaps: [Int])? { templates[text] }

  /// Returns what a text was made of.
  func source(of text: Int) -> Source {
    switch entryMessages[text] {
    case -1: .symbol
    case -2: .formerSymbol
    default: .message(Int(entryMessages[text]))
    }
  }

  /// Returns the position of the code of a text.
  func code(of text: Int) -> Int { Int(entryCodes[text]) }

  /// Returns whether a text is a symbol, or in one of some languages.
  func isAllowed(_ text: Int, in allowed: [Bool]) -> Bool {
    entryLanguages[text] < 0 || allowed[Int(entryLanguages[text])]
  }

  /// Returns the position of the code with a symbol, and whether the code has it no more; nil when no code had it.
  func code(withSymbol symbol: String) -> (code: Int, isFormer: Bool)? {
    symbols[symbol].map { ($0, false) } ?? formerSymbols[symbol].map { ($0, true) }
  }

  /// Returns the position of the code with a number; nil when there is none.
  func code(withNumber number: Int) -> Int? {
    var (low, high) = (0, snapshot.codes.count)
    while low < high {
      let middle = (low + high) / 2
      if snapshot.codes[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < snapshot.codes.count && snapshot.codes[low].number == number ? low : nil
  }
}
