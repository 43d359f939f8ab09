extension PluralRules {
  /// Returns numbers of a category: integers up to 1,000, else fractions or millions.
  ///
  /// - Parameters:
  ///   - category: A category of the language.
  ///   - limit: The largest number of numbers.
  /// - Returns: The numbers in ascending order; none when no number belongs to the category.
  public func samples(of category: PluralCategory, limit: Int = 3) -> [MessageNumber] {
    let integers = (0...1_000).lazy.map { MessageNumber($0) }.filter { self.category(of: $0) == category }
    let first = Array(integers.prefix(limit))
    if !first.isEmpty { return first }
    let others =
      (0...limit).map { MessageNumber(10 * $0 + 5, fractionDigits: 1) }
      + (1...(limit + 1)).map { MessageNumber(1_000_000 * $0) }
    return Array(others.filter { self.category(of: $0) == category }.prefix(limit))
  }

  /// The categories that a text needs besides ``PluralCategory/other``, because they have integers up to 1,000.
  ///
  /// French, Spanish and others have `many` for millions only, and Czech has it for fractions only. A text without that
  /// form uses `other`, which nobody notices.
  package var neededCategories: [PluralCategory] {
    categories.filter {
      $0 != .other && samples(of: $0, limit: 1).first.map { $0.fractionDigits == 0 && $0.magnitude <= 1_000 } == true
    }
  }
}
