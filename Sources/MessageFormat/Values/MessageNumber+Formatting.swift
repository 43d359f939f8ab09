/// How a number is written.
package enum NumberStyle: Sendable, Hashable {
  /// With all its fraction digits.
  case decimal
  /// Rounded to an integer, half to even.
  case integer
  /// Multiplied by 100 and rounded to an integer, half to even, with a percent sign.
  case percent
}

extension MessageNumber {
  /// Appends the number as a language writes it, between U+2068 and U+2069, so that a sign stays at its place in text
  /// of the other direction.
  ///
  /// - Parameters:
  ///   - output: The text that is appended to.
  ///   - style: How the number is written.
  ///   - symbols: The signs of the language.
  ///   - system: The digits.
  func append(to output: inout String, style: NumberStyle, symbols: NumberSymbols, system: NumberingSystem) {
    output += "\u{2068}"
    switch style {
    case .decimal, .integer:
      let number = style == .integer ? rounded() : self
      if isNegative { output += symbols.minus }
      number.appendDigits(to: &output, groups: symbols.number, symbols: symbols, system: system)
    case .percent:
      for scalar in symbols.percent.unicodeScalars {
        switch scalar {
        case "#":
          rounded(movingPoint: 2).appendDigits(
            to: &output, groups: symbols.percentage, symbols: symbols, system: system)
        case "-": if isNegative { output += symbols.minus }
        default: output.append(Character(scalar))
        }
      }
    }
    output += "\u{2069}"
  }

  private func appendDigits(
    to output: inout String, groups: (first: Int, further: Int), symbols: NumberSymbols, system: NumberingSystem
  ) {
    // 36 digits, and two more of a percentage.
    var digits = InlineArray<40, UInt8>(repeating: 0)
    var count = 0
    var rest = magnitude
    while rest > 0, count < 40 {
      (rest, digits[count]) = { ($0.quotient, UInt8($0.remainder)) }(rest.quotientAndRemainder(dividingBy: 10))
      count += 1
    }
    let integerCount = max(count - fractionDigits, 1)
    let isGrouped = integerCount >= groups.first + symbols.minimum
    for index in (0..<(integerCount + fractionDigits)).reversed() {
      output.append(Character(system.digit(digits[index])))
      let left = index - fractionDigits
      if left == 0, fractionDigits > 0 { output += symbols.decimal }
      if isGrouped, left >= groups.first, (left - groups.first).isMultiple(of: groups.further) {
        output += symbols.group
      }
    }
  }
}
