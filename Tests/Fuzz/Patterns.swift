// A target for libFuzzer: scripts/fuzz. The input is a text; its first byte chooses the language.

private let locales = ["en", "ar", "zh-Hans", "fr", "ru", "pl", "he", "hi", "lv", "cy", "und", "pt-PT"]
private let values: [String: MessageValue] = [
  "n": 3, "count": .number(MessageNumber(1250, fractionDigits: 2)), "s": "card", "a": "\u{2069}{x}", "x": 0,
]

/// Requires of any text: it is parsed or refused; what was parsed formats or names its arguments; its lines are the
/// same pattern; the text that quotes it shows it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let locale = locales[Int(data[0]) % locales.count]
  let text = String(decoding: UnsafeBufferPointer(start: data + 1, count: count - 1), as: UTF8.self)
  let quoted = try? MessagePattern(MessagePattern.quoting(text)).format()
  precondition(quoted == text, "A quoted text is not shown exactly.")
  // What was never checked may be refused, and nothing else.
  _ = try? MessagePattern.format(text, locale: locale, values)
  guard let pattern = try? MessagePattern(text, locale: locale) else { return 0 }
  do throws(MessageFormatError) {
    _ = try pattern.format(values)
  } catch {
    precondition(error.code != .invalidPattern, "A checked pattern is not followed: \(error.message)")
  }
  for values in pattern.sampleArguments(limit: 8) {
    precondition((try? pattern.format(values)) != nil, "Sample values do not fit.")
  }
  let joined = try? MessagePattern(pattern.lines.joined(separator: " "), locale: locale)
  precondition(joined?.parts == pattern.parts, "The lines are another pattern.")
  _ = pattern.missingForms
  return 0
}
