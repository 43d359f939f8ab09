import Testing

@testable import MessageFormat

struct PluralRulesTests {
  /// The samples of CLDR that scripts/plurals wrote: kind, locales, category, values.
  private static func samples() throws -> [(rules: [PluralRules], category: PluralCategory, entries: [String])] {
    let lines = try fixture("plural-samples.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    return try lines.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let kind: PluralRules.Kind = fields[0] == "plural" ? .cardinal : .ordinal
      return (
        fields[1].split(separator: " ").map { PluralRules(for: String($0), kind) },
        try #require(PluralCategory(rawValue: String(fields[2]))), fields[3].split(separator: " ").map(String.init)
      )
    }
  }

  @Test func `every sample of CLDR has the category that CLDR gives it, in each of its languages`() throws {
    let samples = try Self.samples()
    #expect(samples.map(\.entries.count).reduce(0, +) == 1_595 + 468)
    for sample in samples {
      for operands in try sample.entries.flatMap(Self.operands) {
        for rules in sample.rules where rules.category(of: operands) != sample.category {
          Issue.record("\(rules) says \(rules.category(of: operands)) for \(operands), CLDR \(sample.category)")
        }
      }
    }
  }

  /// Returns the operands of an entry: `1.0`, `1.2c6`, or each number of a range such as `0.0~1.5`.
  private static func operands(_ entry: String) throws -> [PluralOperands] {
    let ends = try entry.split(separator: "~").map { end in
      let parts = end.split(separator: "c")
      return (try #require(MessageNumber(String(parts[0]))), parts.count > 1 ? try #require(Int(parts[1])) : 0)
    }
    let (first, exponent) = try #require(ends.first)
    return (first.magnitude...(ends.last?.0.magnitude ?? first.magnitude)).map { magnitude in
      PluralOperands(
        MessageNumber(isNegative: false, magnitude: magnitude, fractionDigits: first.fractionDigits),
        exponent: exponent)
    }
  }

  @Test(arguments: [
    ("en", "1", PluralCategory.one), ("en", "1.0", .other), ("en", "-1", .one), ("en", "0", .other),
    ("ar", "0", .zero), ("ar", "1.0", .one), ("ar", "103", .few), ("ar", "111", .many), ("ar", "100", .other),
    ("ar", "0.5", .other), ("zh-Hans", "1", .other), ("fr", "1.9", .one), ("fr", "1000000", .many),
    ("ru", "21", .one), ("ru", "1.5", .other), ("pt-PT", "0", .other), ("pt", "0", .one), ("pt-AO", "0", .other),
    ("ar-SA", "2", .two), ("zh-Hant-TW", "5", .other), ("AR_sa", "2", .two), ("pt-pt", "0", .other),
    ("PT_pt", "0", .other), ("KOK-LATN", "1", .one),
    ("zh-hans-cn", "1", .other), ("tlh", "1", .other),
    ("lt", "123456789012345678901234567890123451", .one),
  ])
  func `a number has the category of its visible digits, in the language or the one that it inherits from`(
    locale: String, number: String, category: PluralCategory
  ) throws {
    #expect(PluralRules(for: locale).category(of: try #require(MessageNumber(number))) == category)
  }

  @Test func `ordinal numbers have rules of their own`() {
    let numbers: [MessageNumber] = [1, 2, 3, 4, 11, 12, 13, 21, 112]
    #expect(
      numbers.map { PluralRules(for: "en", .ordinal).category(of: $0) }
        == [.one, .two, .few, .other, .other, .other, .other, .one, .other])
    #expect(PluralRules(for: "ar", .ordinal).categories == [.other])
    #expect(PluralRules(for: "ar", .ordinal).isKnown)
  }

  @Test func `a language lists the categories that it distinguishes, in the order of CLDR`() {
    #expect(PluralRules(for: "ar").categories == [.zero, .one, .two, .few, .many, .other])
    #expect(PluralRules(for: "zh-Hans").categories == [.other])
    #expect(PluralRules(for: "pl").categories == [.one, .few, .many, .other])
    #expect(PluralCategory.allCases.sorted() == [.zero, .one, .two, .few, .many, .other])
  }

  @Test func `a language that CLDR does not know has no rules`() {
    #expect(!PluralRules(for: "und").isKnown)
    #expect(!PluralRules(for: "tlh", .ordinal).isKnown)
    #expect(PluralRules(for: "").categories == [.other])
  }

  @Test func `the table of rules is smaller than 8 kilobytes`() {
    let rows = PluralData.cardinal + PluralData.ordinal
    #expect(rows.map { $0.locales.utf8.count + $0.text.utf8.count }.reduce(0, +) < 8_192)
  }
}
