import Registry
import RegistryTestSupport
import Testing

struct TextDifferenceTests {
  /// Returns the parts in the notation of wdiff.
  private func shown(_ old: String, _ new: String) -> String {
    TextDifference(from: old, to: new).parts.map { part in
      switch part {
      case .kept(let text): text
      case .removed(let text): "[-\(text)-]"
      case .added(let text): "{+\(text)+}"
      }
    }.joined()
  }

  static let differences: [[String]] = [
    ["", "", ""], ["same", "same", "same"], ["", "new", "{+new+}"], ["old", "", "[-old-]"],
    ["Insufficient balance", "Not enough balance", "[-Insufficient-]{+Not enough+} balance"],
    ["Insufficient balance", "Insufficient balance.", "Insufficient balance{+.+}"],
    ["Pay {amount} now", "Pay {total} now", "Pay [-{amount}-]{+{total}+} now"],
    ["one two three", "one 2 3", "one [-two three-]{+2 3+}"],
    ["余额不足", "账户余额不足", "{+账户+}余额不足"],
    ["余额不足", "余额不够", "余额不[-足-]{+够+}"],
    ["الرصيد غير كافٍ", "الرصيد لا يكفي", "الرصيد [-غير كافٍ-]{+لا يكفي+}"],
    ["Error 1402", "Error 1403", "Error [-1402-]{+1403+}"], ["a\u{301}", "\u{E1}", "[-a\u{301}-]{+\u{E1}+}"],
  ]

  @Test(arguments: differences)
  func `texts are compared by words, and by characters in scripts without spaces`(texts: [String]) {
    #expect(
      Array(shown(texts[0], texts[1]).unicodeScalars) == Array(texts[2].unicodeScalars), "\(shown(texts[0], texts[1]))")
  }

  /// Returns the old and the new text that the parts of their difference form.
  private func texts(of difference: TextDifference) -> [[Unicode.Scalar]] {
    var (old, new) = ("", "")
    for part in difference.parts {
      switch part {
      case .kept(let text):
        old += text
        new += text
      case .removed(let text): old += text
      case .added(let text): new += text
      }
    }
    return [Array(old.unicodeScalars), Array(new.unicodeScalars)]
  }

  @Test(arguments: differences)
  func `kept and removed parts form the old text, kept and added parts the new one`(texts: [String]) {
    let difference = TextDifference(from: texts[0], to: texts[1])
    #expect(self.texts(of: difference) == [Array(texts[0].unicodeScalars), Array(texts[1].unicodeScalars)])
  }

  @Test func `the parts form both texts scalar by scalar, whatever the scalars are`() {
    var random = SeededGenerator(seed: 2)
    // U+0344 and its decomposition are equal as strings.
    let scalars = Array("ab  \n\r{}1款の\u{301}\u{308}\u{344}\u{E31}\u{200D}👍🇨🇳".unicodeScalars)
    for _ in 0..<5_000 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...12, using: &random)).compactMap { _ in scalars.randomElement(using: &random) }
      }
      let strings = texts.map { String(String.UnicodeScalarView($0)) }
      let difference = TextDifference(from: strings[0], to: strings[1])
      #expect(self.texts(of: difference) == texts, "\(strings)")
    }
  }

  @Test func `texts that have little in common are shown whole between their common ends`() {
    let texts = (0..<2).map { number in "Dear all: " + (0..<501).map { "\($0 + number * 501)." }.joined() + " Bye" }
    #expect(
      TextDifference(from: texts[0], to: texts[1]).parts == [
        .kept("Dear all: "), .removed(String(texts[0].dropFirst(10).dropLast(5))),
        .added(String(texts[1].dropFirst(10).dropLast(5))), .kept(". Bye"),
      ])
  }
}
