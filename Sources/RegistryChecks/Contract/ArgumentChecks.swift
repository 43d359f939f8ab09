import MessageFormat
import RegistryCatalog

/// The checks of arguments: a program passes the same values for every language.
enum ArgumentChecks {
  static let all = [missing, unexpected, translated, kind, quoted, fullWidth]

  private static let missing = TextCheck(
    "missing-argument", .error, .contract, "an argument of the source text that a text or a form does not show"
  ) { comparison, faults in
    guard let source = comparison.source, source.pattern != nil else { return }
    let explained = Set(mistaken(in: comparison).map(\.name)).union(renamed(in: comparison).map { [$0.wanted] } ?? [])
    comparison.eachLeaf { leaf, counterpart in
      let required = counterpart?.argumentNames ?? []
      let lacking = required.subtracting(leaf.argumentNames).subtracting(leaf.singleValues).subtracting(explained)
      for name in lacking.sorted() {
        if let form = leaf.reading?.choices.last {
          faults.append(
            Fault(
              range: form.range,
              message: "The form '\(form.spelled)' does not show {\(name)}, which its source text shows.",
              values: [.argument: name, .form: form.spelled]))
        } else {
          faults.append(
            Fault(
              range: nil, message: "The text does not show {\(name)}, which its source text shows.",
              values: [.argument: name]))
        }
      }
    }
  }

  private static let unexpected = TextCheck(
    "unexpected-argument", .error, .contract, "an argument that a program does not pass, or not for this form"
  ) { comparison, faults in
    guard let source = comparison.source, comparison.text.pattern != nil else { return }
    let renamed = renamed(in: comparison)?.found
    let known = Set(source.pattern?.arguments ?? [])
    let forms = SourceForms(source, for: comparison.text.profile)
    for leaf in comparison.text.leaves {
      guard let reading = leaf.reading else { continue }
      // A text may show one argument a thousand times.
      let always = Set(
        Set(reading.arguments.map(\.name)).intersection(known).filter { forms.alwaysHave($0, for: leaf) })
      for argument in reading.arguments where argument.name != renamed {
        let range = leaf.stored(argument.index..<(argument.index + 1))
        if !known.contains(argument.name) {
          faults.append(
            Fault(
              range: range, message: "The source text has no argument {\(argument.name)}: no program passes it.",
              values: [.argument: argument.name]))
        } else if !always.contains(argument.name) {
          faults.append(
            Fault(
              range: range,
              message: "The source text does not need {\(argument.name)} in the form that this one translates, so a "
                + "program may not pass it.", values: [.argument: argument.name]))
        }
      }
    }
  }

  private static let translated = TextCheck(
    "translated-argument", .error, .contract, "an argument whose name was translated"
  ) { comparison, faults in
    guard let renamed = renamed(in: comparison) else { return }
    for leaf in comparison.text.leaves {
      for argument in leaf.reading?.arguments ?? [] where argument.name == renamed.found {
        faults.append(
          Fault(
            range: leaf.stored(argument.index..<(argument.index + 1)),
            message: "The argument {\(renamed.wanted)} keeps its name in every language.",
            suggestion: "{\(renamed.wanted)}"))
      }
    }
  }

  private static let kind = TextCheck(
    "argument-kind", .error, .contract, "an argument that must be a number or a word where its source text has another"
  ) { comparison, faults in
    guard let source = comparison.source?.pattern, let pattern = comparison.text.pattern else { return }
    for name in pattern.arguments {
      guard let found = pattern.argumentKinds[name], let wanted = source.argumentKinds[name], found != wanted else {
        continue
      }
      if found != .any {
        faults.append(
          Fault(
            range: range(of: name, in: comparison.text),
            message: "The text needs {\(name)} as \(found.noun); its source text takes \(wanted.noun).",
            values: [.argument: name]))
      } else if wanted == .choice, !(comparison.source?.leaves.contains { $0.argumentNames.contains(name) } ?? false) {
        faults.append(
          Fault(
            range: range(of: name, in: comparison.text),
            message:
              "The value of {\(name)} is a word for programs, by which the source text chooses; here it is shown.",
            values: [.argument: name]))
      }
    }
  }

  private static let quoted = TextCheck(
    "quoted-argument", .error, .contract, "an argument that an apostrophe makes literal"
  ) { comparison, faults in
    for mistake in mistaken(in: comparison) where !mistake.isFullWidth {
      faults.append(
        Fault(
          range: mistake.range,
          message: "The apostrophe before {\(mistake.name)} makes it literal: the customer reads the braces. Write two "
            + "apostrophes for one that is shown.", suggestion: "''{\(mistake.name)}"))
    }
  }

