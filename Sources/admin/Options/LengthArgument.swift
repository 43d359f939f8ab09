import Registry

/// A length of time, such as `60s`, `5m`, `12h` or `30d`.
struct LengthArgument: SpelledArgument {
  static let form = "Write a length of time from one second to ten years: 60s, 5m, 12h, 30d."
  let seconds: Int

  init?(argument: String) {
    guard let match = DecimalDigits.ascii(in: argument).wholeMatch(of: /(\d{1,9})([smhd])/), let count = Int(match.1),
      let unit = ["s": 1, "m": 60, "h": 3_600, "d": 86_400][match.2], (1...315_360_000).contains(count * unit)
    else { return nil }
    seconds = count * unit
  }
}
