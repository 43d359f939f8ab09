import FoundationEssentials

/// A time in UTC with a precision of one second, such as `2026-01-31T12:00:00Z` (RFC 3339).
///
/// Timestamps are shown to people. The registry never uses them to make decisions.
public struct Timestamp: Sendable, Hashable, CustomStringConvertible {
  /// The text form. Its alphabetical order is the order in time.
  public let description: String

  /// Creates a timestamp from a date, without fractions of a second.
  ///
  /// A date before 1583, when the Gregorian calendar begins, or after the year 9999 becomes the first or the last
  /// second of that time: RFC 3339 writes a year with four digits. Only a wrong clock has such a date.
  public init(_ date: Date) {
    let seconds = Swift.min(Swift.max(date.timeIntervalSince1970, -12_212_553_600), 253_402_300_799)
    description = Date(timeIntervalSince1970: seconds).formatted(.iso8601)
  }

  /// The current time of the system clock.
  public static var now: Timestamp { Timestamp(Date()) }

  /// The time 1970-01-01T00:00:00Z.
  package static let epoch = Timestamp(Date(timeIntervalSince1970: 0))

  /// Creates a timestamp from the seconds since 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch seconds: Int) { self.init(Date(timeIntervalSince1970: Double(seconds))) }

  /// Parses the text form with any offset from UTC.
  ///
  /// - Returns: The timestamp; nil when the text is invalid.
  public init?(_ text: String) {
    let clock = text.prefix(19) + "Z"
    let offset = text.dropFirst(19)
    // Foundation accepts 30 February as a day in March, and ignores any text after the offset. So the text is compared
    // with the parsed time.
    guard let date = try? Date(text, strategy: .iso8601), let local = try? Date(String(clock), strategy: .iso8601),
      Timestamp(local).description == clock, offset == "Z" || Self.isOffset(offset)
    else { return nil }
    self.init(date)
  }

  /// Returns whether a text is the text form of a timestamp in UTC, such as one that the registry stores.
  package static func isCanonical(_ text: String) -> Bool { Timestamp(text)?.description == text }

  private static func isOffset(_ text: Substring) -> Bool {
    guard let sign = text.first, sign == "+" || sign == "-" else { return false }
    let shape = text.dropFirst().utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }
    return shape == Array("0000".utf8) || shape == Array("00:00".utf8)
  }
}
