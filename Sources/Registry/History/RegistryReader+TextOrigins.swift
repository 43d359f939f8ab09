import RegistryCatalog

/// Who wrote a text, and when. A review does not change it, and undoing an edit returns to the writer before it.
public struct TextOrigin: Sendable, Hashable {
  /// The number of the operation that wrote the text.
  public let operation: Int
  /// The person or program that wrote the text; nil when it came with the registry.
  public let author: String?
  /// The time of the operation: RFC 3339, in UTC.
  public let writtenAt: String

  /// Returns whether a person wrote the text.
  ///
  /// - Parameter actor: The person's name. ASCII letters are the same in any case.
  /// - Returns: Whether it is the name of the author.
  public func isWritten(by actor: String) -> Bool { author.map { ActorName.isSame($0, actor) } == true }
}

/// The conditions for who wrote a text, and when. All conditions must be met; nil accepts everything.
public struct TextOriginFilter: Sendable {
  /// The name of the author. ASCII letters are the same in any case.
  public var author: String?
  /// The earliest time at which the text was written.
  public var since: Timestamp?
  /// The latest time at which the text was written.
  public var until: Timestamp?

  /// Creates a filter from its parts.
  public init(author: String? = nil, since: Timestamp? = nil, until: Timestamp? = nil) {
    self.author = author
    self.since = since
    self.until = until
  }

  /// Whether the filter accepts everything.
  public var isEmpty: Bool { author == nil && since == nil && until == nil }

  /// Returns whether a text meets the conditions.
  ///
  /// - Parameter origin: The origin of the text; nil when there is no text.
  /// - Returns: Whether the text meets all conditions.
  public func accepts(_ origin: TextOrigin?) -> Bool {
    guard let origin else { return isEmpty }
    if let author, origin.author.map({ ActorName.isSame($0, author) }) != true { return false }
    if let since, origin.writtenAt < since.description { return false }
    if let until, origin.writtenAt > until.description { return false }
    return true
  }
}

extension RegistryReader {
  /// Returns who wrote the texts of the registry, and when.
  ///
  /// - Parameters:
  ///   - code: The number of a code; nil for all codes, for which the whole history is read.
  ///   - language: A language of the registry; nil for all languages.
  /// - Returns: The origins by row. Only rows `RegistryRow.translation` are keys.
  public func textOrigins(
    ofCode code: Int? = nil, language: LanguageTag? = nil
  ) throws(RegistryError) -> [RegistryRow: TextOrigin] {
    var origins: [RegistryRow: TextOrigin] = [:]
    var known: [Int: TextOrigin] = [:]
    for (row, operations) in try textOperations(ofCode: code, language: language) {
      guard let writer = operations.writer else { continue }
      if known[writer] == nil { known[writer] = try origin(writer) }
      origins[row] = known[writer]
    }
    return origins
  }

  /// Returns the origin of the texts that an operation wrote. Operation 1 creates the registry.
  private func origin(_ operation: Int) throws(RegistryError) -> TextOrigin? {
    guard let row = try database.queryOne("SELECT actor, at FROM operation WHERE id = ?", [.init(operation)])
    else { return nil }
    return TextOrigin(
      operation: operation, author: operation == 1 ? nil : try row.text(0), writtenAt: try row.text(1))
  }
}
