import Testing

@testable import MessageFormat

struct MessagePatternFormsTests {
  private func missing(_ text: String, _ locale: String) throws -> [String] {
    try MessagePattern(text, locale: locale).missingForms.map { form in
      "\(form.argument) \(form.category) \(form.samples.map(\.description).joined(separator: ","))"
    }
  }

  @Test func `a plural without the forms of its language names them and their numbers`() throws {
    #expect(
      try missing("{n, plural, one {a} other {b}}", "ar") == [
        "n zero 0", "n two 2", "n few 3,4,5", "n many 11,12,13",
      ])
    #expect(try missing("{n, plural, other {b}}", "en") == ["n one 1"])
    #expect(try missing("{n, plural, other {b}}", "zh-Hans") == [])
    #expect(
      try missing("{s, select, other {{n, plural, one {a} other {b}}}}", "ru") == ["n few 2,3,4", "n many 0,5,6"])
    #expect(try missing("{n, selectordinal, other {b}}", "en").count == 3)
  }

  @Test func `millions in French and fractions in Czech need no form of their own`() throws {
    #expect(try missing("{n, plural, one {a} other {b}}", "fr") == [])
    #expect(try missing("{n, plural, one {a} few {b} other {c}}", "cs") == [])
  }

  @Test func `an exact number takes the place of a form that is for this number only`() throws {
    #expect(try missing("{n, plural, =1 {a} other {b}}", "en") == [])
    #expect(try missing("{n, plural, =0 {a} =1 {b} =2 {c} few {d} many {e} other {f}}", "ar") == [])
    #expect(try missing("{n, plural, =1 {a} few {b} many {c} other {d}}", "ru") == ["n one 21,31,41"])
    #expect(try missing("{n, plural, =1 {a} =21 {b} =31 {c} few {d} many {e} other {f}}", "ru") == ["n one 41,51,61"])
    #expect(
      try missing("{n, plural, zero {} one {} two {} =3 {} =4 {} =5 {} many {} other {}}", "ar") == ["n few 6,7,8"])
    #expect(try missing("{n, plural, offset:1 =2 {a} other {b}}", "en") == [])
  }

  @Test(arguments: [
    ("en", "{n, plural, one {#} other {#}}"), ("zh-Hans", "{n, plural, other {#}}"),
    ("ar", "{n, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}"),
    ("fr", "{n, plural, one {#} other {#}}"), ("tlh", "{n, plural, other {#}}"),
  ])
  func `the frame of a language has the forms that it needs`(locale: String, frame: String) throws {
    #expect(MessagePattern.frame(for: locale, argument: "n") == frame)
    #expect(try MessagePattern(frame, locale: locale).missingForms == [])
  }

  @Test func `a language lists numbers of each form`() {
    #expect(PluralRules(for: "ar").samples(of: .many) == [11, 12, 13])
    #expect(PluralRules(for: "ru").samples(of: .other, limit: 1) == [MessageNumber(5, fractionDigits: 1)])
    #expect(PluralRules(for: "fr").samples(of: .many) == [1_000_000, 2_000_000, 3_000_000])
    #expect(PluralRules(for: "zh").samples(of: .one) == [])
  }

  @Test func `sample values use each form once`() throws {
    let pattern = try MessagePattern(
      "{n, plural, offset:1 =0 {nobody} one {{a} and # more} other {# more}}", locale: "en")
    #expect(
      try pattern.sampleArguments().map { try pattern.format($0).filter { !"\u{2068}\u{2069}".contains($0) } } == [
        "nobody", "{a} and 1 more", "0 more",
      ])
    let choice = try MessagePattern("{s, select, x {X} other {O}} {n, number}", locale: "en")
    #expect(
      choice.sampleArguments() == [["s": "x", "n": 1_234], ["s": "other", "n": 1_234]])
    #expect(choice.sampleArguments(given: ["s": "y"]) == [["s": "y", "n": 1_234]])
    let exact = try MessagePattern("{n, plural, =0.5 {h} one {a} few {b} many {c} other {d}}", locale: "ru")
    #expect(exact.sampleArguments().last == ["n": .number(MessageNumber(15, fractionDigits: 1))])
    let many = (0..<9).map { "{a\($0), select, x {} other {}}" }.joined()
    #expect(
      try MessagePattern(many).sampleArguments().map { $0["a8"] } == ["x", "other"], "too many combinations: each once")
  }

  @Test(arguments: [
    ("plain", 1), ("{a} and {b}", 1),
    ("before {n, plural, one {a {x}} other {b}} after {s, select, a{}   other {'{'}}. ", 5),
    ("{n,plural,offset:1 =0{none}one{{m, plural, one {x} other {y}}}other{'#' #}}", 4),
  ])
  func `the lines of a pattern have one form each, and are the same pattern`(text: String, count: Int) throws {
    let pattern = try MessagePattern(text, locale: "en")
    let joined = try MessagePattern(pattern.lines.joined(separator: " "), locale: "en")
    #expect(joined.parts == pattern.parts)
    #expect(pattern.lines.count == count)
  }
}
