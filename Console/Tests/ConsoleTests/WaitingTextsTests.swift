import Registry
import Testing

@testable import Console

@Suite struct WaitingTextsTests {
  @Test(arguments: ["layla", "Layla", "LAYLA", "noura", "nobody", "\u{C9}mile", "\u{E9}mile"])
  func `the texts that wait for a person are counted as the inbox lists them`(person: String) throws {
    let registry = try SeededRegistry()
    try registry.set(1402, "ar", "رصيدك غير كافٍ", by: "layla")
    try registry.set(1403, "ar", "طريقة الدفع  ليست مدعومة", by: "Layla")
    try registry.set(1403, "zh-Hans", "不支持的付款方式", by: "noura")
    try registry.set(1405, "zh-Hans", "金额超限", by: "\u{C9}mile")
    try registry.set(1406, "en", "Changed", by: "noura", impact: .major)
    let (texts, examination, languages, inbox) = try registry.store.read { registry in
      (
        try registry.inboxTexts(), try registry.textExamination(), try registry.languages().map(\.value),
        try registry.inbox(of: person)
      )
    }
    let findings = examination.findings()
    #expect(texts.items(of: person, findings: findings) == inbox)
    let waiting = WaitingTexts(texts.items(of: nil, findings: findings))
    for language in languages {
      for need in InboxItem.Need.allCases {
        #expect(
          waiting.count(need, language.tag, for: person)
            == inbox.count { $0.language == language.tag && $0.need == need },
          "\(need) \(language.tag)")
      }
    }
  }
}
