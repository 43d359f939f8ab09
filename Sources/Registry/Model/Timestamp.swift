import FoundationEssentials

/// A point in time to the second, in UTC: `2026-01-31T12:00:00Z` (RFC 3339). Shown to people, never used to decide.
public struct Timestamp: Sendable, Hashable, CustomStringConvertible {
  /// The text form; it sorts in time order.
  public let description: String

  /// The time from which `description` is made.
  public init(_ date: Date) { description = date.formatted(.iso8601) }

  /// Now, by the system's clock.
  public static var now: Timestamp { Timestamp(Date()) }

  /// 1970-01-01T00:00:00Z.
  static let epoch = Timestamp(Date(timeIntervalSince1970: 0))

  /// A time from its seconds since 1970-01-01T00:00:00Z.
  public init(secondsSinceEpoch seconds: Int) { self.init(Date(timeIntervalSince1970: Double(seconds))) }

  /// A time from its text form, with any offset; nil for anything else.
  public init?(_ text: String) {
    let clock = text.prefix(19) + "Z"
    let offset = text.dropFirst(19)
    // Foundation rolls 30 February over into March and passes over what follows the offset.
    guard let date = try? Date(text, strategy: .iso8601), let local = try? Date(String(clock), strategy: .iso8601),
      Timestamp(local).description == clock, offset == "Z" || Self.isOffset(offset)
    else { return nil }
    self.init(date)
  }

  private static func isOffset(_ text: Substring) -> Bool {
    guard let sign = text.first, sign == "+" || sign == "-" else { return false }
    let shape = text.dropFirst().utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }
    return shape == Array("0000".utf8) || shape == Array("00:00".utf8)
  }
}
