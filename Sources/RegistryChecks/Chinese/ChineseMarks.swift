/// The checks of ellipses and of characters that are typed twice.
enum ChineseMarks {
  /// Finds ellipses other than `……` in a text with Chinese characters.
  static func ellipsis(_ leaf: TextLeaf) -> [Occurrence] {
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

  /// The characters that are not doubled on purpose, with those before and after them that make two words.
  private static let doubles: [(character: Unicode.Scalar, before: String, after: String)] = [
    // 目的的, 的的确确 and 的的士
    ("的", "目", "确確士"),
    // 申请请, 邀请请 and others; 请请求 and 请请示
    ("请", "申邀聘敬恳提宴有", "求示教假购客柬"), ("請", "申邀聘敬懇提宴有", "求示教假購客柬"),
    // 为了了解, 除了了解 and 不了了之
    ("了", "为為除不", "解结結断斷却卻事之"),
    ("被", "", ""), ("已", "", ""), ("与", "参授给赋寄", ""),
  ]

  /// Finds characters that are typed twice. Most doubled characters are words, so only a few are looked for.
  static func doubled(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    var occurrences: [Occurrence] = []
    var previous: Unicode.Scalar = " "
    for (index, scalar) in scalars.enumerated() {
      defer { previous = scalar }
      guard scalar == previous, let double = doubles.first(where: { $0.character == scalar }) else { continue }
      let (before, after) = (scalars.at(index - 2), scalars.at(index + 1))
      // Three in a row are one finding.
      if before == scalar { continue }
      if let before, double.before.unicodeScalars.contains(before) { continue }
      if let after, double.after.unicodeScalars.contains(after) { continue }
      occurrences.append(
        Occurrence(
          range: index - 1..<index + 1, message: "“\(scalar)” is typed twice.", suggestion: String(scalar)))
    }
    return occurrences
  }
}
