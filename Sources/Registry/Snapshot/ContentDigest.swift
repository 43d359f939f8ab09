import Crypto

/// The content digest: SHA-256 over a canonical encoding of what a snapshot contains, the same for every SQLite
/// version (docs/snapshot-format.md specifies it to the byte).
struct ContentDigest {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  /// `sha256:` and 64 lower-case hexadecimal digits.
  static func text(of snapshot: Snapshot) -> String {
    var digest = ContentDigest()
    digest.append(snapshot)
    digest.flush()
    return "sha256:" + digest.hash.finalize().hexadecimal
  }

  private mutating func append(_ snapshot: Snapshot) {
    text("status-code-registry content 1")
    table("language", count: snapshot.languages.count)
    for language in snapshot.languages {
      text(language.tag.description)
      text(language.englishName)
      text(language.ownName)
      text(language.direction.rawValue)
      optional(language.fallback?.description)
      integer(language.isRequired ? 1 : 0)
      integer(language.position)
    }
    table("category", count: snapshot.categories.count)
    for category in snapshot.categories {
      text(category.key)
      integer(category.position)
    }
    let ranges = snapshot.categories.flatMap { category in category.ranges.map { (category.key, $0) } }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    table("category_range", count: ranges.count)
    for (key, range) in ranges {
      integer(range.lowerBound)
      integer(range.upperBound)
      text(key)
    }
    table("category_name", count: snapshot.categories.reduce(0) { $0 + $1.names.count })
    for category in snapshot.categories {
      for (tag, name) in category.names.sorted(by: { $0.key < $1.key }) {
        text(category.key)
        text(tag.description)
        text(name)
      }
    }
    table("status_code", count: snapshot.codes.count)
    for code in snapshot.codes {
      integer(code.code)
      text(code.symbol)
      text(code.category)
      text(code.state.rawValue)
      optional(code.replacedBy)
      optional(code.httpStatus)
      optional(code.isRetryable.map { $0 ? 1 : 0 })
      optional(code.description)
    }
    table("message", count: snapshot.messages.count)
    for message in snapshot.messages {
      text(message.language.description)
      integer(message.code)
      text(message.text)
    }
  }

  /// The table's name and its number of rows, so that no row can be taken for one of the next table.
  private mutating func table(_ name: String, count: Int) {
    text(name)
    integer(count)
  }

  private mutating func text(_ value: String) {
    buffer.append(UInt8(ascii: "t"))
    buffer.append(contentsOf: "\(value.utf8.count)".utf8)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(contentsOf: value.utf8)
    if buffer.count > 65_536 { flush() }
  }

  private mutating func integer(_ value: Int) {
    buffer.append(UInt8(ascii: "i"))
    buffer.append(contentsOf: "\(value)".utf8)
    buffer.append(UInt8(ascii: ";"))
  }

  private mutating func optional(_ value: String?) { if let value { text(value) } else { null() } }
  private mutating func optional(_ value: Int?) { if let value { integer(value) } else { null() } }
  private mutating func null() { buffer.append(UInt8(ascii: "n")) }

  private mutating func flush() {
    hash.update(data: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

extension Snapshot {
  /// `sha256:` and 64 lower-case hexadecimal digits over the content alone: equal for equal content, whatever the
  /// revision, the release or the SQLite version.
  public var contentDigest: String { ContentDigest.text(of: self) }
}
