import HummingbirdCore
import Registry

/// What a list shows, as it is in the address. So a link to a list can be sent to a colleague.
struct ListQuery: Sendable {
  /// The number of rows on one page.
  static let pageSize = 100

  /// The names of the parameters that say which page of the list is shown.
  private static let places = ["after", "before", "skip"]
  /// The name of the parameter that says what was just done.
  private static let notice = "done"

  private let parameters: [(name: String, value: String)]

  init(_ query: FlatDictionary<Substring, Substring>) {
    parameters = query.compactMap { name, value in value.isEmpty ? nil : (String(name), String(value)) }
  }

  /// Returns the value of a parameter; nil when it is not given.
  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The number after which the page begins, or before which it ends.
  var after: Int? { place("after") }
  var before: Int? { after == nil ? place("before") : nil }

  /// The number of rows that are left out because earlier pages have them, in a list that is not ordered by number.
  var skipped: Int { max(place("skip") ?? 0, 0) }

  /// Returns the number in a parameter, brought into a range that holds every code and every place of a list, so that
  /// the next number exists too.
  private func place(_ name: String) -> Int? { self[name].flatMap { Int($0) }.map { min(max($0, -1), 1_000_000_000) } }

  /// The part of a list by number that the page shows.
  var window: CodeWindow { CodeWindow(after: after, before: before, limit: Self.pageSize) }

  /// Whether the list is not the whole one.
  var isFiltered: Bool { parameters.contains { !(Self.places + [Self.notice]).contains($0.name) } }

  /// Returns the address of this page of the list.
  func address(_ path: String) -> String { address(path, place: nil) }

  /// Returns links to the pages before and after.
  ///
  /// - Parameters:
  ///   - numbers: The first and the last number on this page; nil when it is empty.
  ///   - hasMore: Whether the list goes on where the page ends, or before it when it was read from its end.
  func pages(_ path: String, _ numbers: (first: Int, last: Int)?, hasMore: Bool, _ words: Words) -> HTML? {
    let hasPrevious = after != nil || before != nil && hasMore
    let hasNext = before != nil || hasMore
    let previous = hasPrevious ? numbers.map { ("before", $0.first) } ?? after.map { ("before", $0 + 1) } : nil
    let next = hasNext ? numbers.map { ("after", $0.last) } ?? before.map { ("after", $0 - 1) } : nil
    return links(path, previous, next, words)
  }

  /// Returns a part of a list by number: how many rows there are, the rows, and links to the pages before and after.
  ///
  /// Only a list that fits on one page is counted, because counting reads the whole list.
  ///
  /// - Parameters:
  ///   - numbers: The number of each row.
  ///   - count: The word for the number of rows.
  ///   - none: What is shown when there are no rows.
  func content(
    _ path: String, _ numbers: [Int], hasMore: Bool, count: Word, table: HTML, none: HTML, _ words: Words
  ) -> HTML {
    let ends = numbers.first.flatMap { first in numbers.last.map { (first, $0) } }
    let links = pages(path, ends, hasMore: hasMore, words)
    if numbers.isEmpty { return "\(none)\(links)" }
    let isWhole = after == nil && before == nil && !hasMore
    let total: HTML = "<p>\(words(count, ["count": .number(.init(numbers.count))]))</p>"
    return "\(total, if: isWhole)\(table)\(links)"
  }

  /// Returns links to the pages before and after, for a list that is not ordered by number.
  func pages(_ path: String, of count: Int, size: Int = pageSize, _ words: Words) -> HTML? {
    links(
      path, skipped > 0 ? ("skip", max(0, skipped - size)) : nil,
      count > skipped + size ? ("skip", skipped + size) : nil,
      words)
  }

  /// Returns links to the pages before and after, each with the parameter that says where it is.
  func links(
    _ path: String, _ previous: (String, Int)?, _ next: (String, Int)?, _ words: Words
  ) -> HTML? {
    guard previous != nil || next != nil else { return nil }
    let item = { (place: (String, Int)?, relation: HTML, word: Word) -> HTML? in
      place.map { place in
        "<li><a rel=\"\(relation)\" href=\"\(HTML(exactly: address(path, place: place)))\">\(words(word))</a></li>"
      }
    }
    return """
      <nav aria-label="\(words(.pages))"><ul class="links">\(item(previous, "prev", .previous))\
      \(item(next, "next", .next))</ul></nav>
      """
  }

  private func address(_ path: String, place: (name: String, value: Int)?) -> String {
    var kept = parameters.filter { $0.name != Self.notice }
    if let place {
      kept.removeAll { Self.places.contains($0.name) }
      if place.name != "skip" || place.value > 0 { kept.append((place.name, "\(place.value)")) }
    }
    guard !kept.isEmpty else { return path }
    return path + "?" + kept.map { "\(PathText.encoded($0.name))=\(PathText.encoded($0.value))" }.joined(separator: "&")
  }
}

/// The links from a list to its codes, which tell the page of a code where the person came from.
struct ListLinks {
  private let from: String

  init(_ query: ListQuery, _ path: String) { from = PathText.encoded(query.address(path)) }

  /// Returns a link to a code, or to one of its texts.
  func link(_ code: Int, _ language: LanguageTag? = nil, text: HTML? = nil) -> HTML {
    let anchor = language.map { tag -> HTML in "#text-\(tag)" }
    return "<a href=\"/codes/\(code)?from=\(from)\(anchor)\">\(text ?? "\(code)")</a>"
  }
}
