import Testing

@testable import TextFolding

/// Tests `FoldedText`: which texts are the same, and the way back to the original text.
@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("INSUFFICIENT Balance", "insufficient balance"), ("Straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("İstanbul ısı", "istanbul isi"), ("café", "cafe"), ("ﬁle", "file"), ("Ａｄｄ　ｆａｉｌｅｄ", "add failed"),
    ("it's  -- a\tlist:", "it s a list"), ("…", ""), ("", ""), ("½", "1 2"), ("㍿", "株式会社"), ("№ ①", "no 1"),
    ("هٰذَا الْمُعَرِّف", "هذا المعرف"), ("رصـــيد غير كافٍ", "رصيد غير كاف"), ("أإآٱا", "ااااا"),
    ("مدى ی ي", "مدي ي ي"), ("بطاقة", "بطاقه"), ("مسؤول", "مسوول"), ("شيء سُئل", "شي سيل"), ("ک", "ك"),
    ("ﻻ ﷲ ﺍﻟﺮﺻﻴﺪ", "لا الله الرصيد"), ("١٤٠٢ ۱۴۰۲ １４０２ १४०२", "1402 1402 1402 1402"),
    ("餘額不足！", "余额不足"), ("賬戶 帳戶 账户 帐户", "帐户帐户帐户帐户"), ("余额 100 元", "余额100元"),
    ("（MD5）校验 失败", "md5校验失败"), ("⼈", "人"), ("가각", "\u{1100}\u{1161}\u{1100}\u{1161}\u{11A8}"),
    ("a\u{200B}b\u{2068}c\u{2069}", "abc"), ("a\u{0}b", "a b"), ("🙂", ""), ("ﹰ كلمه", "كلمه"),
  ])
  func `a text is folded to the form in which it is compared`(text: String, folded: String) {
    #expect(Array(FoldedText(text).scalars) == Array(folded.unicodeScalars), "\(FoldedText(text))")
  }

  @Test(arguments: [
    ("\u{627}\u{654}", "\u{623}"), ("\u{631}\u{64E}\u{651}", "\u{631}\u{651}\u{64E}"), ("e\u{301}", "é"),
    ("\u{1112}\u{1161}\u{11AB}", "한"), ("か\u{3099}", "が"),
  ])
  func `the normalization form of a text makes no difference`(left: String, right: String) {
    #expect(FoldedText(left) == FoldedText(right))
    #expect(FoldedText(left).hashValue == FoldedText(right).hashValue)
  }

  @Test func `a folded text is not changed when it is folded again`() {
    for value in UInt32(0)..<0x3_2000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = FoldedText("x\(Character(scalar))x")
      let twice = FoldedText(once.description)
      #expect(once == twice, "U+\(String(value, radix: 16)): \(once) \(twice)")
    }
  }

  @Test func `letters with another decomposition in the standard library are folded like their parts`() {
    // `lowercaseMapping` and canonical equivalence of the standard library do not use the generated tables.
    for value in UInt32(0xA0)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      // The tables are older than the standard library.
      guard let age = scalar.properties.age, age.major <= 15 else { continue }
      let lower = FoldedText(scalar.properties.lowercaseMapping)
      #expect(lower == FoldedText(String(Character(scalar))), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `each part of a folded text knows where it comes from`() throws {
    let text = "ال\u{2068}مُعَرِّف\u{2069} — ٣ ﬁles 餘額 100"
    let scalars = Array(text.unicodeScalars)
    let folded = FoldedText(text)
    #expect(folded.description == "المعرف 3 files余额100")
    func origin(_ part: String) throws -> String {
      let range = try #require(folded.firstRange(of: FoldedText(part)))
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[folded.origin(of: range)])
      return String(view)
    }
    #expect(try origin("3") == "٣")
    #expect(try origin("i") == "ﬁ")
    #expect(try origin("file") == "ﬁle")
    #expect(try origin("余额100") == "餘額 100")
    #expect(try origin("معرف") == "مُعَرِّف\u{2069}")
    #expect(folded.origin(of: 6..<7) == 12..<15)
    #expect(folded.origin(of: 2..<2) == 0..<0)
    #expect(folded.origin(of: 0..<1_000) == 0..<0)
  }

  @Test func `a part is found from a position on, and an empty one nowhere`() {
    let text = FoldedText("余额不足，余额为零")
    #expect(text.firstRange(of: FoldedText("餘額")) == 0..<2)
    #expect(text.firstRange(of: FoldedText("餘額"), from: 1) == 4..<6)
    #expect(text.firstRange(of: FoldedText("額零")) == nil)
    #expect(text.firstRange(of: FoldedText("!")) == nil)
    #expect(text.firstRange(of: FoldedText("零"), from: 100) == nil)
  }

  @Test(arguments: ["\u{301}", "\u{640}", "\u{2066}", " ", "ﷺ", "ا\u{654}\u{651}\u{64E}", "\u{10FFFF}", "👩‍👩‍👧"])
  func `a long text of one hostile part is folded in one pass`(part: String) {
    let text = String(repeating: part, count: 200_000)
    let folded = FoldedText("a" + text + "b")
    #expect(folded.scalars.first == "a" && folded.scalars.last == "b")
    #expect(
      folded.origin(of: folded.scalars.count - 1..<folded.scalars.count).upperBound == text.unicodeScalars.count + 2)
  }
}
