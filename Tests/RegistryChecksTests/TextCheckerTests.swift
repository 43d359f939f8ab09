import RegistryCatalog
import Testing

@testable import RegistryChecks

/// Tests the check of single texts where the corpus does not reach.
@Suite struct TextCheckerTests {
  private let checker = TextChecker(languages: [.english, .arabic, .simplifiedChinese].map(CorpusTests.language))

  private func checks(_ text: String, _ source: String, in language: LanguageTag = .arabic) -> [String] {
    checker.findings(code: 1, language: language, text: text, source: source).map(\.check)
  }

  /// A select with many words, whose forms all show the same.
  private func select(_ count: Int, _ form: String) -> String {
    "{n, select, \((0..<count).map { "w\($0) {\(form)}" }.joined(separator: " ")) other {\(form)}}"
  }

  @Test func `every form is checked, however many there are`() {
    let forms = (0..<80).map { "w\($0) {\($0 == 79 ? "\u{FFFD}" : "x")}" }.joined(separator: " ")
    #expect(checks("{n, select, \(forms) other {x}}", select(80, "x")).contains("replacement-character"))
  }

  @Test(
    .timeLimit(.minutes(4)),
    arguments: [" قـف", ")", "(", " 12", "{a}", ",", "[1", " a"])
  func `a text of many signs in many forms takes no long time`(part: String) {
    let text = select(60, "{a}") + String(repeating: part, count: 2_000 / part.unicodeScalars.count)
    _ = checks(text, select(60, "{a}"))
  }

  @Test(arguments: [
    ("The refund was sent on 31 January 2026.", "أُرسل المبلغ المسترد في 31/01/2026.", LanguageTag.arabic),
    ("The refund was sent on 31 January 2026.", "退款已于 2026 年 1 月 31 日发出。", .simplifiedChinese),
    ("Closed from 5:30 PM", "مغلق من 17:30", .arabic), ("Open 9 AM–5 PM", "مفتوح 9:00–17:00", .arabic),
    ("Valid until 31/03/2026", "صالح حتى 31 مارس 2026", .arabic),
    ("Twenty payments failed", "20 笔支付失败", .simplifiedChinese),
  ])
  func `a date or a time in other words has the same numbers`(source: String, text: String, language: LanguageTag) {
    #expect(!checks(text, source, in: language).contains("different-number"))
  }

  private static let longText = String(repeating: "ا", count: 401)

  @Test(
    arguments: [
      ("تم الرد.", "{amount} was refunded.", "missing-argument", [.argument: "amount"]),
      (
        "{n, plural, other {# y}}", "{n, plural, other {# {b}}}", "missing-argument",
        [.argument: "b", .form: "other"]
      ),
      ("دفع {a} و{b}", "Paid {a}", "unexpected-argument", [.argument: "b"]),
      ("دفع {a, number}", "Paid {a}", "argument-kind", [.argument: "a"]),
      (
        "{n, plural, =1 {x} one {y} other {z}}", "{n, plural, other {z}}", "unreachable-form",
        [.argument: "n", .form: "one"]
      ),
      (
        "{n, plural, other {# دفعة}}", "{n, plural, other {# payments}}", "missing-form",
        [.argument: "n", .form: "zero", .numbers: "0"]
      ),
      (
        "{w, select, x {أ} other {ب}}", "{w, select, y {a} z {a} other {b}}", "unknown-word",
        [.argument: "w", .form: "x"]
      ),
      ("{w, select, other {ب}}", "{w, select, y {a} other {b}}", "missing-word", [.argument: "w", .form: "y"]),
      ("هل تريد المتابعة.", "Do you want to continue?", "end-mark", [.mark: ".", .sourceMark: "?"]),
      ("فشل الدفع.", "The payment failed", "end-mark", [.mark: "."]),
      ("بعد 42 ساعة", "In 24 hours", "different-number", [.number: "42", .sourceNumber: "24"]),
      ("بعد ساعات", "In 24 hours", "different-number", [.sourceNumber: "24"]),
      (longText, String(longText.dropLast(101)), "too-long", [.length: "401"]),
      ("راجع الموقع", "See https://example.com", "changed-url", [.address: "https://example.com"]),
      ("المبلغ 10-20 ريالًا", "10-20 riyals", "reordered-run", [.displayed: "20-10"]),
    ] as [(String, String, String, [Finding.ValueName: String])])
  func `a finding has the values of its message`(
    text: String, source: String, check: String, values: [Finding.ValueName: String]
  ) throws {
    let findings = checker.findings(code: 1, language: .arabic, text: text, source: source)
    let found = findings.filter { $0.check == check }.map(\.values)
    #expect(found.contains(values), "\(findings)")
  }
}
