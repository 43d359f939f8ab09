import RegistryCatalog

/// The numbers in a query that can be codes.
struct NumberSearch {
  /// A number, and how certain it is that it means a code.
  struct Found: Equatable {
    let number: Int
    let score: Double
  }

  /// The score of a number in the middle of words, which can be an amount or a date.
  static let uncertain = 0.45

  /// The score of a number with letters in the places of digits.
  static let likely = 0.7

  /// Returns the numbers of a query, each once.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - hasStrongText: Whether its words are those of some text, so that a number at its start is a code.
  static func numbers(in query: QueryText, hasStrongText: Bool) -> [Found] {
    let words = query.letters
    let all = DecimalDigits.ascii(in: String(String.UnicodeScalarView(query.scalars)))
    if let number = whole(QueryText(all)) ?? spelled(words) { return [Found(number: number, score: 1)] }
    if let number = misread(query.scalars) { return [Found(number: number, score: likely)] }
    let isList = isList(words)
    var found: [Found] = []
    var position = 0
    while position < words.count {
      let start = position
      while position < words.count, words[position].isDigit { position += 1 }
      if position - start >= 3, let number = value(words[start..<position]),
        case let named = withPrefix(words, start), isFree(words, named..<position),
        !isPartOfNumber(query, start..<position)
      {
        let isNamed = named < start || isNamed(query, start)
        let isFirst = start == 0 && hasStrongText
        let isBracketed = isBracketed(query, start..<position)
        let score = isNamed || isList ? 0.95 : isFirst || isBracketed ? 0.85 : uncertain
        if !found.contains(where: { $0.number == number }) { found.append(Found(number: number, score: score)) }
      }
      position = max(position, start + 1)
    }
    return found
  }

  /// Returns the number that is the whole query, perhaps after a word for "code".
  private static func whole(_ query: QueryText) -> Int? {
    let digits = query.letters[...].suffix { $0.isDigit }
    guard let number = value(digits) else { return nil }
    if digits.count == query.letters.count { return number }
    guard digits.count >= 3 else { return nil }
    let name = query.letters.dropLast(digits.count)
    return isOnlyName(name) || prefixes.contains { $0[...] == name } ? number : nil
  }

  /// Returns the number whose digits were typed one by one, as in `1 4 0 2`.
  private static func spelled(_ words: [Letter]) -> Int? {
    let digits = words.split(separator: .space)
    guard digits.count >= 3, digits.allSatisfy({ $0.count == 1 && $0.allSatisfy(\.isDigit) }) else { return nil }
    return value(ArraySlice(digits.joined()))
  }

  /// Returns the number in which a person, or a program that reads images, took a zero or one for a letter: `14O2`.
  private static func misread(_ scalars: [Unicode.Scalar]) -> Int? {
    guard (3...9).contains(scalars.count), scalars.count(where: \.isASCIIDigit) * 2 >= scalars.count else { return nil }
    var digits: [Letter] = []
    for scalar in scalars {
      switch scalar {
      case "O", "o": digits.append(0x30)
      case "l", "I", "|": digits.append(0x31)
      case _ where scalar.isASCIIDigit: digits.append(Letter(truncatingIfNeeded: scalar.value))
      default: return nil
      }
    }
    return value(digits[...])
  }