  private static let fullWidth = TextCheck(
    "full-width-brace", .error, .contract, "an argument in full-width braces"
  ) { comparison, faults in
    for mistake in mistaken(in: comparison) where mistake.isFullWidth {
      faults.append(
        Fault(
          range: mistake.range,
          message: "Full-width braces are no argument: the customer reads ｛\(mistake.name)｝.",
          suggestion: "{\(mistake.name)}"))
    }
  }

  /// An argument that is written so that it is none.
  private struct Mistake {
    let name: String
    /// The place in the stored text.
    let range: Range<Int>
    let isFullWidth: Bool
  }

  /// Returns the names in literal braces that should be arguments.
  private static func mistaken(in comparison: Comparison) -> [Mistake] {
    var mistakes: [Mistake] = []
    for leaf in comparison.text.leaves where !leaf.traits.isDisjoint(with: [.brace, .fullWidthBrace]) {
      let literal = comparison.source?.counterpart(of: leaf).scalars ?? []
      for found in literalNames(in: leaf.scalars) {
        if found.isFullWidth {
          mistakes.append(Mistake(name: found.name, range: leaf.stored(found.range), isFullWidth: true))
          continue
        }
        let stored = leaf.stored(found.range)
        let before = comparison.text.excerpt(max(0, stored.lowerBound - 2)..<stored.lowerBound).unicodeScalars
        let isArgument = comparison.source?.pattern?.arguments.contains(found.name) == true
        let isElision = before.count == 2 && before.last == "'" && before.first?.properties.isAlphabetic == true
        let isLiteralThere = literalNames(in: literal).contains { $0.name == found.name }
        guard !isLiteralThere, isArgument || isElision else { continue }
        let start = before.last == "'" ? stored.lowerBound - 1 : stored.lowerBound
        mistakes.append(Mistake(name: found.name, range: start..<stored.upperBound, isFullWidth: false))
      }
    }
    return mistakes
  }

  private static func literalNames(
    in scalars: [Unicode.Scalar]
  ) -> [(name: String, range: Range<Int>, isFullWidth: Bool)] {
    var names: [(name: String, range: Range<Int>, isFullWidth: Bool)] = []
    for (start, opening) in scalars.enumerated() where opening == "{" || opening == "｛" {
      var end = start + 1
      while end < scalars.count, scalars[end].isOfName || scalars[end] == " " { end += 1 }
      guard end < scalars.count, scalars[end] == "}" || scalars[end] == "｝" else { continue }
      let name = scalars[(start + 1)..<end].filter { $0 != " " }
      guard let first = name.first, first.isASCIILetter || first == "_" else { continue }
      names.append((name.text, start..<(end + 1), opening == "｛" || scalars[end] == "｝"))
    }
    return names
  }

  /// Returns the one argument that has another name than in the source text; nil when there is not exactly one.
  private static func renamed(in comparison: Comparison) -> (found: String, wanted: String)? {
    guard let source = comparison.source?.pattern, let pattern = comparison.text.pattern else { return nil }
    let found = pattern.arguments.filter { source.argumentKinds[$0] == nil }
    let mistaken = Set(mistaken(in: comparison).map(\.name))
    let wanted = source.arguments.filter { pattern.argumentKinds[$0] == nil && !mistaken.contains($0) }
    guard found.count == 1, wanted.count == 1 else { return nil }
    return (found[0], wanted[0])
  }

  /// Returns the first place of an argument in a text.
  private static func range(of name: String, in text: CheckedText) -> Range<Int>? {
    for leaf in text.leaves {
      if let choice = leaf.reading?.choices.first(where: { $0.name == name }) { return choice.range }
      if let argument = leaf.reading?.arguments.first(where: { $0.name == name }) {
        return leaf.stored(argument.index..<(argument.index + 1))
      }
    }
    return nil
  }
}

extension ArgumentKind {
  fileprivate var noun: String {
    switch self {
    case .any: "a text"
    case .number: "a number"
    case .choice: "a word to choose by"
    }
  }
}

extension MessagePattern.Reading.Choice {
  /// The selector as it is written.
  var spelled: String {
    switch selector {
    case .exact(let number): "=\(number)"
    case .keyword(let word): word
    }
  }
}
