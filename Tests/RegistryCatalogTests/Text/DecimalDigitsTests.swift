import RegistryCatalog
import Testing

@Suite struct DecimalDigitsTests {
  @Test(arguments: [
    ("1402", "1402"), ("١٤٠٢", "1402"), ("۱۴۰۲", "1402"), ("１４０２", "1402"), ("一四〇二", "1402"), ("零九", "09"),
    ("१४", "14"),
    ("٢٠٢٦-٠١", "2026-01"), ("十", "十"), ("½²", "½²"), ("نص", "نص"), ("", ""),
  ])
  func `digits become ASCII and everything else is kept`(text: String, expected: String) {
    #expect(DecimalDigits.ascii(in: text) == expected)
  }
}
