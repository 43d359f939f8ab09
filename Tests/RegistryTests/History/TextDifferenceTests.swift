import Registry
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
    ["余额不足", "账户余额不足", "{+账户+}余额不足"], ["余额不足", "余额不够", "余额不[-足-]{+够+}"],
    ["الرصيد غير كافٍ", "الرصيد لا يكفي", "الرصيد [-غير كافٍ-]{+لا يكفي+}"],
    ["Error 1402", "Error 1403", "Error [-1402-]{+1403+}"], ["a\u{301}", "\u{E1}", "[-a\u{301}-]{+\u{E1}+}"],
  ]

  @Test(arguments: differences)
  func `texts are compared by words, and by characters in scripts without spaces`(texts: [String]) {
    #expect(
      Array(shown(texts[0], texts[1]).unicodeScalars) == Array(texts[2].unicodeScalars), "\(shown(texts[0], texts[1]))")
  }

  @Test(arguments: differences)
  func `kept and removed parts form the old text, kept and added parts the new one`(texts: [String]) {
    var (old, new) = ("", "")
    for part in TextDifference(from: texts[0], to: texts[1]).parts {
      switch part {
      case .kept(let text):
        old += text
        new += text
      case .removed(let text): old += text
      case .added(let text): new += text
      }
    }
    #expect(old.unicodeScalars.elementsEqual(texts[0].unicodeScalars))
    #expect(new.unicodeScalars.elementsEqual(texts[1].unicodeScalars))
  }
}
