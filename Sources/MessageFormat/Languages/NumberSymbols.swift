/// The signs and groups with which a language writes numbers (CLDR 48).
struct NumberSymbols: Sendable {
  let decimal: String
  let group: String
  let minus: String
  /// A percentage, in which `#` stands for the number and `-` for the place of a minus sign.
  let percent: String
  /// The sizes of the group before the decimal point, and of the further ones.
  let number: (first: Int, further: Int)
  /// The sizes of the groups of a percentage.
  let percentage: (first: Int, further: Int)
  /// The least number of digits before the first group sign.
  let minimum: Int

  /// Finds the symbols of a language for a numbering system.
  ///
  /// - Parameters:
  ///   - locale: A BCP 47 language tag. An unknown one has the symbols of CLDR's root locale.
  ///   - system: The numbering system. One that is not the language's own is written with the language's signs for
  ///     ASCII digits.
  init(for locale: String, _ system: NumberingSystem) {
    if system != .latn, let native = Self.native.value(for: locale), native.system == system.identifier {
      self = native.symbols
    } else {
      self = Self.latin.value(for: locale) ?? Self.root
    }
  }

  /// Reads a row of `NumberData`.
  private init(row: some StringProtocol) {
    let parts = row.split(separator: "|")
    let sizes = parts[4].utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    (decimal, group, minus, percent) = (String(parts[0]), String(parts[1]), String(parts[2]), String(parts[3]))
    (number, percentage, minimum) = ((sizes[0], sizes[1]), (sizes[2], sizes[3]), sizes[4])
  }

  private static let root = NumberSymbols(row: ".|,|-|-#%|33331")
  private static let latin = LocaleTable(NumberData.latin) { NumberSymbols(row: $0) }
  private static let native = LocaleTable(NumberData.native) { row in
    let end = row.firstIndex(of: "|") ?? row.endIndex
    return (system: String(row[..<end]), symbols: NumberSymbols(row: row[end...].dropFirst()))
  }
}
