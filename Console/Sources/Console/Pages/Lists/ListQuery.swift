import HummingbirdCore
import Registry

/// What a list shows, as it is in the address. So a link to a list can be sent to a colleague.
struct ListQuery: Sendable {
  /// The number of rows on one page.
  static let pageSize = 100

  private let parameters: [(name: String, value: String)]
  /// The number of rows that are left out because earlier pages have them.
  let skipped: Int

  init(_ query: FlatDictionary<Substring, Substring>) {
    var parameters: [(name: String, value: String)] = []
    var skipped = 0
    for (name, value) in query where !value.isEmpty {
      if name == "skip" {
        skipped = min(max(Int(value) ?? 0, 0), 10_000_000)
      } else {
        parameters.append((String(name), String(value)))
      }
    }
    (self.parameters, self.skipped) = (parameters, skipped)
  }

  /// Returns the value of a parameter; nil when it is not given.
  subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// Returns a link to the next page of a list; nil on the last page.
  func next(_ path: String, of count: Int, _ words: Words) -> HTML? {
    let rest = skipped + Self.pageSize
    guard count > rest else { return nil }
    let given = parameters.map { "\($0.name)=\(PathText.encoded($0.value))" }
    let address = path + "?" + (given + ["skip=\(rest)"]).joined(separator: "&")
    return "<p><a rel=\"next\" href=\"\(HTML(exactly: address))\">\(words(.next))</a></p>"
  }
}
