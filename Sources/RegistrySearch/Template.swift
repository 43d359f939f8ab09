import MessageFormat

/// A text with arguments, in one of the forms that its plurals and selects give it.
struct Template: Sendable {
  /// A part of the text.
  enum Part: Sendable, Equatable {
    /// Words that stand in every such message.
    case literal(String)
    /// The place of a value.
    case argument(String)
  }

  /// The parts. No two literals are adjacent.
  let parts: [Part]

  /// How many forms of one text are searched. Further forms are left out.
  static let formLimit = 64

  /// Returns the forms of a text; none when it is no pattern.
  static func forms(of text: String, locale: String) -> [Template] {
    guard let pattern = try? MessagePattern(text, locale: locale) else { return [] }
    return expand(pattern.parts[...], number: nil).map(Template.init(joining:))
  }

  private init(joining parts: [Part]) {
    var joined: [Part] = []
    for part in parts {
      if case .literal(let text) = part, case .literal(let before)? = joined.last {
        joined[joined.count - 1] = .literal(before + text)
      } else {
        joined.append(part)
      }
    }
    self.parts = joined
  }

  /// Returns the sequences of parts that a pattern can have.
  ///
  /// - Parameters:
  ///   - parts: The parts of a pattern or of one of its forms.
  ///   - number: The name of the number that `#` means.
  private static func expand(_ parts: ArraySlice<MessagePattern.Part>, number: String?) -> [[Part]] {
    var sequences: [[Part]] = [[]]
    for part in parts {
      let choices: [[Part]] =
        switch part {
        case .literal(let text): [[.literal(text)]]
        case .argument(let name), .number(let name, _): [[.argument(name)]]
        case .pound: [[.argument(number ?? "#")]]
        case .forms(let forms):
          forms.forms.flatMap { form in
            if case .plural = forms.choice { return expand(form.parts[...], number: forms.name) }
            return expand(form.parts[...], number: number)
          }
        }
      var longer: [[Part]] = []
      for sequence in sequences {
        for choice in choices where longer.count < formLimit { longer.append(sequence + choice) }
      }
      sequences = longer
    }
    return sequences
  }

  /// The names of the arguments, in the order of the text.
  var names: [String] {
    parts.compactMap { if case .argument(let name) = $0 { name } else { nil } }
  }

  /// The folded words of the text, and the positions at which values stand between them.
  var folded: (letters: [Letter], gaps: [Int]) {
    var (letters, gaps): ([Letter], [Int]) = ([], [])
    for part in parts {
      guard case .literal(let text) = part else {
        if gaps.last != letters.count { gaps.append(letters.count) }
        continue
      }
      let words = [Letter](folding: text)
      if let last = letters.last, let first = words.first, !last.isHan, !first.isHan { letters.append(.space) }
      letters += words
    }
    return (letters, gaps)
  }
}
