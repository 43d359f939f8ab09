import RegistryCatalog

/// Who did something to a text, and when.
public struct TextEvent: Sendable, Equatable {
  /// The name of the actor.
  public let actor: String
  /// The time, as the history has it.
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

extension RegistryReader {
  /// Returns who wrote a text and who accepted it. Undone operations do not count.
  func authorship(of code: Int, _ language: LanguageTag) throws(RegistryError) -> TextAuthorship {
    var authorship = TextAuthorship()
    for operation in try rowHistory(of: .translation(code, language)).inForce.reversed() where operation > 1 {
      let row = try database.queryOne(
        """
        SELECT actor, at,
               EXISTS (SELECT 1 FROM change WHERE operation = ?1 AND code = ?2 AND language = ?3 AND field = 'text'),
               EXISTS (SELECT 1 FROM change WHERE operation = ?1 AND code = ?2 AND language = ?3 AND field = 'state'
                 AND after IN ('reviewed', 'final'))
        FROM operation WHERE id = ?1
        """, [.init(operation), .init(code), .init(language)])
      guard let row else { continue }
      let event = TextEvent(actor: try row.text(0), at: try row.text(1), operation: operation)
      if authorship.accepted == nil, try row.integer(3) == 1 { authorship.accepted = event }
      if try row.integer(2) == 1 {
        authorship.written = event
        break
      }
    }
    return authorship
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
