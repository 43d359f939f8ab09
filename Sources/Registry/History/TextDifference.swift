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
  /// - Parameters:
  ///   - old: The old text.
  ///   - new: The new text.
  public init(from old: String, to new: String) {
    let (before, after) = (Self.words(of: old), Self.words(of: new))
    // The comparison is by scalars: texts that differ only in their normalization are different texts.
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

  /// Splits a text into words, arguments with their braces, runs of whitespace, and single other characters.
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

  /// Joins parts. A space between two changes belongs to both, so that two adjacent changed words are one change. A
  /// space at the end of both sides has not changed.
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
  /// Whether the scalar belongs to a script without spaces between words: Han, kana, Thai, Lao, Khmer or Myanmar.
  fileprivate var isWrittenUnspaced: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0x30FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
