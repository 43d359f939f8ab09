/// The check of numbers and Latin text in a right-to-left text.
///
/// Each run is laid out twice (UAX #9): where it stands, and alone from left to right, as in an isolate. A finding is a
/// run whose characters are displayed in another order.
enum ReorderedRuns {
  static func find(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.direction == .rightToLeft, !leaf.scalars.kinds.isDisjoint(with: [.digit, .latin]) else { return [] }
    // Nobody sees the tags of HTML.
    let tags = MarkupTag.all(in: leaf.scalars)
    let runs = LeftToRightRuns(leaf.scalars).runs.filter { run in !tags.contains { $0.range.overlaps(run) } }
    if runs.isEmpty { return [] }
    let paragraph = BidiParagraph(leaf.scalars, level: 1)
    // Where each character is displayed.
    var places = [Int](repeating: -1, count: leaf.scalars.count)
    for (place, index) in paragraph.visualOrder.enumerated() { places[index] = place }
    return runs.compactMap { run in
      let order = run.filter { places[$0] >= 0 }.sorted { places[$0] < places[$1] }
      let here = order.map { paragraph.levels[$0] & 1 == 1 ? mirrored(leaf.scalars[$0]) : leaf.scalars[$0] }
      let single = BidiParagraph(Array(leaf.scalars[run]), level: 0)
      let alone = single.visualOrder.map {
        single.levels[$0] & 1 == 1 ? mirrored(single.scalars[$0]) : single.scalars[$0]
      }
      // Characters that change places with equal ones are not seen to, such as the slashes of `/about/`.
      if here == alone { return nil }
      let displayed = here.text(0..<here.count)
      let text = leaf.scalars.text(run)
      return Occurrence(
        range: run, message: "“\(text)” is displayed as “\(displayed)”. In an isolate it keeps its order.",
        suggestion: "\u{2068}\(text)\u{2069}", values: [.displayed: displayed])
    }
  }

  /// Returns a bracket as it is displayed from right to left (rule L4).
  private static func mirrored(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "(": ")"
    case ")": "("
    case "[": "]"
    case "]": "["
    case "{": "}"
    case "}": "{"
    case "<": ">"
    case ">": "<"
    default: scalar
    }
  }
}
