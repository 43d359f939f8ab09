/// Values by locale. A locale that has none takes the value of the locale without its last subtag: `ar-SA` takes that
/// of `ar`.
struct LocaleTable<Value: Sendable>: Sendable {
  private var values: [String: Value] = [:]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - rows: The locales, separated by spaces, and the text of their value.
  ///   - value: Returns the value of a text.
  init(_ rows: [(locales: String, text: String)], value: (String) -> Value) {
    for row in rows {
      let value = value(row.text)
      for locale in row.locales.split(separator: " ") { values[String(locale)] = value }
    }
  }

  /// Returns the value of a locale; nil when neither it nor a shorter form of it has one.
  ///
  /// - Parameter locale: A BCP 47 language tag. Other letter cases and `_` are understood.
  func value(for locale: String) -> Value? {
    // No tag that means something is so long.
    guard locale.utf8.count <= 100 else { return nil }
    if let value = values[locale] { return value }
    if Self.isCanonical(locale) { return shortened(locale) }
    let canonical = Self.canonical(locale)
    return values[canonical] ?? shortened(canonical)
  }

  private func shortened(_ locale: String) -> Value? {
    var rest = locale[...]
    while let hyphen = rest.utf8.lastIndex(of: UInt8(ascii: "-")) {
      // Without its script, en-Latn-IN is en-IN, unless the script has a value of its own.
      let (region, shorter) = (rest[hyphen...], rest[..<hyphen])
      rest = shorter
      if let value = values[String(rest)] { return value }
      if region.utf8.count == 3, let script = rest.utf8.lastIndex(of: UInt8(ascii: "-")),
        rest[script...].utf8.count == 5, let value = values[String(rest[..<script] + region)]
      {
        return value
      }
    }
    return nil
  }

  /// Returns whether a tag is written as ``canonical(_:)`` writes it. Most are, and this allocates nothing.
  private static func isCanonical(_ locale: String) -> Bool {
    var (subtags, count, capitals, isFirstCapital) = (0, 0, 0, false)
    func isRight() -> Bool {
      switch count {
      case 2 where subtags > 0: capitals == 2
      case 4 where subtags > 0: capitals == 1 && isFirstCapital
      default: capitals == 0
      }
    }
    for byte in locale.utf8 {
      switch byte {
      case UInt8(ascii: "-"):
        guard isRight() else { return false }
        (subtags, count, capitals, isFirstCapital) = (subtags + 1, 0, 0, false)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if count == 0 { isFirstCapital = true }
        (count, capitals) = (count + 1, capitals + 1)
      case UInt8(ascii: "_"): return false
      default: count += 1
      }
    }
    return isRight()
  }

  /// Returns a tag as BCP 47 writes it (RFC 5646, section 2.1.1): `zh-Hant-TW` for `ZH_hant_tw`.
  private static func canonical(_ locale: String) -> String {
    let subtags = locale.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    return subtags.enumerated().map { index, subtag in
      switch subtag.utf8.count {
      case 2 where index > 0: subtag.uppercased()
      case 4 where index > 0: subtag.prefix(1).uppercased() + subtag.dropFirst()
      default: String(subtag)
      }
    }.joined(separator: "-")
  }
}
