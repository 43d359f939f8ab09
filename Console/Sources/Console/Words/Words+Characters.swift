import Registry

extension Words {
  /// The largest part of a text that is shown beside what is wrong with it, in Unicode scalars.
  private static let longestExcerpt = 120

  /// Returns a part of a text in which every character that cannot be seen is named. Spaces are named where there is
  /// nothing else.
  func visible(_ text: String, in language: Language?) -> Phrase.Part {
    let scalars = text.unicodeScalars
    let isBlank = scalars.allSatisfy { $0.properties.isWhitespace || name(of: $0) != nil }
    var pieces: [Phrase.Part] = []
    var run = String.UnicodeScalarView()
    for scalar in scalars.prefix(Self.longestExcerpt) {
      guard let name = name(of: scalar, evenSpaces: isBlank) else {
        run.append(scalar)
        continue
      }
      if !run.isEmpty { pieces.append(.words(String(run))) }
      run = String.UnicodeScalarView()
      pieces.append(.mark(name, self.language))
    }
    if scalars.count > Self.longestExcerpt { run.append("…") }
    if !run.isEmpty { pieces.append(.words(String(run))) }
    return .value(language, pieces)
  }

  /// Returns the names of the characters of a text that cannot be seen, each once.
  func invisibleNames(in text: String) -> [String] {
    text.unicodeScalars.compactMap { name(of: $0) }.reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Returns the name of a character that cannot be seen; nil for every other one.
  private func name(of scalar: Unicode.Scalar, evenSpaces: Bool = false) -> String? {
    if scalar == " " && !evenSpaces { return nil }
    let key = String(scalar.value, radix: 16, uppercase: true)
    if let name = names.characters[key] { return name }
    let isInvisible = scalar.isControlForDisplay || scalar.properties.isDefaultIgnorableCodePoint
    return isInvisible ? names.characters[""] : nil
  }
}
