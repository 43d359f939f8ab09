import RegistryCatalog

/// The check of texts that nobody has translated.
enum UnchangedCheck {
  static let check = TextCheck(
    "unchanged", .warning, .text, "a text that is the same as its source text"
  ) { comparison, faults in
    let profile = comparison.text.profile
    guard let source = comparison.source, profile.primary != source.profile.primary else { return }
    guard comparison.text.text.utf8.count == source.text.utf8.count,
      comparison.text.text.utf8.elementsEqual(source.text.utf8),
      comparison.text.leaves.contains(where: { hasWords($0.scalars, comparison.glossary, profile) })
    else { return }
    faults.append(
      Fault(
        range: 0..<comparison.text.text.unicodeScalars.count, message: "The text is the same as its source text."))
  }

  /// Returns whether a text has a word that is to be translated.
  private static func hasWords(
    _ scalars: [Unicode.Scalar], _ glossary: Glossary?, _ profile: LanguageProfile
  ) -> Bool {
    let scalars = scalars.split(whereSeparator: \.isSpaceOfText).filter { !isAddress($0) }.joined(separator: [" "])
    var text = " " + scalars.text.lowercased() + " "
    for brand in brands where text.contains(brand) { text = text.replacing(brand, with: " ") }
    for term in glossary?.unchanged ?? [] where text.contains(term) { text = text.replacing(term, with: " ") }
    let left = Set(text.split { !$0.isLetter }.map(String.init))
    // Acronyms, names such as STCPay, and tokens with digits are no words; nor are single letters.
    return Array(scalars).split { !$0.isLetterOfText && $0.digitValue == nil && $0 != "_" && $0 != "@" && $0 != "." }
      .contains { token in
        let word = token.filter { $0 != "." }
        return word.count > 1 && word.allSatisfy(\.isLetterOfText) && left.contains(word.text.lowercased())
          && !word.dropFirst().contains { $0.properties.isUppercase } && !token.contains("@")
          && !(token.dropLast().contains(".") && token.count > 4)
      }
  }

  private static func isAddress(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = token.text
    return text.contains("://") || text.contains("@") || text.hasPrefix("www.")
  }

  /// Names of schemes and wallets, which have no translation that everyone uses.
  static let brands: Set = [
    "american express", "apple pay", "google pay", "samsung pay", "wechat pay", "alipay", "unionpay", "mastercard",
    "maestro", "visa", "mada", "paypal", "stc pay", "stcpay", "tabby", "tamara", "sadad", "knet", "diners club",
    "amex", "jcb", "sepa", "fawry", "meeza", "urpay", "mobily pay", "3-d secure",
  ]
}
