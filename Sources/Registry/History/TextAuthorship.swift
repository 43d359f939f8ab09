import RegistryCatalog

/// Who did something to a text, and when.
public struct TextEvent: Sendable, Equatable {
  /// The name of the actor.
  public let actor: String
  /// The time of the operation: RFC 3339, in UTC.
  public let at: String
  /// The number of the operation.
  public let operation: Int
}

/// Who wrote a text, and who accepted it.
struct TextAuthorship: Equatable {
  /// The newest operation in force that changed the text itself; nil for a text of the seed, which has no author.
  var written: TextEvent?
  /// The newest operation in force that made the text reviewed or final after it was written; nil when there is none.
  var accepted: TextEvent?
}

/// The operations that made a text what it is.
struct TextOperations {
  /// The newest operation in force that changed the text itself; 1 for a text of the seed.
  let writer: Int?
  /// The newest operation in force that made the text reviewed or final since.
  let acceptor: Int?
}

extension RegistryReader {
  /// Returns who wrote a text and who accepted it. Undone operations do not count.
  func authorship(of code: Int, _ language: LanguageTag) throws(RegistryError) -> TextAuthorship {
    let operations = try textOperations(ofCode: code, language: language)[.translation(code, language)]
    return TextAuthorship(written: try event(operations?.writer), accepted: try event(operations?.acceptor))
  }

  /// Returns an operation; nil for the first one, which is the seed.
  private func event(_ operation: Int?) throws(RegistryError) -> TextEvent? {
    guard let operation, operation > 1,
      let row = try database.queryOne("SELECT actor, at FROM operation WHERE id = ?", [.init(operation)])
    else { return nil }
    return TextEvent(actor: try row.text(0), at: try row.text(1), operation: operation)
  }

  /// Returns the operations in force that wrote and accepted texts, by row.
  ///
  /// - Parameters:
  ///   - code: The number of a code; nil for all codes, for which the whole history is read.
  ///   - language: A language of the registry; nil for all languages.
  func textOperations(
    ofCode code: Int?, language: LanguageTag?
  ) throws(RegistryError) -> [RegistryRow: TextOperations] {
    let rows = try database.query(
      """
      SELECT change.entity, change.code, change.category, change.language, change.operation, reversal.root,
             reversal.kind, change.field = 'text', change.field = 'state' AND change.after IN ('reviewed', 'final')
      FROM change LEFT JOIN reversal ON reversal.operation = change.operation
      WHERE \(code == nil ? "?1 IS NULL" : "change.code = ?1") AND change.entity = 'translation'
        AND (?2 IS NULL OR change.language = ?2)
      ORDER BY change.operation
      """, [.init(code), .init(language?.description)])
    var changes: [RegistryRow: (events: [RowHistory.Event], writers: Set<Int>, acceptors: Set<Int>)] = [:]
    while try rows.next() {
      let operation = try rows.integer(4)
      let event = RowHistory.Event(
        operation: operation, root: try rows.optionalInteger(5) ?? operation,
        kind: try rows.optionalWord(6, as: ReversalKind.self))
      let (isWriter, isAcceptor) = (try rows.optionalInteger(7) == 1, try rows.optionalInteger(8) == 1)
      let row = RegistryRow.translation(try rows.integer(1), try rows.tag(3))
      // One entry is changed in place.
      if changes[row, default: ([], [], [])].events.last?.operation != operation {
        changes[row, default: ([], [], [])].events.append(event)
      }
      if isWriter { changes[row]?.writers.insert(operation) }
      if isAcceptor { changes[row]?.acceptors.insert(operation) }
    }
    return changes.mapValues { row in
      let inForce = RowHistory(row.events).inForce
      let writer = inForce.lastIndex(where: row.writers.contains)
      let acceptor = inForce[(writer ?? inForce.startIndex)...].last(where: row.acceptors.contains)
      return TextOperations(writer: writer.map { inForce[$0] }, acceptor: acceptor)
    }
  }

  /// Returns who wrote a text, and when. Undone operations do not count.
  ///
  /// - Parameters:
  ///   - code: The number of a code.
  ///   - language: A language of the registry.
  /// - Returns: The newest operation in force that changed the text itself; nil for a text of the seed, which has no
  ///   author, and when there is no text.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func writer(of code: Int, _ language: LanguageTag) throws(RegistryError) -> TextEvent? {
    try authorship(of: code, language).written
  }

  /// Returns the author of a text; nil for a text of the seed, which has no author.
  func author(of code: Int, _ language: LanguageTag) throws(RegistryError) -> String? {
    try writer(of: code, language)?.actor
  }
}
