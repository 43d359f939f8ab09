/// What changed from one text to another, word by word; in scripts that write no spaces, character by character.
public struct TextDifference: Sendable, Hashable {
  /// A stretch of text.
  public enum Part: Sendable, Hashable {
    /// In both texts.
    case kept(String)
    /// In the old text alone.
    case removed(String)
    /// In the new text alone.
    case added(String)
  }

  /// The parts in the order of the text; what was removed stands before what was added in its place. Removed and kept
  /// parts make up the old text, added and kept ones the new.
  public let parts: [Part]

  /// The difference between two texts.
  public init(from old: String, to new: String) {
    let (before, after) = (Self.words(of: old), Self.words(of: new))
    // By scalars: texts that differ only in normalization are different texts.
    let difference = after.difference(from: before) { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }
    var (removed, added) = (Set<Int>(), Set<Int>())
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    parts = Self.joined(before, removed, after, added)
  }

  /// Words, arguments with their braces, stretches of whitespace, and single characters of everything else.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var kind = Kind.other
    for character in text {
      let next = Kind(character, after: kind)
      if let last = words.indices.last, next != .other, next == kind {
        words[last].append(character)
      } else {
        words.append(String(character))
      }
      kind = next == .argument && character == "}" ? .other : next
    }
    return words
  }

  private enum Kind {
    case word, space, argument, other

    init(_ character: Character, after last: Kind) {
      if last == .argument || character == "{" {
        self = .argument
      } else if character.isWhitespace {
        self = .space
      } else if character.isLetter || character.isNumber, !character.unicodeScalars.contains(where: \.isWrittenUnspaced)
      {
        self = .word
      } else {
        self = .other
      }
    }
  }

  private static func joined(
    _ before: [String], _ removed: Set<Int>, _ after: [String], _ added: Set<Int>
  ) -> [Part] {
    var stretches: [(kept: String, removed: String, added: String)] = [("", "", "")]
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      let last = stretches.count - 1
      if old < before.count, removed.contains(old) {
        stretches[last].removed += before[old]
        old += 1
      } else if new < after.count, added.contains(new) {
        stretches[last].added += after[new]
        new += 1
      } else {
        let isBetweenChanges = !stretches[last].removed.isEmpty || !stretches[last].added.isEmpty
        if isBetweenChanges { stretches.append((before[old], "", "")) } else { stretches[last].kept += before[old] }
        old += 1
        new += 1
      }
    }
    return parts(of: stretches)
  }

  /// A space between two changes belongs to both: two words that changed are one change. A space that then ends both
  /// sides has not changed.
  private static func parts(of stretches: [(kept: String, removed: String, added: String)]) -> [Part] {
    var joined: [(kept: String, removed: String, added: String)] = []
    for stretch in stretches {
      let isGap = !joined.isEmpty && !stretch.kept.isEmpty && stretch.kept.allSatisfy(\.isWhitespace)
      if isGap, let last = joined.indices.last, !(joined[last].removed + stretch.removed).isEmpty,
        !(joined[last].added + stretch.added).isEmpty, !(stretch.removed + stretch.added).isEmpty
      {
        joined[last].removed += stretch.kept + stretch.removed
        joined[last].added += stretch.kept + stretch.added
      } else {
        joined.append(stretch)
      }
    }
    for index in joined.indices {
      guard let space = joined[index].removed.last, space.isWhitespace, joined[index].added.last == space else {
        continue
      }
      joined[index].removed.removeLast()
      joined[index].added.removeLast()
      if index + 1 == joined.count { joined.append(("", "", "")) }
      joined[index + 1].kept.insert(space, at: joined[index + 1].kept.startIndex)
    }
    return joined.flatMap { stretch in
      let parts: [Part] = [.kept(stretch.kept), .removed(stretch.removed), .added(stretch.added)]
      return parts.filter { $0 != .kept("") && $0 != .removed("") && $0 != .added("") }
    }
  }
}

extension Unicode.Scalar {
  /// Han, kana, Thai, Lao, Khmer and Myanmar: no spaces between words.
  fileprivate var isWrittenUnspaced: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
