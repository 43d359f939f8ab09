/// Short sequences of letters, by which texts are found: single characters and pairs of Han, and three letters of other
/// words, whose beginning and end count as letters.
enum Grams {
  /// Calls a function with each gram of a folded text.
  ///
  /// - Parameters:
  ///   - letters: Letters of folded texts.
  ///   - range: The positions of the text.
  ///   - body: Takes a gram as a number, which is never 0.
  @inline(__always)
  static func forEach(of letters: [Letter], in range: Range<Int>, _ body: (UInt64) -> Void) {
    var position = range.lowerBound
    while position < range.upperBound {
      let letter = letters[position]
      position += 1
      if letter == .space { continue }
      if letter.isHan {
        body(UInt64(letter))
        if position < range.upperBound, letters[position].isHan {
          body(UInt64(letter) << 16 | UInt64(letters[position]))
        }
        continue
      }
      var gram = UInt64(Letter.space) << 16 | UInt64(letter)
      while position < range.upperBound {
        let next = letters[position]
        if next == .space || next.isHan { break }
        gram = gram << 16 & 0xFFFF_FFFF_FFFF | UInt64(next)
        body(gram)
        position += 1
      }
      body(gram << 16 & 0xFFFF_FFFF_FFFF | UInt64(Letter.space))
    }
  }
}
