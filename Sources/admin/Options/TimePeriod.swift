import FoundationEssentials
import Registry

/// A period of time in UTC, as a person writes it: a year, month, day, minute or second, or a time that is so long ago.
struct TimePeriod {
  /// Its first second.
  let first: Timestamp
  /// Its last second.
  let last: Timestamp

  /// The forms that are accepted, as a sentence for an error message.
  static let forms =
    "Write a day (2026-01-31, today, yesterday), a month (2026-01), a year (2026), a time (2026-01-31T12:00:00Z, or "
    + "'2026-01-31 12:00', in UTC without an offset), or how long ago it was (12h, 7d, 2w)."

  /// Reads a period.
  ///
  /// - Parameters:
  ///   - text: The period in one of the ``forms``, with the digits of any script.
  ///   - now: The time that `today` and `7d` count from.
  /// - Returns: The period; nil when the text has another form, or names a day that does not exist.
  init?(_ text: String, now: Date = Date()) {
    let text = Answer.word(text)
    if let days = Self.words[text] {
      self.init(day: String(Timestamp(now - Double(days) * Self.day).description.prefix(10)))
    } else if let seconds = Self.seconds(text) {
      self.init(first: Timestamp(now - seconds), last: Timestamp(now - seconds))
    } else if let clock = text.wholeMatch(of: /(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)(:\d\d)?(z|[+-]\d\d:?\d\d)?/) {
      let (minute, zone) = ("\(clock.1)T\(clock.2)", clock.4.map { $0.uppercased() } ?? "Z")
      self.init(
        first: Timestamp("\(minute)\(clock.3 ?? ":00")\(zone)"),
        last: Timestamp("\(minute)\(clock.3 ?? ":59")\(zone)"))
    } else if text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil {
      self.init(day: text)
    } else if text.wholeMatch(of: /\d{4}-\d\d/) != nil {
      self.init(month: text, to: text)
    } else if text.wholeMatch(of: /\d{4}/) != nil {
      self.init(month: "\(text)-01", to: "\(text)-12")
    } else {
      return nil
    }
  }

  private init?(first: Timestamp?, last: Timestamp?) {
    guard let first, let last else { return nil }
    (self.first, self.last) = (first, last)
  }

  private init?(day: String) {
    self.init(first: Timestamp("\(day)T00:00:00Z"), last: Timestamp("\(day)T23:59:59Z"))
  }

  private init?(month: String, to lastMonth: String) {
    let ends = [31, 30, 29, 28].lazy.compactMap { Timestamp("\(lastMonth)-\($0)T23:59:59Z") }
    self.init(first: Timestamp("\(month)-01T00:00:00Z"), last: ends.first)
  }

  private static let day = 86_400.0

  /// How many days ago a word means.
  private static let words = [
    "today": 0, "اليوم": 0, "今天": 0, "今日": 0,
    "yesterday": 1, "أمس": 1, "امس": 1, "الأمس": 1, "الامس": 1, "البارحة": 1, "昨天": 1, "昨日": 1,
  ]

  /// Returns the length of a time such as `7d` or `7 days ago`; nil for another text.
  private static func seconds(_ text: String) -> Double? {
    guard let length = text.wholeMatch(of: /(\d+) ?(h|hours?|d|days?|w|weeks?)(?: ago)?/),
      let count = Double(String(length.1)), let unit = length.2.first
    else { return nil }
    return count * (unit == "h" ? 3600 : unit == "d" ? day : 7 * day)
  }
}

/// The time from which operations are listed: the start of a period.
struct SinceArgument: SpelledArgument {
  static let form = TimePeriod.forms
  let time: Timestamp

  init?(argument: String) {
    guard let period = TimePeriod(argument) else { return nil }
    time = period.first
  }
}

/// The time until which operations are listed: the end of a period, so that a day is listed whole.
struct UntilArgument: SpelledArgument {
  static let form = TimePeriod.forms
  let time: Timestamp

  init?(argument: String) {
    guard let period = TimePeriod(argument) else { return nil }
    time = period.last
  }
}
