import Foundation
import RegistryCatalog
import Testing

struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_769_860_800, "2026-01-31T12:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"),
    (-1, "1969-12-31T23:59:59Z"), (253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func `seconds become text in UTC`(seconds: Int, text: String) {
    #expect(Timestamp(secondsSinceEpoch: seconds).description == text)
  }

  @Test(arguments: [
    (253_402_300_800, "9999-12-31T23:59:59Z"), (Int.max, "9999-12-31T23:59:59Z"), (.min, "1583-01-01T00:00:00Z"),
  ])
  func `a clock beyond the years of four digits is the first or the last second of them`(seconds: Int, text: String) {
    #expect(Timestamp(secondsSinceEpoch: seconds).description == text)
    #expect(Timestamp.isCanonical(text))
  }

  @Test(arguments: ["2026-02-30T00:00:00Z", "2026-01-31T12:00:00+00:00", "2026-13-01T00:00:00Z", "today", ""])
  func `a text that no clock gives is not canonical`(text: String) {
    #expect(!Timestamp.isCanonical(text))
  }

  @Test(arguments: [
    ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"), ("2026-01-31T12:00:00+03:00", "2026-01-31T09:00:00Z"),
    ("2026-01-01T01:00:00+0800", "2025-12-31T17:00:00Z"),
  ])
  func `a text with any offset is read`(text: String, utc: String) {
    #expect(Timestamp(text)?.description == utc)
  }

  @Test(arguments: [
    "", "now", "2026-01-31", "12:00:00Z", "2026-13-01T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-31T25:00:00Z",
    "2026-01-31T12:00:00", "2026-01-31T12:00:00Zebra", "2026-02-30T00:00:00Z", "1769860800",
  ])
  func `what is no time is refused`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `fractions of a second are dropped`() {
    #expect(Timestamp(Date(timeIntervalSince1970: 1.999)).description == "1970-01-01T00:00:01Z")
  }

  @Test(arguments: [Int.min, Int.max, 253_402_300_800, -99_999_999_999_999])
  func `no number of seconds is too strange to write down`(seconds: Int) {
    #expect(!Timestamp(secondsSinceEpoch: seconds).description.isEmpty)
  }

  @Test func `now is now`() throws {
    let before = Date().addingTimeInterval(-1)
    let now = try #require(try? Date(Timestamp.now.description, strategy: .iso8601))
    #expect(before...Date() ~= now)
  }
}
