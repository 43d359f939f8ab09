/// A text as words, arguments with their braces, runs of whitespace, and single other characters.
struct TextWords {
  /// Numbers for words, which are faster to compare.
  struct Vocabulary {
    private var numbers: [ArraySlice<UInt8>: UInt64] = [:]

    /// Returns a number that only words with the same UTF-8 have. A `String` would also equal its other normalizations.
    fileprivate mutating func number(of word: ArraySlice<UInt8>) -> UInt64 {
      // The bytes of a short word, with their count in front, are a number already.
      if word.count < 8 { return word.reduce(UInt64(word.count)) { $0 << 8 | UInt64($1) } }
      if let number = numbers[word] { return number }
      let number = 8 << 56 | UInt64(numbers.count)
      numbers[word] = number
      return number
    }
  }

  /// The number of each word. Numbers from one vocabulary can be compared.
  let numbers: [UInt64]
  private let utf8: [UInt8]
  /// Where each word begins in the UTF-8, and where the last one ends.
  private let bounds: [Int]

  /// Splits a text into words.
  init(_ text: String, _ vocabulary: inout Vocabulary) {
    let utf8 = Array(text.utf8)
    var (numbers, bounds): ([UInt64], [Int]) = ([], [0])
    var (start, end, kind) = (0, 0, Kind.other)
    for character in text {
      let next = Kind(character, after: kind)
      if end > start, next == .other || next != kind {
        numbers.append(vocabulary.number(of: utf8[start..<end]))
        bounds.append(end)
        start = end
      }
      end += character.utf8.count
      kind = next == .argument && character.is(UInt8(ascii: "}")) ? .other : next
    }
    if end > start {
      numbers.append(vocabulary.number(of: utf8[start..<end]))
      bounds.append(end)
    }
    (self.numbers, self.utf8, self.bounds) = (numbers, utf8, bounds)
  }

  /// Returns the text of successive words.
  func text(_ words: Range<Int>) -> String {
    String(decoding: utf8[bounds[words.lowerBound]..<bounds[words.upperBound]], as: UTF8.self)
  }

  /// Returns whether a word is a run of whitespace.
  func isSpace(_ word: Int) -> Bool { text(word..<word + 1).allSatisfy(\.isWhitespace) }

  private enum Kind {
    case word, space, argument, other

    init(_ character: Character, after last: Kind) {
      if last == .argument || character.is(UInt8(ascii: "{")) {
        self = .argument
      } else if character.unicodeScalars.contains(where: \.isWrittenUnspaced) {
        self = .other
      } else if character.isLetter {
        self = .word
      } else if character.isWhitespace {
        self = .space
      } else {
        self = character.isNumber ? .word : .other
      }
    }
  }
}

extension Character {
  /// Whether the character is this one byte of UTF-8. `==` would normalize the character, which can have many scalars.
  fileprivate func `is`(_ byte: UInt8) -> Bool { utf8.count == 1 && utf8.first == byte }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to a script without spaces between words: Han, kana, Thai, Lao, Khmer or Myanmar.
  fileprivate var isWrittenUnspaced: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
