/// What a service holds: every message of a release, immutable and compact. It answers without SQL, locks or I/O, from
/// any number of threads; a copy costs nothing.
///
/// All texts lie in one buffer. The `String`s of a code and its neighbours are made when one of them is first asked
/// for, and kept: asking again allocates nothing.
public struct Catalog: Sendable {
  let content: CatalogContent

  init(_ content: CatalogContent) { self.content = content }

  /// The registry's revision that it was made from.
  public var revision: Int { content.revision }
  /// The release's name; nil for a live registry.
  public var release: String? { content.release }
  /// `sha256:` and 64 hexadecimal digits over the content alone, as the snapshot states it, verified unless it was
  /// loaded unverified; of a live registry worked out anew each time, some 100 ns a message.
  public var contentDigest: String { content.statedDigest ?? content.makeContentDigest() }
  /// The languages by position.
  public var languages: [Language] { content.languages }
  /// The categories by position.
  public var categories: [StatusCategory] { content.categories }

  /// The message of a code in the first of these languages that has it.
  ///
  /// - Parameters:
  ///   - code: the number; an unknown or retired one has no message.
  ///   - preferred: BCP 47 tags, the best first; one that means no known language is passed over. Each stands for itself
  ///     and its fallback chain; the source language is the last resort, unless it is asked for before.
  /// - Returns: nil for an unknown or retired code.
  public func message(for code: Int, in preferred: [String]) -> Message? {
    message(for: code, in: preferred, refused: [])
  }

  /// The message of a code in the first language of a request that has it; a language of weight 0 does not answer as a
  /// fallback, unless nothing else is left.
  ///
  /// - Parameters:
  ///   - code: the number; an unknown or retired one has no message.
  ///   - accepted: what the request says. Make it once a request: reading the field costs more than a look-up.
  /// - Returns: nil for an unknown or retired code.
  public func message(for code: Int, in accepted: AcceptLanguage) -> Message? {
    message(for: code, in: accepted.preferred, refused: accepted.refused)
  }

  /// The message of a code in the first language of an `Accept-Language` field, as it came, that has it.
  ///
  /// - Parameters:
  ///   - code: the number; an unknown or retired one has no message.
  ///   - acceptLanguage: the field's value; junk in it is passed over, an empty one gives the source language.
  /// - Returns: nil for an unknown or retired code.
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

  /// What is known of a code besides its messages; nil for an unknown one. Retired codes are known.
  public func statusCode(_ code: Int) -> StatusCode? { content.codes.index.row(of: code).map { content.codes[$0] } }

  /// The codes of a category by number, retired ones too; none for an unknown key.
  public func statusCodes(inCategory key: String) -> [StatusCode] {
    content.codes.rows(inCategory: key).map { content.codes[$0] }
  }

  /// The numbers of the codes that are not retired and have no text in a language itself, whatever its fallback says.
  ///
  /// - Parameter language: any BCP 47 form; every code is missing in one that the catalog does not have.
  public func missingCodes(in language: String) -> [Int] {
    let place = content.place(of: language)
    let rows = (0..<content.codes.count).filter { row in
      !content.isRetired(row) && !(place.map { content.hasText(row, $0) } ?? false)
    }
    return rows.map { Int(content.codes.index.numbers[$0]) }
  }
}
