/// The checks of characters that show nothing.
enum HiddenCharacters {
  /// Finds bidi controls: all but isolates that are closed, which are the right way to keep a part of a text in order.
  static func bidiControls(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.scalars.contains(.hidden) else { return [] }
    var (found, open): ([Int], [Int]) = ([], [])
    for (index, scalar) in leaf.scalars.enumerated() {
      switch scalar.value {
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E: found.append(index)
      case 0x2066...0x2068: open.append(index)
      case 0x2069: if open.popLast() == nil { found.append(index) }
      default: break
      }
    }
    return (found + open).sorted().map { index in
      let name = leaf.scalars[index].codePointAndName
      let message =
        (0x2066...0x2069).contains(leaf.scalars[index].value)
        ? "\(name) is half of an isolate: its other half is missing."
        : "\(name) changes the order of the characters around it, and cannot be seen."
      return Occurrence(range: index..<index + 1, message: message, suggestion: "")
    }
  }

  /// Finds characters that show nothing where no script needs them. It is stricter than the rule that refuses a new
  /// text, which leaves what a script may need alone.
  static func invisible(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.scalars.contains(.hidden) else { return [] }
    let (scalars, table) = (leaf.scalars, CharacterKind.table)
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      guard isInvisible(scalars, start, table) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, isInvisible(scalars, end, table) { end += 1 }
      let names = Set(scalars[start..<end]).sorted().map(\.codePointAndName).joined(separator: " and ")
      occurrences.append(
        Occurrence(
          range: start..<end,
          message: "\(names) shows nothing, so that the text differs from another one that looks the same.",
          suggestion: ""))
      start = end
    }
    return occurrences
  }

  private static func isInvisible(_ scalars: [Unicode.Scalar], _ index: Int, _ table: ScalarTable) -> Bool {
    let scalar = scalars[index]
    guard table.kind(scalar).contains(.hidden) else { return false }
    let (before, after) = (scalars.at(index - 1), scalars.at(index + 1))
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return false
    // A place to hyphenate a word.
    case 0xAD:
      let letters: CharacterKind = [.latin, .greekOrCyrillic]
      return table.kind(before).isDisjoint(with: letters) || table.kind(after).isDisjoint(with: letters)
    // Languages without spaces mark the ends of their words.
    case 0x200B: return !(before?.isSoutheastAsian == true || after?.isSoutheastAsian == true)
    case 0x200C:
      if before?.isIndic == true { return false }
      let isArabic = { (scalar: Unicode.Scalar?) in table.kind(scalar).contains(.arabic) || scalar?.isArgument == true }
      return !(isArabic(before) && isArabic(after))
    case 0x200D:
      if before?.isIndic == true { return false }
      if table.kind(before).contains(.arabic) || table.kind(after).contains(.arabic) { return false }
      return !(before?.isPartOfEmoji == true && after?.properties.isEmoji == true)
    case 0xFE0E, 0xFE0F: return before?.properties.isEmoji != true
    // A variant of a Chinese character.
    case 0xFE00...0xFE0D, 0xE0100...0xE01EF: return !table.kind(before).contains(.han)
    // The letters of a flag.
    case 0xE0020...0xE007F: return before.map { $0.value == 0x1F3F4 || (0xE0020...0xE007E).contains($0.value) } != true
    default: return true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isIndic: Bool { (0x0900...0x0DFF).contains(value) || isSoutheastAsian }

  /// Whether the scalar is of Thai, Lao, Tibetan, Myanmar, Khmer or Tai.
  fileprivate var isSoutheastAsian: Bool {
    switch value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1900...0x1AAF, 0xA9E0...0xA9FF, 0xAA60...0xAADF: true
    default: false
    }
  }

  fileprivate var isPartOfEmoji: Bool { value == 0xFE0F || properties.isEmoji || properties.isEmojiModifier }
}
