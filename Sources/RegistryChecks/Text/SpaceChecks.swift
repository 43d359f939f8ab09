import RegistryCatalog

/// The checks of spaces: nobody sees them at the ends of a text, and programs add their own.
enum SpaceChecks {
  static let all = [leading, trailing, double]

  private static let leading = TextCheck(
    "leading-space", .warning, .text, "spaces at the start of a text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.edgeSpace) else { return }
      let count = leaf.scalars.prefix(while: \.isSpaceOfText).count
      guard count > 0, source?.scalars.first?.isSpaceOfText != true else { return }
      faults.append(Fault(range: leaf.stored(0..<count), message: "The text begins with a space.", suggestion: ""))
    }
  }

  private static let trailing = TextCheck(
    "trailing-space", .warning, .text, "spaces at the end of a text"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.edgeSpace) else { return }
      let count = leaf.scalars.reversed().prefix(while: \.isSpaceOfText).count
      guard count > 0, count < leaf.scalars.count, source?.scalars.last?.isSpaceOfText != true else { return }
      faults.append(
        Fault(
          range: leaf.stored((leaf.scalars.count - count)..<leaf.scalars.count),
          message: "The text ends with a space.", suggestion: ""))
    }
  }

  private static let double = TextCheck(
    "double-space", .warning, .text, "two spaces in a row"
  ) { comparison, faults in
    comparison.eachLeaf { leaf, source in
      guard leaf.traits.contains(.doubleSpace), source?.traits.contains(.doubleSpace) != true else { return }
      var start = leaf.scalars.prefix(while: \.isSpaceOfText).count
      while let first = leaf.scalars[start...].firstIndex(where: \.isSpaceOfText) {
        let end = leaf.scalars[first...].firstIndex { !$0.isSpaceOfText } ?? leaf.scalars.count
        if end - first > 1, end < leaf.scalars.count {
          faults.append(
            Fault(range: leaf.stored(first..<end), message: "The text has two spaces in a row.", suggestion: " "))
        }
        start = end
      }
    }
  }
}
