/// All messages of a release in memory, ready to answer requests.
///
/// ```swift
/// let catalog = try Catalog(snapshot: "dist/registry-1.0.db")
/// let message = catalog.message(for: 1402, in: ["ar", "en"])
/// print(message?.text ?? "unknown code")
/// ```
///
/// A catalog is immutable. It answers without SQL, locks or I/O, from any number of threads, and copying it costs
/// nothing.
///
/// The texts are stored compactly as UTF-8. The first access to a text creates the `String`s of the code and its
/// neighbours, which are kept, so that later accesses allocate nothing.
public struct Catalog: Sendable {
  let content: CatalogContent

  init(_ content: CatalogContent) { self.content = content }

  /// The revision of the registry that the catalog was made from.
  public var revision: Int { content.origin.revision }
  /// The release's name; nil for a live registry.
  public var release: String? { content.origin.release }
  /// The SHA-256 of the content alone: `sha256:` and 64 hexadecimal digits.
  ///
  /// For a snapshot, this is the digest that the file states, which loading verifies unless `verifies` is false. For a
  /// live registry, each access computes it, which takes about 100 ns for each message.
  public var contentDigest: String { content.origin.statedDigest ?? content.makeContentDigest() }
  /// The languages in the order of their positions.
  public var languages: [Language] { content.languages }
  /// The categories in the order of their positions.
  public var categories: [StatusCategory] { content.categories }

  /// Returns the message of a code in the first preferred language that has one.
  ///
  /// Each language is tried together with its fallback chain. The source language is tried last, unless it is
  /// preferred.
  ///
  /// - Parameters:
  ///   - code: The number of the code.
  ///   - preferred: BCP 47 tags, the best first. A tag that refers to no language of the catalog is ignored.
  /// - Returns: The message; nil when the code is unknown or retired.
  public func message(for code: Int, in preferred: [String]) -> Message? {
    message(for: code, in: preferred, refused: [])
  }

  /// Returns the message of a code in the first language of a request that has one.
  ///
  /// A language with the weight 0 does not answer as a fallback, unless no other language is left.
  ///
  /// - Parameters:
  ///   - code: The number of the code.
  ///   - accepted: The languages of the request. Create it once for each request, because parsing the header costs more
  ///     than a look-up.
  /// - Returns: The message; nil when the code is unknown or retired.
  public func message(for code: Int, in accepted: AcceptLanguage) -> Message? {
    message(for: code, in: accepted.preferred, refused: accepted.refused)
  }

  /// Returns the message of a code in the first language of an `Accept-Language` header that has one.
  ///
  /// - Parameters:
  ///   - code: The number of the code.
  ///   - acceptLanguage: The value of the header. Invalid parts are ignored; an empty value selects the source
  ///     language.
  /// - Returns: The message; nil when the code is unknown or retired.
  public func message(for code: Int, in acceptLanguage: String) -> Message? {
    message(for: code, in: AcceptLanguage(acceptLanguage))
  }

  @inline(__always)
  private func message(for code: Int, in preferred: [String], refused: [String]) -> Message? {
    guard let row = content.liveRow(of: code) else { return nil }
    for index in preferred.indices {
      guard let place = content.place(of: preferred[index]) else { continue }
      if let message = content.message(row, place, isFallback: false) { return message }
      if let message = content.fallback(row, place, refused: refused) { return message }
    }
    return content.source.flatMap { content.message(row, $0, isFallback: true) }
  }

  /// Returns a code without its messages; nil when the code is unknown. Retired codes are returned too.
  public func statusCode(_ code: Int) -> StatusCode? { content.codes.index.row(of: code).map { content.codes[$0] } }

  /// Returns the codes of a category in ascending order, including retired ones; none when the key is unknown.
  public func statusCodes(inCategory key: String) -> [StatusCode] {
    content.codes.rows(inCategory: key).map { content.codes[$0] }
  }

  /// Returns the codes that are not retired and have no message in a language. Fallback languages are not considered.
  ///
  /// - Parameter language: A BCP 47 tag.
  /// - Returns: The numbers in ascending order. When the catalog does not have the language, all codes that are not
  ///   retired.
  public func missingCodes(in language: String) -> [Int] {
    let place = content.place(of: language)
    let rows = (0..<content.codes.count).filter { row in
      !content.isRetired(row) && !(place.map { content.hasText(row, $0) } ?? false)
    }
    return rows.map { Int(content.codes.index.numbers[$0]) }
  }
}
