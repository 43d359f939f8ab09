/// What a service holds: every message of a release, immutable and compact. It answers without SQL, locks or I/O.
///
/// One buffer holds all texts; each language has a column of offsets into it, in the order of the codes. A `String` is
/// made when it is asked for.
public struct Catalog: Sendable {
  /// A text of the catalog with what a page or a client needs to show it right.
  public struct Message: Sendable, Hashable {
    /// The code's number.
    public let code: Int
    /// The text: a `MessagePattern`.
    public let text: String
    /// The language of the text: not always the one that was asked for.
    public let language: LanguageTag
    /// The direction of the text.
    public let direction: Direction
  }

  /// Where a language's texts are: `starts[i]..<starts[i + 1]` for the code at `i`; an empty run is a missing text.
  private struct Column {
    var starts: [UInt32]
  }

  /// The registry's revision that it was made from.
  public let revision: Int
  /// The languages by position.
  public let languages: [Language]
  private let codes: [StatusCode]
  private let texts: [UInt8]
  private let columns: [Column]
  /// For each language, the places of its fallback chain in `languages`, itself first.
  private let chains: [[Int]]

  /// A catalog of a snapshot's content.
  ///
  /// Throws: `corrupt` for more than 4 GiB of text, which the offsets cannot count.
  public init(_ snapshot: Snapshot) throws(RegistryError) {
    revision = snapshot.revision
    codes = snapshot.codes
    let ordered = snapshot.languages.sorted { ($0.position, $0.tag) < ($1.position, $1.tag) }
    languages = ordered
    var texts: [UInt8] = []
    var columns = ordered.map { _ in Column(starts: []) }
    var messages = snapshot.messages[...]
    // Messages come by tag, columns are by position.
    for tag in snapshot.languages.map(\.tag) {
      guard let column = ordered.firstIndex(where: { $0.tag == tag }) else { continue }
      var starts: [UInt32] = []
      starts.reserveCapacity(codes.count + 1)
      for code in codes {
        starts.append(UInt32(truncatingIfNeeded: texts.count))
        if let next = messages.first, next.language == tag, next.code == code.code {
          texts.append(contentsOf: next.text.utf8)
          messages.removeFirst()
        }
      }
      starts.append(UInt32(truncatingIfNeeded: texts.count))
      columns[column].starts = starts
    }
    guard texts.count <= UInt32.max, messages.isEmpty else {
      throw RegistryError(.corrupt, "The snapshot has messages that belong to no code or language, or too many.")
    }
    self.texts = texts
    self.columns = columns
    let places = Dictionary(
      ordered.enumerated().map { ($0.element.tag, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let chainOf = Dictionary(
      snapshot.fallbackChains.map { ($0.language, $0.chain) }, uniquingKeysWith: { first, _ in first })
    chains = ordered.map { (chainOf[$0.tag] ?? [$0.tag]).compactMap { places[$0] } }
  }

  /// A catalog of a released snapshot, verified before use.
  ///
  /// Throws: as `SnapshotFile.init(verifying:manifest:)`.
  public init(snapshot path: FilePath, manifest: FilePath? = nil) throws(RegistryError) {
    try self.init(try SnapshotFile(verifying: path, manifest: manifest).snapshot)
  }

  /// A catalog of the live registry as it is now.
  ///
  /// Throws: as `RegistryStore.init(opening:for:)`.
  public init(registry path: FilePath) throws(RegistryError) {
    try self.init(try RegistryStore(opening: path, for: .reading).snapshot())
  }

  /// The message of a code in the first of these languages that has it.
  ///
  /// - Parameters:
  ///   - code: the number; an unknown or retired one has no message.
  ///   - preferred: BCP 47 tags, the best first; one that means no known language is passed over. Each stands for itself
  ///     and its fallback chain; the source language is the last resort, unless it is asked for before.
  /// - Returns: nil for an unknown or retired code.
  public func message(for code: Int, in preferred: [String]) -> Message? {
    guard let row = row(of: code), codes[row].state != .retired else { return nil }
    var source: Int?
    for tag in preferred {
      guard let place = place(of: tag) else { continue }
      if let message = message(row, place) { return message }
      for fallback in chains[place].dropFirst() where languages[fallback].fallback != nil {
        if let message = message(row, fallback) { return message }
      }
    }
    source = languages.firstIndex { $0.fallback == nil }
    return source.flatMap { message(row, $0) }
  }

  /// What is known of a code besides its messages; nil for an unknown one. Retired codes are known.
  public func statusCode(_ code: Int) -> StatusCode? { row(of: code).map { codes[$0] } }

  private func message(_ row: Int, _ place: Int) -> Message? {
    let starts = columns[place].starts
    let range = Int(starts[row])..<Int(starts[row + 1])
    guard !range.isEmpty else { return nil }
    return Message(
      code: codes[row].code, text: String(decoding: texts[range], as: UTF8.self), language: languages[place].tag,
      direction: languages[place].direction)
  }

  private func place(of text: String) -> Int? {
    if let exact = languages.firstIndex(where: { $0.tag.description == text }) { return exact }
    guard let match = LanguageTag(text)?.lookup(in: languages.lazy.map(\.tag)) else { return nil }
    return languages.firstIndex { $0.tag == match }
  }

  private func row(of code: Int) -> Int? {
    var (low, high) = (0, codes.count)
    while low < high {
      let middle = (low + high) / 2
      if codes[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return low < codes.count && codes[low].code == code ? low : nil
  }
}
