import RegistryCatalog
import RegistrySQLite

/// A part of a list that is ordered by the numbers of codes, so that a long list can be read page by page.
///
/// A part begins at a number, and not after a count of rows. So the next page is right although somebody has added or
/// removed rows of the page before, and the last page is read as fast as the first one.
///
/// ```swift
/// let next = try store.read { registry in try registry.codes(window: CodeWindow(after: 1402)) }
/// ```
public struct CodeWindow: Sendable, Hashable {
  /// Only greater numbers are returned; nil begins with the first number.
  public var after: Int?
  /// Only smaller numbers are returned. Without ``after`` these are the last ones before the number.
  public var before: Int?
  /// The largest number of codes or texts. The texts of one code are never divided: the last code is left out when not
  /// all of its texts fit, unless it is the only one.
  public var limit: Int

  /// Creates a part from its bounds.
  public init(after: Int? = nil, before: Int? = nil, limit: Int = 100) {
    self.after = after
    self.before = before
    self.limit = limit
  }

  /// Whether the part is read from its end.
  var isBackward: Bool { before != nil && after == nil }

  /// The smallest and the largest number of the part.
  var bounds: (first: Int, last: Int) { Self.bounds(after: after, before: before) }

  /// Returns the smallest and the largest number between two bounds that do not belong to the part. A part without
  /// bounds has every integer, so that a number which only a damaged registry has is read and refused.
  static func bounds(after: Int?, before: Int?) -> (first: Int, last: Int) {
    // No number is greater than the largest one.
    if after == .max || before == .min { return (1, 0) }
    return (after.map { $0 + 1 } ?? .min, before.map { $0 - 1 } ?? .max)
  }

  /// The part of a list without bounds.
  static let everything = CodeWindow(limit: .max)
}

/// The rows of a part of a list, and whether there are more.
public struct WindowedRows<Row: Sendable>: Sendable {
  /// The rows, ordered by number.
  public let rows: [Row]
  /// Whether the list has rows beyond the limit of the part: after it, or before it when it was read from its end.
  public let hasMore: Bool

  /// Creates a part from its rows.
  public init(rows: [Row], hasMore: Bool) {
    self.rows = rows
    self.hasMore = hasMore
  }
}

extension RegistryReader {
  /// Returns a part of the codes that match a filter, ordered by number.
  ///
  /// - Parameters:
  ///   - filter: The codes to return.
  ///   - window: The part of the list.
  /// - Returns: The codes with their revisions, and whether there are more.
  /// - Throws: `RegistryError.Code.categoryNotFound` when the category of the filter does not exist.
  public func codes(
    _ filter: CodeFilter = CodeFilter(), window: CodeWindow
  ) throws(RegistryError) -> WindowedRows<Revised<StatusCode>> {
    let limit = max(0, min(window.limit, 1_000_000))
    var window = window
    window.limit = limit + 1
    let codes = try self.codes(filter, in: window)
    let hasMore = codes.count > limit
    return WindowedRows(
      rows: Array(window.isBackward ? codes.suffix(limit) : codes.prefix(limit)), hasMore: hasMore)
  }

  /// Returns a part of the texts that match a filter, with a slot for each text that is missing, ordered by number and
  /// the position of the language.
  ///
  /// - Parameters:
  ///   - filter: The slots to return.
  ///   - window: The part of the list.
  /// - Returns: The slots as ``translations(_:ofCode:)`` returns them, and whether there are more.
  /// - Throws: The errors of ``translations(_:ofCode:)``.
  public func translations(
    _ filter: TranslationFilter = TranslationFilter(), window: CodeWindow
  ) throws(RegistryError) -> WindowedRows<TranslationSlot> {
    let limit = max(1, min(window.limit, 1_000_000))
    var slots: [TranslationSlot] = []
    var hasMore = false
    try eachSlot(filter, ofCode: nil, in: window) { slot in
      slots.append(slot)
      // One slot more than fits says that there is more; the code that it belongs to begins the next part.
      hasMore = slots.count > limit && slots[0].code != slot.code
      return !hasMore
    }
    if hasMore, let last = slots.last?.code { slots.removeAll { $0.code == last } }
    return WindowedRows(rows: window.isBackward ? Self.ascending(slots) : slots, hasMore: hasMore)
  }

  /// Returns slots that were read from the greatest number on by ascending numbers. The slots of one code keep their
  /// order.
  private static func ascending(_ slots: [TranslationSlot]) -> [TranslationSlot] {
    var codes: [Int] = []
    for slot in slots where codes.last != slot.code { codes.append(slot.code) }
    let byCode = Dictionary(grouping: slots, by: \.code)
    return codes.reversed().flatMap { byCode[$0] ?? [] }
  }
}
