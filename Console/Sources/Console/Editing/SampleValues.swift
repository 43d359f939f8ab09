import MessageFormat
import Registry

/// Plausible values for the arguments of a text, so that a preview reads as what a customer gets.
enum SampleValues {
  /// Words in the name of an argument, with a value in each language; the one of English is for all others.
  private static let samples: [(names: [String], values: [String: String])] = [
    // An amount may be over a limit, under a minimum or more than a balance, so these come first and differ.
    (["limit", "maximum", "max"], ["en": "200"]),
    (["minimum", "min"], ["en": "300"]),
    (["balance"], ["en": "120"]),
    (["fee"], ["en": "5"]),
    (["amount", "price", "total", "sum"], ["en": "250"]),
    (["currency"], ["en": "SAR", "ar": "ريال", "zh-Hans": "元"]),
    (["otp", "pin", "code"], ["en": "482913"]),
    (
      ["count", "days", "hours", "minutes", "seconds", "attempts", "times", "size", "length", "items", "files"],
      ["en": "3"]
    ),
    (["date", "day", "expiry"], ["en": "2026-03-15"]),
    (["time", "at", "until"], ["en": "14:30"]),
    (["phone", "mobile"], ["en": "+966 50 123 4567"]),
    (["email", "mail"], ["en": "noura@example.org"]),
    (["iban"], ["en": "SA44 2000 0001 2345 6789 1234"]),
    (["card", "account"], ["en": "•••• 4821"]),
    (["file", "filename"], ["en": "report.csv"]),
    (["bank"], ["en": "Example Bank", "ar": "بنك المثال", "zh-Hans": "示例银行"]),
    (
      ["name", "user", "customer", "payee", "payer", "beneficiary", "sender", "recipient"],
      ["en": "Noura", "ar": "نورة", "zh-Hans": "李娜"]
    ),
    (["id", "reference", "ref", "transaction", "order"], ["en": "TX-40817"]),
    (["url", "link", "site"], ["en": "example.org"]),
    (["country"], ["en": "Oman", "ar": "عُمان", "zh-Hans": "阿曼"]),
    (["city"], ["en": "Muscat", "ar": "مسقط", "zh-Hans": "马斯喀特"]),
  ]

  /// Returns a value for an argument. What its name does not tell is a number.
  static func value(of name: String, _ kind: ArgumentKind, in language: LanguageTag) -> MessageValue {
    let words = name.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init)
    let sample = samples.first { sample in words.contains { sample.names.contains($0) } }?.values
    let text = sample.flatMap { $0[language.description] ?? $0["en"] } ?? "123"
    guard kind == .number else { return .text(text) }
    return .number(MessageNumber(text) ?? 3)
  }
}
