extension MessagePattern {
  /// A pattern as a reader sees it: its text with one form of each plural and select.
  package struct Reading: Sendable {
    /// A form that the reading has chosen.
    package struct Choice: Sendable, Hashable {
      /// The name of the argument.
      package let name: String
      package let choice: Forms.Choice
      package let selector: Forms.Selector
      /// The place of the selector in the pattern, as offsets in Unicode scalars.
      package let range: Range<Int>
    }

    /// An argument whose value is shown.
    package struct Argument: Sendable, Hashable {
      /// The name of the argument. That of `#` is the name of its plural.
      package let name: String
      /// Its index in the scalars of the reading.
      package let index: Int
    }

    /// The scalars of the text with its quoting resolved. Each argument is one U+FFFC.
    package fileprivate(set) var scalars: [Unicode.Scalar] = []
    /// The offset of each scalar in the pattern, in Unicode scalars.
    package fileprivate(set) var starts: [Int] = []
    /// The offset of what follows each scalar in the pattern.
    package fileprivate(set) var ends: [Int] = []
    /// The arguments in the order of the text.
    package fileprivate(set) var arguments: [Argument] = []
    /// The forms that were chosen, the outer ones first.
    package fileprivate(set) var choices: [Choice] = []

    fileprivate func appending(_ other: Reading) -> Reading {
      var sum = self
      sum.arguments += other.arguments.map { Argument(name: $0.name, index: $0.index + scalars.count) }
      sum.scalars += other.scalars
      sum.starts += other.starts
      sum.ends += other.ends
      sum.choices += other.choices
      return sum
    }
  }

  /// Returns the readings of the pattern.
  ///
  /// - Parameter limit: The largest number of readings. When there are more combinations of forms, each form is read
  ///   once, beside `other` of the other arguments.
  package func readings(limit: Int = 64) -> [Reading] {
    var reader = PatternReader(text, limit: limit)
    return reader.readings(of: text)
  }
}

/// Reads the forms of a pattern with their positions.
private struct PatternReader {
  private typealias Reading = MessagePattern.Reading

  private let limit: Int
  private var cursor = PatternCursor()
  /// The number of scalars before each byte.
  private let places: [Int]

  init(_ text: String, limit: Int) {
    self.limit = limit
    var places: [Int] = []
    places.reserveCapacity(text.utf8.count + 1)
    var count = 0
    for byte in text.utf8 {
      // A scalar ends before the next byte that is not a continuation.
      if byte & 0xC0 != 0x80, !places.isEmpty { count += 1 }
      places.append(count)
    }
    places.append(places.isEmpty ? 0 : count + 1)
    self.places = places
  }

  mutating func readings(of text: String) -> [MessagePattern.Reading] {
    let bytes = text.utf8Span.span
    // The pattern was parsed before, so nothing is thrown.
    return (try? readings(in: bytes, of: nil, pound: .literal)) ?? []
  }

  private mutating func readings(
    in bytes: Span<UInt8>, of plural: String?, pound: PatternCursor.Pound
  ) throws(MessageFormatError) -> [Reading] {
    var readings = [Reading()]
    while true {
      let start = cursor.offset
      switch try cursor.next(in: bytes, pound: pound) {
      case .text(let range):
        let part = literal(range, in: bytes)
        for index in readings.indices { readings[index] = readings[index].appending(part) }
      case .pound:
        let part = argument(plural ?? "", places[start]..<places[cursor.offset])
        for index in readings.indices { readings[index] = readings[index].appending(part) }
      case .open:
        let head = try cursor.argument(in: bytes)
        let name = PatternCursor.string(bytes, head.name)
        guard head.hasForms else {
          let part = argument(name, places[head.start]..<places[cursor.offset])
          for index in readings.indices { readings[index] = readings[index].appending(part) }
          continue
        }
        let forms = try forms(in: bytes, of: head, name, plural: plural, pound: pound)
        readings = combined(readings, forms, of: name)
      case .close, .end: return readings
      }
    }
  }

  /// Returns the readings of each form of an argument.
  private mutating func forms(
    in bytes: Span<UInt8>, of head: PatternCursor.Head, _ name: String, plural: String?, pound: PatternCursor.Pound
  ) throws(MessageFormatError) -> [[Reading]] {
    var forms: [[Reading]] = []
    while true {
      cursor.skipSpace(in: bytes)
      let start = cursor.offset
      guard let found = try cursor.selector(in: bytes, of: head) else { return forms }
      var end = cursor.offset - 1
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      let selector: MessagePattern.Forms.Selector =
        switch found {
        case .exact(let number): .exact(number.reduced)
        case .keyword(let range): .keyword(PatternCursor.string(bytes, range))
        }
      let choice: MessagePattern.Forms.Choice
      var inner = plural
      if case .plural(let kind, let offset) = head.type {
        choice = .plural(kind, offset: offset)
        inner = name
      } else {
        choice = .select
      }
      var chosen = Reading()
      chosen.choices = [.init(name: name, choice: choice, selector: selector, range: places[start]..<places[end])]
      forms.append(
        try readings(in: bytes, of: inner, pound: head.pound(in: pound)).map { chosen.appending($0) })
    }
  }

  /// Returns what is read before an argument, followed by each of its forms.
  private func combined(_ before: [Reading], _ forms: [[Reading]], of name: String) -> [Reading] {
    let isOther = { (form: [Reading]) in form.first?.choices.first?.selector == .keyword("other") }
    guard before.count * forms.reduce(0, { $0 + $1.count }) <= limit else {
      let others = forms.first(where: isOther)?.first ?? Reading()
      let rest = before.first.map { first in forms.joined().map { first.appending($0) } } ?? []
      return Array((before.map { $0.appending(others) } + rest).prefix(limit))
    }
    return before.flatMap { reading -> [Reading] in
      // The same argument cannot choose two different forms.
      let known = reading.choices.first { $0.name == name }?.selector
      let same = known.flatMap { known in forms.first { $0.first?.choices.first?.selector == known } }
      return (same.map { [$0] } ?? forms).joined().map { reading.appending($0) }
    }
  }

  private func argument(_ name: String, _ range: Range<Int>) -> Reading {
    var part = Reading()
    part.scalars = ["\u{FFFC}"]
    part.starts = [range.lowerBound]
    part.ends = [range.upperBound]
    part.arguments = [.init(name: name, index: 0)]
    return part
  }

  private func literal(_ range: Range<Int>, in bytes: Span<UInt8>) -> Reading {
    var part = Reading()
    part.scalars = Array(PatternCursor.string(bytes, range).unicodeScalars)
    let start = places[range.lowerBound]
    part.starts = Array(start..<(start + part.scalars.count))
    part.ends = part.starts.map { $0 + 1 }
    return part
  }
}
