import RegistryCatalog

/// The check of brackets that lack their partner.
enum BracketCheck {
  static let check = TextCheck(
    "unpaired-bracket", .warning, .text, "a bracket without its partner"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.bracket) else { return }
      let found = unpaired(in: leaf.scalars)
      guard !found.isEmpty, source.map({ unpaired(in: $0.scalars).isEmpty }) ?? true else { return }
      for index in found {
        faults.append(
          Fault(
            range: leaf.stored(index..<(index + 1)),
            message: "The bracket '\(leaf.scalars[index])' has no partner."))
      }
    }
  }

  /// Brackets that belong together. Those of one shape match in any width.
  private static func shape(_ scalar: Unicode.Scalar) -> (shape: Int, opens: Bool)? {
    switch scalar {
    case "(", "（": (0, true)
    case ")", "）": (0, false)
    case "[", "［", "【": (1, true)
    case "]", "］", "】": (1, false)
    case "《": (2, true)
    case "》": (2, false)
    case "「": (3, true)
    case "」": (3, false)
    default: nil
    }
  }

  private static func unpaired(in scalars: [Unicode.Scalar]) -> [Int] {
    var open: [(shape: Int, index: Int)] = []
    var found: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      guard let (shape, opens) = shape(scalar) else { continue }
      if opens {
        open.append((shape, index))
      } else if let last = open.last, last.shape == shape || isInterval(scalars[(last.index + 1)..<index]) {
        open.removeLast()
      } else if let match = open.lastIndex(where: { $0.shape == shape }) {
        found += open[(match + 1)...].map(\.index)
        open.removeSubrange(match...)
      } else if !isMarker(scalars[..<index]) {
        found.append(index)
      }
    }
    return (found + open.map(\.index)).sorted()
  }

  /// Returns whether the content is that of a half-open interval such as `[0, 100)`.
  private static func isInterval(_ content: ArraySlice<Unicode.Scalar>) -> Bool {
    !content.isEmpty
      && content.allSatisfy { $0.digitValue != nil || $0.isSpaceOfText || ",.،،∞;\u{FFFC}".unicodeScalars.contains($0) }
  }

  /// Returns whether a closing bracket ends the mark of a list, as in `1)` and `a)`, or a face such as `:)`.
  private static func isMarker(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    let token = before.reversed().prefix { !$0.isSpaceOfText }
    if let last = token.first, ":;-".unicodeScalars.contains(last) { return true }
    return (1...2).contains(token.count) && token.allSatisfy { $0.digitValue != nil || $0.isLetterOfText }
  }
}
