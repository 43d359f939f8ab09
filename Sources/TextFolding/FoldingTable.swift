/// What becomes of each Unicode scalar when a text is folded.
///
/// The table has a page for each 256 scalars. Pages whose scalars all have the same entry are shared.
struct FoldingTable: Sendable {
  /// The entry of a scalar that is left out.
  static let dropped: UInt32 = 0
  /// The entry of a scalar that stays as it is.
  static let kept: UInt32 = 1
  /// The entry of a scalar that separates words. It is a space, so that it can be a part of a sequence.
  static let separator: UInt32 = 0x20
  /// The entries from here on are places of sequences. A smaller one is the scalar that takes the place.
  static let firstSequence: UInt32 = 0x20_0000
  /// The entries from here on are syllables of Hangul, which are taken apart by arithmetic (Unicode, section 3.12).
  private static let firstSyllable: UInt32 = 0x80_0000

  static let shared = FoldingTable()

  /// Where the page of each 256 scalars starts in the entries.
  private var pages = [UInt32](repeating: 0, count: 0x1100)
  private var entries: [UInt32] = []
  /// The sequences, each after its length.
  private var sequences: [UInt32] = []

  /// Returns the entry of a scalar.
  @inline(__always) func entry(of scalar: UInt32) -> UInt32 {
    entries[Int(pages[Int(scalar >> 8)]) + Int(scalar & 0xFF)]
  }

  /// Calls a function with each scalar of a sequence.
  func forEach(of entry: UInt32, _ body: (UInt32) -> Void) {
    if entry >= Self.firstSyllable {
      let syllable = entry - Self.firstSyllable
      body(0x1100 + syllable / 588)
      body(0x1161 + syllable % 588 / 28)
      if syllable % 28 > 0 { body(0x11A7 + syllable % 28) }
    } else {
      let place = Int(entry - Self.firstSequence)
      for offset in 1...Int(sequences[place]) { body(sequences[place + offset]) }
    }
  }

  /// Reads the generated data.
  private init() {
    entries.reserveCapacity(0x18000)
    addKinds()
    var simplified = SimplifiedData.pairs.unicodeScalars.makeIterator()
    while let traditional = simplified.next(), let target = simplified.next() { self[traditional.value] = target.value }
    addSingles()
    addSequences()
    for syllable in UInt32(0)..<11172 { self[0xAC00 + syllable] = Self.firstSyllable + syllable }
  }

  private mutating func addKinds() {
    // The shared pages: all dropped, all kept, all separators.
    let shared = [Self.dropped, Self.kept, Self.separator]
    for kind in shared { entries += repeatElement(kind, count: 256) }
    var numbers = FoldingDataReader(FoldingData.kinds)
    var scalar = 0
    while let kind = numbers.sign(), let length = numbers.number(), scalar + Int(length) <= 0x110000 {
      let number = kind == UInt8(ascii: "-") ? 0 : kind == UInt8(ascii: "+") ? 1 : 2
      let end = scalar + Int(length)
      while scalar < end {
        let stop = min(end, (scalar | 0xFF) + 1)
        if scalar & 0xFF == 0 && stop == scalar + 256 {
          pages[scalar >> 8] = UInt32(number * 256)
        } else {
          if scalar & 0xFF == 0 { addPage(for: scalar >> 8) }
          let start = Int(pages[scalar >> 8])
          for place in scalar..<stop { entries[start + (place & 0xFF)] = shared[number] }
        }
        scalar = stop
      }
    }
  }

  private mutating func addSingles() {
    var numbers = FoldingDataReader(FoldingData.singles)
    while let source = numbers.number(), let sign = numbers.sign() {
      if sign == UInt8(ascii: ">") {
        if let target = numbers.number() { self[source] = target }
      } else if let count = numbers.number(), let step = numbers.sign(), let target = numbers.number() {
        let width: UInt32 = sign == UInt8(ascii: "/") ? 2 : 1
        let pace: UInt32 = step == UInt8(ascii: "=") ? 0 : step == UInt8(ascii: "*") ? 2 : 1
        for place in 0..<count { self[source + place * width] = target + place * pace }
      }
    }
  }

  private mutating func addSequences() {
    var numbers = FoldingDataReader(FoldingData.sequences)
    while let source = numbers.number() {
      let place = sequences.count
      sequences.append(0)
      // `-` and `>` come before a target, and a space before the next source.
      while let sign = numbers.sign(), sign != UInt8(ascii: " "), let target = numbers.number() {
        sequences.append(target)
      }
      sequences[place] = UInt32(sequences.count - place - 1)
      self[source] = Self.firstSequence + UInt32(place)
    }
  }

  /// Gives 256 scalars a page of their own, with the entries of the page that they shared.
  private mutating func addPage(for number: Int) {
    let start = Int(pages[number])
    pages[number] = UInt32(entries.count)
    entries += Array(entries[start..<start + 256])
  }

  private subscript(scalar: UInt32) -> UInt32 {
    get { entry(of: scalar) }
    set {
      let number = Int(scalar >> 8)
      guard number < pages.count else { return }
      if pages[number] < 3 * 256 { addPage(for: number) }
      entries[Int(pages[number]) + Int(scalar & 0xFF)] = newValue
    }
  }
}
