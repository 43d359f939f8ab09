import Crypto
import RegistryBytes

/// The content digest: the SHA-256 of a canonical encoding of a snapshot's content, which does not depend on the SQLite
/// version.
///
/// Call the methods in the order of their declaration; `docs/snapshot-format.md` specifies every byte.
struct ContentDigest: ~Copyable {
  private var hash = SHA256()
  // The buffer starts small because most content is small.
  private var buffer = OutputBuffer(capacity: 4_096)
  private static let bufferSize = 65_536

  init() { text("status-code-registry content 1") }

  /// Returns `sha256:` and 64 lower-case hexadecimal digits.
  mutating func finish() -> String {
    flush()
    return "sha256:" + hash.finalize().hexadecimal
  }

  /// Appends the languages, which must be ordered by tag.
  mutating func append(_ languages: [Language]) {
    table("language", count: languages.count)
    for language in languages {
      text(language.tag.description)
      text(language.englishName)
      text(language.ownName)
      text(language.direction.rawValue)
      optional(language.fallback?.description)
      integer(language.isRequired ? 1 : 0)
      integer(language.position)
    }
  }

  /// Appends the categories, which must be ordered by key.
  mutating func append(_ categories: [StatusCategory]) {
    table("category", count: categories.count)
    for category in categories {
      text(category.key)
      integer(category.position)
    }
    let ranges = categories.flatMap { category in category.ranges.map { (category.key, $0) } }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    table("category_range", count: ranges.count)
    for (key, range) in ranges {
      integer(range.lowerBound)
      integer(range.upperBound)
      text(key)
    }
    table("category_name", count: categories.reduce(0) { $0 + $1.names.count })
    for category in categories {
      for (tag, name) in category.names.sorted(by: { $0.key < $1.key }) {
        text(category.key)
        text(tag.description)
        text(name)
      }
    }
  }

  /// Begins the table of codes. Then append `count` codes, ordered by number.
  mutating func beginCodes(count: Int) { table("status_code", count: count) }

  /// Appends a code. Its symbol and description are UTF-8; the description is nil when there is none.
  mutating func code(
    _ number: Int, symbol: some Collection<UInt8>, category: String, state: StatusCode.State, replacedBy: Int?,
    httpStatus: Int?, isRetryable: Bool?, description: (some Collection<UInt8>)?
  ) {
    integer(number)
    text(symbol)
    text(category)
    text(state.rawValue)
    optional(replacedBy)
    optional(httpStatus)
    optional(isRetryable.map { $0 ? 1 : 0 })
    if let description { text(description) } else { null() }
  }

  /// Begins the table of messages. Then append `count` messages, ordered by language and number.
  mutating func beginMessages(count: Int) { table("message", count: count) }

  /// Appends a message, whose text is UTF-8.
  mutating func message(_ language: String, _ code: Int, text: some Collection<UInt8>) {
    self.text(language)
    integer(code)
    self.text(text)
  }

  /// Appends a table's name and number of rows, so that no row can be mistaken for a row of the next table.
  private mutating func table(_ name: String, count: Int) {
    text(name)
    integer(count)
  }

  private mutating func text(_ value: String) { text(value.utf8) }

  private mutating func text(_ value: some Collection<UInt8>) {
    buffer.append(UInt8(ascii: "t"), decimal: value.count, UInt8(ascii: ":"))
    // Strings and the columns of a catalog are contiguous.
    if value.withContiguousStorageIfAvailable({ buffer.append($0) }) == nil {
      for byte in value { buffer.append(byte) }
    }
    if buffer.count > Self.bufferSize { flush() }
  }

  private mutating func integer(_ value: Int) {
    buffer.append(UInt8(ascii: "i"), decimal: value, UInt8(ascii: ";"))
  }

  private mutating func optional(_ value: String?) { if let value { text(value) } else { null() } }
  private mutating func optional(_ value: Int?) { if let value { integer(value) } else { null() } }
  private mutating func null() { buffer.append(UInt8(ascii: "n")) }

  private mutating func flush() {
    var hash = hash
    buffer.empty { hash.update(bufferPointer: $0) }
    self.hash = hash
  }
}

extension Snapshot {
  /// The SHA-256 of the content alone: `sha256:` and 64 lower-case hexadecimal digits.
  ///
  /// Snapshots with equal content have equal digests, whatever their revision, release or SQLite version is.
  public var contentDigest: String {
    var digest = ContentDigest()
    digest.append(languages)
    digest.append(categories)
    digest.beginCodes(count: codes.count)
    for code in codes {
      digest.code(
        code.number, symbol: code.symbol.utf8, category: code.category, state: code.state, replacedBy: code.replacedBy,
        httpStatus: code.httpStatus, isRetryable: code.isRetryable, description: code.description?.utf8)
    }
    digest.beginMessages(count: messages.count)
    for message in messages {
      digest.message(message.language.description, message.code, text: message.text.utf8)
    }
    return digest.finish()
  }
}
