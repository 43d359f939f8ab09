/// The difference between two texts, word by word, or character by character in scripts that are written without
/// spaces.
///
/// ```swift
/// let difference = TextDifference(from: "No funds.", to: "No money.")
/// // kept "No ", removed "funds", added "money", kept "."
/// for part in difference.parts { print(part) }
/// ```
public struct TextDifference: Sendable, Hashable {
  /// A part of the text.
  public enum Part: Sendable, Hashable {
    /// The part is in both texts.
    case kept(String)
    /// The part is only in the old text.
    case removed(String)
    /// The part is only in the new text.
    case added(String)
  }

  /// The parts in the order of the text. A removed part comes before the part that was added in its place. The removed
  /// and kept parts form the old text, and the added and kept parts form the new text.
  public let parts: [Part]

  /// Computes the difference between two texts.
  ///
  /// The difference has the fewest words that were removed or added. It is not searched for when these are more than
  /// 1,000: everything between the common beginning and the common end of the texts is then one removed and one added
  /// part. So the time grows with the length of the texts, and not with its square.
  ///
  /// Words are compared by their scalars. Texts that differ only in their normalization are different texts.
  ///
  /// - Parameters:
  ///   - old: The old text.
  ///   - new: The new text.
  public init(from old: String, to new: String) {
    var vocabulary = TextWords.Vocabulary()
    let (old, new) = (TextWords(old, &vocabulary), TextWords(new, &vocabulary))
    let changes = EditScript(from: old.numbers, to: new.numbers).changes
    var parts: [Part] = []
    var kept = 0
    for change in Self.joined(changes, old, new) {
      if kept < change.old.lowerBound { parts.append(.kept(old.text(kept..<change.old.lowerBound))) }
      if !change.old.isEmpty { parts.append(.removed(old.text(change.old))) }
      if !change.new.isEmpty { parts.append(.added(new.text(change.new))) }
      kept = change.old.upperBound
    }
    if kept < old.numbers.count { parts.append(.kept(old.text(kept..<old.numbers.count))) }
    self.parts = parts
  }

  /// Joins changes. A space between two changes belongs to both, so that two adjacent changed words are one change. A
  /// space at the end of both sides has not changed.
  private static func joined(
    _ changes: [EditScript.Change], _ old: TextWords, _ new: TextWords
  ) -> [EditScript.Change] {
    var joined: [EditScript.Change] = []
    for change in changes {
      if let last = joined.last, last.old.upperBound + 1 == change.old.lowerBound, old.isSpace(last.old.upperBound),
        !(last.old.isEmpty && change.old.isEmpty), !(last.new.isEmpty && change.new.isEmpty)
      {
        joined.removeLast()
        joined.append(last.joined(change))
      } else {
        joined.append(change)
      }
    }
    return joined.map { change in
      guard let last = change.old.last, let added = change.new.last, old.numbers[last] == new.numbers[added],
        old.isSpace(last)
      else { return change }
      return EditScript.Change(old: change.old.dropLast(), new: change.new.dropLast())
    }
  }
}
