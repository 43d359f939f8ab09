import Foundation
import Testing

@testable import RegistryChecks

/// Tests what the findings of the checks of characters and scripts say.
@Suite struct LeafCheckTests {
  private func occurrences(_ id: String, _ text: String, _ language: String) throws -> [Occurrence] {
    let check = try #require(ScriptCorpusTests.checks.first { $0.id == id })
    let leaf = try TextLeaf.of(text, language)
    return check.applies(leaf.language) ? check.find(leaf) : []
  }

  @Test(arguments: [
    ("invisible-character", "Pay\\u{200B}ment", "en", 3..<4, ""),
    ("bidi-control", "رمز\\u{200F}", "ar", 3..<4, ""),
    ("look-alike-letter", "the P\\u{430}yment", "en", 4..<11, "Payment"),
    ("look-alike-letter", "\\u{43}чёт", "ru", 0..<4, "Счёт"),
    ("decomposed-character", "Cafe\\u{301}", "en", 3..<5, "é"),
    ("decomposed-character", "سو\\u{654}ال", "ar", 1..<3, "ؤ"),
    ("reordered-run", "المبلغ 10-20 ريالًا", "ar", 7..<12, "\u{2068}10-20\u{2069}"),
    ("reordered-run", "عبر 3-D Secure فقط", "ar", 4..<14, "\u{2068}3-D Secure\u{2069}"),
    ("latin-punctuation", "فشل, حاول", "ar", 3..<4, "،"),
    ("percent-sign", "خصم 10٪", "ar", 6..<7, "%"),
    ("tatweel", "الرصيـد غير كافٍ", "ar", 0..<7, "الرصيد"),
    ("presentation-form", "ﻓﺸﻞ الدفع", "ar", 0..<3, "فشل"),
    ("presentation-form", "ﻻ", "ar", 0..<1, "لا"),
    ("mixed-digits", "٦ أرقام خلال 30 ثانية", "ar", 0..<1, "6"),
    ("persian-letter", "کافٍ", "ar", 0..<1, "ك"),
    ("traditional-character", "驗證碼错误", "zh-Hans", 0..<3, "验证码"),
    ("simplified-character", "余额不足", "zh-Hant", 1..<2, "額"),
    ("half-width-punctuation", "已变更, 请重试", "zh-Hans", 3..<5, "，"),
    ("half-width-punctuation", "请按'确认'", "zh-Hans", 2..<3, "‘"),
    ("full-width-latin", "ＭＤ５ 不一致", "zh-Hans", 0..<3, "MD5"),
    ("wrong-ellipsis", "处理中...", "zh-Hans", 3..<6, "……"),
    ("missing-space", "缺少API", "zh-Hans", 1..<3, "少 A"),
    ("space-beside-chinese", "余额 不足", "zh-Hans", 1..<4, "额不"),
    ("space-beside-chinese", "不支持 {currency} ，请", "zh-Hans", 5..<7, "，"),
  ])
  func `a finding has the place of the fault and what to write instead`(
    id: String, text: String, language: String, range: Range<Int>, suggestion: String
  ) throws {
    let first = try #require(try occurrences(id, text, language).first)
    #expect(first.range == range)
    #expect(first.suggestion?.unicodeScalars.elementsEqual(suggestion.unicodeScalars) == true, "\(first)")
  }

  @Test func `a finding about order shows how the run is displayed`() throws {
    let found = try occurrences("reordered-run", "تاريخ العملية 2026-11-24", "ar")
    #expect(
      found.map(\.message) == [
        "“2026-11-24” is displayed as “24-11-2026”. In an isolate it keeps its order."
      ])
  }

  @Test(arguments: [
    ("اتصل على +966 50", "50 966+"), ("رصيدك -5 ريالات", "5-"), ("خدمة STC+ متاحة", "+STC"),
    ("عبر 3-D Secure", "D Secure-3"), ("الرابط https://a.sa/ متاح", "/https://a.sa"), ("المبلغ 10-20", "20-10"),
  ])
  func `a run is displayed as ICU displays it`(text: String, displayed: String) throws {
    let found = try #require(try occurrences("reordered-run", text, "ar").first)
    #expect(found.message.contains("displayed as “\(displayed)”"), "\(found.message)")
  }

  @Test func `the suggestion for a reordered run has no finding`() throws {
    for text in ["المبلغ 10-20 ريالًا", "اتصل على +966 50 123 4567 الآن", "خدمة STC+ متاحة"] {
      let found = try #require(try occurrences("reordered-run", text, "ar").first)
      var scalars = Array(text.unicodeScalars)
      scalars.replaceSubrange(found.range, with: Array(try #require(found.suggestion).unicodeScalars))
      let mended = String(String.UnicodeScalarView(scalars))
      #expect(try occurrences("reordered-run", mended, "ar").isEmpty)
      #expect(try occurrences("bidi-control", mended, "ar").isEmpty)
    }
  }

  @Test func `a suggestion never contains the stand-in of an argument`() throws {
    for text in ["{a} ，{b}: 余额,{c} 不足{d}...", "{a}API密钥{b}(重复){c}"] {
      for check in LeafCheck.chinese {
        for found in try occurrences(check.id, text, "zh-Hans") {
          #expect(found.suggestion?.unicodeScalars.contains { $0.isArgument } != true, "\(check.id): \(found)")
        }
      }
    }
  }

  @Test func `marks in another order than that of Unicode are no finding`() throws {
    // Shadda before fatha, as it is typed, and after it, as normalization orders them.
    #expect(try occurrences("decomposed-character", "رَّ", "ar").isEmpty)
    #expect(try occurrences("decomposed-character", "رَّ", "ar").isEmpty)
  }

  @Test func `composition agrees with Foundation`() {
    var generator = SystemRandomNumberGenerator()
    let letters: [Unicode.Scalar] = Array("aeiouAEIOUnyоеиαωاويかはガd".unicodeScalars)
    let marks: [Unicode.Scalar] = [
      0x300, 0x301, 0x302, 0x308, 0x323, 0x327, 0x31B, 0x345, 0x64E, 0x651, 0x653, 0x654, 0x3099,
    ]
    .compactMap(Unicode.Scalar.init)
    for _ in 0..<3_000 {
      let letter = letters.randomElement(using: &generator) ?? "a"
      let cluster =
        [letter]
        + (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in
          marks.randomElement(using: &generator)
        }
      let expected = cluster.text(0..<cluster.count).precomposedStringWithCanonicalMapping
      #expect(Composition.normalized(cluster).composed == Array(expected.unicodeScalars), "\(cluster)")
    }
  }

  @Test func `a long text that nests everything is laid out in time`() {
    let shapes: [[UInt32]] = [
      [0x28], [0x2068], [0x202B, 0x41, 0x202A, 0x627], [0x28, 0x41, 0x29, 0x627], [0x2067, 0x31],
    ]
    for shape in shapes {
      let scalars = (0..<40_000).compactMap { Unicode.Scalar(shape[$0 % shape.count]) }
      let start = ContinuousClock.now
      _ = BidiParagraph(scalars, level: 1).visualOrder
      #expect(ContinuousClock.now - start < .seconds(5))
    }
  }
}
