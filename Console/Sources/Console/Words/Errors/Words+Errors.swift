import MessageFormat
import Registry

extension Words {
  /// Returns what an error says and what to do about it.
  ///
  /// - Parameters:
  ///   - error: The error of a request.
  ///   - text: The text that was refused; nil when the error is not about one text.
  ///   - language: The language of the text.
  ///   - languages: The languages of the registry.
  func phrases(
    for error: RegistryError, text: String? = nil, in language: Language? = nil, _ languages: [Language] = []
  ) -> [Phrase] {
    if !error.findings.isEmpty { return error.findings.map { phrase(for: $0, languages) } }
    var values: [String: Phrase.Value] = [:]
    switch error.code {
    case .invalidText: values = text.map { faults(of: $0) } ?? [:]
    case .invalidPattern: values = text.map { place(of: $0, language) } ?? ["example": .code("{amount}")]
    case .argumentsDiffer: values = differences(error)
    default: values = ["code": .code(error.code.description)]
    }
    let patterns = errors[key(of: error, text, values)] ?? errors["other"] ?? []
    return [phrase(firstOf: patterns, values), remedy(error.remedy)].compactMap(\.self)
  }

  private func key(of error: RegistryError, _ text: String?, _ values: [String: Phrase.Value]) -> String {
    if error.remedy == .useMajorImpact { return "source-arguments-differ" }
    if error.code == .invalidText, text != nil, values.isEmpty { return "empty-text" }
    return error.code.description
  }

  /// Returns what is wrong with a text that is not one line of visible characters.
  private func faults(of text: String) -> [String: Phrase.Value] {
    if text.unicodeScalars.count > TextRules.maximumLength { return ["limit": .number(TextRules.maximumLength)] }
    let isBlank = text.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
    let names = invisibleNames(in: text)
    return isBlank || names.isEmpty ? [:] : ["characters": list(names.map { [.mark($0, language)] })]
  }

  /// Returns the place where a text stops being a pattern, with some letters around it.
  private func place(of text: String, _ language: Language?) -> [String: Phrase.Value] {
    let example = Phrase.Value.code("{amount}")
    do {
      _ = try MessagePattern(text, locale: language?.tag.description ?? "und")
    } catch {
      guard let position = error.position else { return ["example": example] }
      return [
        "example": example, "position": .number(position),
        "excerpt": .part(visible(excerpt(of: text, around: position), in: language)),
      ]
    }
    return ["example": example]
  }

  /// Returns some letters around a place in a text, with the whole words that they are in. A longer word is cut.
  private func excerpt(of text: String, around position: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    let isSpace = { (index: Int) in scalars[index].properties.isWhitespace }
    var (start, end) = (min(max(0, position - 10), scalars.count), min(position + 10, scalars.count))
    let (first, last) = (max(0, start - 20), min(end + 20, scalars.count))
    while start > first, !isSpace(start - 1) { start -= 1 }
    while end < last, !isSpace(end) { end += 1 }
    while start < end, isSpace(start) { start += 1 }
    return String(String.UnicodeScalarView(scalars[start..<end]))
  }

  /// Returns the arguments that a text lacks, and those that it has and must not have.
  private func differences(_ error: RegistryError) -> [String: Phrase.Value] {
    guard case .arguments(let found, let expected) = error.details else { return [:] }
    let sides = [
      "missing": expected.filter { !found.contains($0) }, "extra": found.filter { !expected.contains($0) },
    ]
    return sides.filter { !$0.value.isEmpty }.mapValues { names in list(names.map { [.code("{\($0)}")] }) }
  }

  /// Returns what exists in the place of a name that does not; nil for what the sentence of the error says already.
  private func remedy(_ remedy: Remedy?) -> Phrase? {
    switch remedy {
    case .didYouMean(let name): phrase(.remedyMeant, ["name": .code(name)])
    case .useNewSymbol(let name, let operation):
      phrase(.remedyRenamed, ["name": .code(name), "number": .name("\(operation)")])
    case .chooseFrom(let names), .chooseRelease(let names, _), .chooseActor(let names), .addLanguage(let names):
      phrase(.remedyExisting, ["names": list(names.map { [.code($0)] })])
    default: nil
    }
  }
}
