import RegistryCatalog

/// A change of a text that left its words as they were, such as a review.
public struct StateChange: Sendable, Equatable {
  /// The state at the earlier revision.
  public let before: Translation.State
  /// The state now.
  public let after: Translation.State
  /// Who made the last change, and when.
  public let event: TextEvent
}

extension StateChange: CustomStringConvertible {
  /// The change as a sentence.
  public var description: String {
    before == after
      ? "Its text and state are the same as then; the last change is that of \(event.actor) (\(event.phrase))."
      : "Only its state changed, from \(before.rawValue) to \(after.rawValue): \(event.actor), \(event.phrase)."
  }
}

extension TextEvent {
  /// The operation and its time, in words.
  public var phrase: String { "operation \(operation), \(at)" }
}

extension RegistryReader {
  /// Returns how a text changed since an earlier revision when its words are the same.
  ///
  /// - Parameters:
  ///   - code: The number of a code.
  ///   - language: A language of the registry.
  ///   - revision: The earlier revision.
  /// - Returns: The change; nil when there was or is no text, the text is another one, or nothing has changed.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func stateChange(
    of code: Int, _ language: LanguageTag, since revision: Int
  ) throws(RegistryError) -> StateChange? {
    guard let current = try translationRow(code: code, language: language), current.revision > revision,
      let old = try text(code, language, at: revision), current.value.text.hasSameBytes(as: old)
    else { return nil }
    let state = try database.text(
      """
      SELECT after FROM change
      WHERE code = ? AND language = ? AND entity = 'translation' AND field = 'state' AND operation <= ?
      ORDER BY operation DESC, sequence DESC LIMIT 1
      """, [.init(code), .init(language), .init(revision)])
    let row = try database.queryOne("SELECT actor, at FROM operation WHERE id = ?", [.init(current.revision)])
    guard let before = state.flatMap({ Translation.State(rawValue: $0) }), let row else { return nil }
    return StateChange(
      before: before, after: current.value.state,
      event: TextEvent(actor: try row.text(0), at: try row.text(1), operation: current.revision))
  }
}
