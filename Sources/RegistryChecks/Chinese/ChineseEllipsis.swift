/// The check of ellipses in Chinese.
enum ChineseEllipsis {
  /// Finds ellipses other than `……` in a text with Chinese characters.
  static func find(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: { isDot($0) || isStop($0) || isEllipsis($0) }), scalars.contains(.han) else {
      return []
    }
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      guard let isMember = [isDot, isStop, isEllipsis].first(where: { $0(scalars[start]) }) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, isMember(scalars[end]) { end += 1 }
      if isWrong(scalars, start..<end) {
        occurrences.append(
          Occurrence(
            range: start..<end,
            message: "“\(scalars.text(start..<end))” is not the ellipsis of Chinese, which is “……”.",
            suggestion: "……"))
      }
      start = end
    }
    return occurrences
  }

  private static func isDot(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" }

  private static func isEllipsis(_ scalar: Unicode.Scalar) -> Bool { scalar == "…" || scalar == "⋯" || scalar == "‥" }

  private static func isWrong(_ scalars: [Unicode.Scalar], _ run: Range<Int>) -> Bool {
    let table = CharacterKind.table
    let isToken: CharacterKind = [.latin, .digit]
    // What is left out of a number or a Latin token, as in `6222...1234`.
    let isInside =
      !table.kind(scalars.at(run.lowerBound - 1)).isDisjoint(with: isToken)
      && !table.kind(scalars.at(run.upperBound)).isDisjoint(with: isToken)
    if isInside { return false }
    if isDot(scalars[run.lowerBound]) {
      return run.count > 2 || run.count == 2 && table.kind(scalars.at(run.lowerBound - 1)).contains(.han)
    }
    if isStop(scalars[run.lowerBound]) { return run.count > 1 }
    return run.count % 2 == 1 || scalars[run].contains("‥")
  }
}