  private static func value(_ digits: ArraySlice<Letter>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// Returns whether nothing but a space, Han or Arabic stands beside a number. `MD5` is no number.
  private static func isFree(_ words: [Letter], _ range: Range<Int>) -> Bool {
    let isFree = { (letter: Letter) in letter == .space || letter.isHan || (0x600...0x6FF).contains(letter) }
    return (range.lowerBound == 0 || isFree(words[range.lowerBound - 1]))
      && (range.upperBound == words.count || isFree(words[range.upperBound]))
  }

  /// Returns whether the digits belong to a longer number, a date, a phone number or an address, as in `1,402.50`.
  private static func isPartOfNumber(_ query: QueryText, _ range: Range<Int>) -> Bool {
    let scalars = query.scalars
    let (start, end) = (query.offset(before: range), query.offset(after: range))
    let isDigit = { (place: Int) in scalars.indices.contains(place) && scalars[place].properties.numericType != nil }
    let isJoint = { (joint: Int, step: Int) in
      guard scalars.indices.contains(joint), "-./:,٫٬+".unicodeScalars.contains(scalars[joint]) else { return false }
      var beyond = joint + step
      while isDigit(beyond) { beyond += step }
      let count = abs(beyond - joint) - 1
      // Two numbers of the same length are a list or range of codes: `1402,1403`, `1402-1407`.
      let isList = count >= 4 && count == range.count && "-/,".unicodeScalars.contains(scalars[joint])
      return count > 0 && !isList
    }
    return isJoint(start - 1, -1) || isJoint(end, 1) || start > 0 && scalars[start - 1] == "+"
  }

  /// Returns where a number starts together with the letters for "error" that some programs write before it: `E1402`.
  private static func withPrefix(_ words: [Letter], _ start: Int) -> Int {
    let ends = prefixes.map { start - $0.count }
    let place = zip(prefixes, ends).first { prefix, end in
      end >= 0 && words[end..<start] == prefix[...] && (end == 0 || words[end - 1] == .space)
    }
    return place?.1 ?? start
  }

  private static let prefixes: [[Letter]] = ["e", "ec", "err", "error"].map { [Letter](folding: $0) }

  /// Returns whether brackets or a number sign mark the number as a name.
  private static func isBracketed(_ query: QueryText, _ range: Range<Int>) -> Bool {
    let (start, end) = (query.offset(before: range), query.offset(after: range))
    guard start > 0 else {
      return query.scalars.indices.contains(end) && ":：|".unicodeScalars.contains(query.scalars[end])
    }
    let before = query.scalars[start - 1]
    if "#＃№".unicodeScalars.contains(before) { return true }
    return "([（【".unicodeScalars.contains(before) && query.scalars.indices.contains(end)
      && ")]）】".unicodeScalars.contains(query.scalars[end])
  }

  /// Returns whether a word for "code" stands before a position.
  private static func isNamed(_ query: QueryText, _ start: Int) -> Bool {
    var before = query.letters[..<start]
    while before.last == .space { before = before.dropLast() }
    if let last = before.last, last.isHan {
      return names.contains { $0[0].isHan && before.count >= $0.count && before.suffix($0.count) == $0[...] }
    }
    let word = before.suffix { $0 != .space && !$0.isHan }
    return names.contains { $0[...] == word }
  }

  /// Returns whether a query is nothing but numbers of at least three digits and words for "and".
  private static func isList(_ words: [Letter]) -> Bool {
    var parts: [ArraySlice<Letter>] = []
    for word in words.split(separator: .space) {
      // Chinese has no spaces.
      parts += word.split { $0.isHan }.map { $0 }
      guard word.allSatisfy({ !$0.isHan || conjunctions.contains([$0]) }) else { return false }
    }
    return parts.allSatisfy { part in
      part.count >= 3 && part.allSatisfy(\.isDigit) || conjunctions.contains(Array(part))
    }
  }

  private static let conjunctions: Set<[Letter]> = Set(
    ["and", "or", "و", "أو", "和", "及", "或"].map { .init(folding: $0) })

  /// Returns whether letters are nothing but words for "code".
  private static func isOnlyName(_ letters: ArraySlice<Letter>) -> Bool {
    var rest = letters
    while !rest.isEmpty {
      while rest.last == .space { rest = rest.dropLast() }
      guard !rest.isEmpty else { return true }
      guard let name = names.first(where: { rest.count >= $0.count && rest.suffix($0.count) == $0[...] }) else {
        return false
      }
      rest = rest.dropLast(name.count)
    }
    return true
  }

  /// Words for "code" and "error" in front of a number, folded.
  private static let names: [[Letter]] = [
    "code", "error", "err", "errno", "status", "errcode", "errorcode", "statuscode", "رمز", "الرمز",
    "كود", "الكود", "خطأ", "الخطأ", "错误码", "错误代码", "状态码", "代码", "编码", "错误", "码", "报错", "返回码",
  ].map { [Letter](folding: $0) }
}

extension ArraySlice<Letter> {
  /// Returns the letters at the end that all meet a condition.
  fileprivate func suffix(while condition: (Letter) -> Bool) -> ArraySlice<Letter> {
    var start = endIndex
    while start > startIndex, condition(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}
