import RegistryCatalog

/// Symbols in the forms in which people and programs write them.
enum SymbolWords {
  /// Returns the words of a text in camel case, such as `insufficientBalance`; nil for every other text.
  static func split(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= StatusCode.maximumSymbolLength, !scalars.contains(where: \.properties.isWhitespace) else {
      return nil
    }
    var words = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      // A capital starts a word after a small letter, and before one: `OTPSendingFailed`.
      if place > 0, scalar.properties.isUppercase,
        scalars[place - 1].properties.isLowercase
          || scalars[place - 1].properties.isUppercase && place + 1 < scalars.count
            && scalars[place + 1].properties.isLowercase
      {
        words.append(" ")
      }
      words.append(scalar)
    }
    return words.count > scalars.count ? String(words) : nil
  }

  /// Returns whether a text has the form of a symbol, so that symbols come before texts with the same words.
  static func isSymbolic(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.allSatisfy(\.isASCII), !scalars.contains(where: \.properties.isWhitespace) else { return false }
    return text.contains("_") || split(text) != nil || !scalars.contains(where: \.properties.isLowercase)
  }

  /// Returns the texts in a query that can be whole symbols: the query with `_` for `-` and spaces, and its words with
  /// a `_`.
  static func symbols(in query: String) -> (whole: String?, inside: [String]) {
    let words = query.utf8.prefix(QueryReading.lengthLimit * 8).split { byte in
      !((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F)
    }
    let symbols = words.map { String(decoding: $0, as: UTF8.self).uppercased() }
    let isPlain = query.utf8.allSatisfy { $0 < 0x80 } && !query.utf8.contains(0x22)
    let joined = symbols.joined(separator: "_")
    let whole = isPlain && StatusCode.isSymbol(joined) ? joined : nil
    let inside = symbols.filter { $0.contains("_") && StatusCode.isSymbol($0) }
    return (whole, symbols.count > 1 ? inside : [])
  }

  /// Returns how well a query fits a symbol whose beginning, or some or all of whose words it has, from 0 to 1; nil
  /// when it has neither.
  ///
  /// - Parameters:
  ///   - query: The folded query.
  ///   - symbol: The folded words of the symbol.
  static func score(_ query: [Letter], in symbol: [Letter]) -> Double? {
    let ratio = Double(query.count) / Double(max(1, symbol.count))
    if query.count < symbol.count, symbol.starts(with: query) { return 0.75 + 0.2 * ratio }
    let known = symbol.split(separator: .space)
    let words = query.split(separator: .space)
    if words.allSatisfy({ known.contains($0) }) { return 0.6 + 0.3 * min(1, ratio) }
    // All words of the symbol among others: `IP address not allowed` has those of IP_NOT_ALLOWED.
    guard known.count > 1, ratio <= 2, known.allSatisfy({ words.contains($0) }) else { return nil }
    return 0.5 + 0.3 / ratio
  }
}
