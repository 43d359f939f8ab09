import RegistryCatalog

extension LeafCheck {
  /// The checks of texts in Arabic.
  static let arabic: [LeafCheck] = [
    LeafCheck(
      id: "latin-punctuation", severity: .warning, summary: "a comma, semicolon or question mark of Latin in Arabic",
      applies: usesArabicScript, find: ArabicPunctuation.marks),
    LeafCheck(
      id: "percent-sign", severity: .warning, summary: "a percent sign beside digits of another kind",
      applies: usesArabicScript, find: ArabicPunctuation.percentSigns),
    LeafCheck(
      id: "tatweel", severity: .warning, summary: "a stretched letter", applies: usesArabicScript,
      find: ArabicLetters.tatweel),
    LeafCheck(
      id: "presentation-form", severity: .error, summary: "a form of display in place of an Arabic letter",
      applies: { _ in true }, find: ArabicLetters.presentationForms),
    LeafCheck(
      id: "mixed-digits", severity: .warning, summary: "digits of two kinds in one text", applies: usesArabicScript,
      find: ArabicDigits.mixed),
    LeafCheck(
      id: "persian-letter", severity: .error, summary: "a letter or digit of Persian or Urdu in Arabic",
      applies: { $0.language == "ar" }, find: ArabicLetters.persian),
  ]

  /// Whether a language is written in the Arabic script and with its punctuation.
  private static func usesArabicScript(_ tag: LanguageTag) -> Bool {
    switch tag.script {
    case "Arab": true
    case nil: ["ar", "arz", "fa", "ur", "ps", "ckb", "ug", "sd"].contains(tag.language)
    default: false
    }
  }
}
