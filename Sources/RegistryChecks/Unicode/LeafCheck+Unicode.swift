import RegistryCatalog

extension LeafCheck {
  /// The checks of the characters of a text in any language.
  static let unicode: [LeafCheck] = [bidiControl, invisibleCharacter, lookAlikeLetter, decomposedCharacter]

  private static let bidiControl = LeafCheck(
    id: "bidi-control", severity: .error, summary: "a character that changes the order of those around it",
    applies: { _ in true }, find: HiddenCharacters.bidiControls)

  private static let invisibleCharacter = LeafCheck(
    id: "invisible-character", severity: .warning, summary: "a character that shows nothing", applies: { _ in true },
    find: HiddenCharacters.invisible)

  private static let lookAlikeLetter = LeafCheck(
    id: "look-alike-letter", severity: .error, summary: "a letter of another script in a word",
    applies: { _ in true }, find: LookAlikes.find)

  private static let decomposedCharacter = LeafCheck(
    id: "decomposed-character", severity: .warning, summary: "a character that is not in its usual composed form",
    applies: { _ in true }, find: decomposed)

  private static func decomposed(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.scalars.contains(.composing) else { return [] }
    let table = CharacterKind.table
    var (occurrences, start) = ([Occurrence](), 0)
    while start < leaf.scalars.count {
      var end = start + 1
      while end < leaf.scalars.count, leaf.scalars[end].isMark(table) { end += 1 }
      if leaf.scalars[start..<end].contains(where: { table.kind($0).contains(.composing) }) {
        let (ordered, composed) = Composition.normalized(Array(leaf.scalars[start..<end]))
        if ordered != composed || leaf.scalars[start].value >= 0x2F800 {
          let text = composed.first.map { $0 == leaf.scalars[start] && composed.count == 1 } == true ? nil : composed
          occurrences.append(
            Occurrence(
              range: start..<end, message: message(Array(leaf.scalars[start..<end]), composed),
              suggestion: text.map { $0.text(0..<$0.count) }))
        }
      }
      start = end
    }
    return occurrences
  }

  private static func message(_ cluster: [Unicode.Scalar], _ composed: [Unicode.Scalar]) -> String {
    let found = cluster.map(\.codePointAndName).joined(separator: " and ")
    return composed == cluster
      ? "\(found) is stored for compatibility with other character sets only."
      : "\(found) is usually written as \(composed.map(\.codePointAndName).joined(separator: " and "))."
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to the letter before it.
  fileprivate func isMark(_ table: ScalarTable) -> Bool {
    if value < 0x300 { return false }
    if properties.canonicalCombiningClass != .notReordered { return true }
    return table.kind(self).contains(.composing) && Composition.marks.contains(self)
  }
}
