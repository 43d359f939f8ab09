/// The check of numbers and Latin text in a right-to-left text.
///
/// Each run is laid out twice (UAX #9): where it stands, and alone from left to right, as in an isolate. A finding is a
/// run whose characters are displayed in another order.
enum ReorderedRuns {
  static func find(_ leaf: TextLeaf) -> [Occurrence] {
    guard leaf.direction == .rightToLeft, !leaf.scalars.kinds.isDisjoint(with: [.digit, .latin]) else { return [] }
    let runs = LeftToRightRuns(leaf.scalars).runs
    if runs.isEmpty { return [] }
    // Where each character is displayed.
    var places = [Int](repeating: -1, count: leaf.scalars.count)
    for (place, index) in BidiParagraph(leaf.scalars, level: 1).visualOrder.enumerated() { places[index] = place }
    return runs.compactMap { run in
      let here = run.filter { places[$0] >= 0 }.sorted { places[$0] < places[$1] }
      let alone = BidiParagraph(Array(leaf.scalars[run]), level: 0).visualOrder.map { $0 + run.lowerBound }
      if here == alone { return nil }
      let displayed = String(String.UnicodeScalarView(here.map { leaf.scalars[$0] }))
      let text = leaf.scalars.text(run)
      return Occurrence(
        range: run, message: "“\(text)” is displayed as “\(displayed)”. In an isolate it keeps its order.",
        suggestion: "\u{2068}\(text)\u{2069}")
    }
  }
}
