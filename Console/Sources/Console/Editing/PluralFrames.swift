import MessageFormat
import Registry

/// The plurals that a translation lacks and that its source text has, to be filled in.
enum PluralFrames {
  /// Returns a plural with all forms of the language for each number of the source text that chooses among forms there
  /// and not in the translation; none in a language that has no forms to choose among.
  static func missing(in text: String, _ language: LanguageTag, source: String, _ sourceLanguage: LanguageTag)
    -> [String]
  {
    // An ordinal number has other forms.
    guard PluralRules(for: language.description).categories.count > 1, !source.contains("selectordinal") else {
      return []
    }
    let known = numbers(of: text, language)
    return numbers(of: source, sourceLanguage).filter { !known.contains($0) }.map { name in
      MessagePattern.frame(for: language.description, argument: name)
    }
  }

  /// Returns the names of the numbers that choose among forms.
  private static func numbers(of text: String, _ language: LanguageTag) -> [String] {
    guard let pattern = try? MessagePattern(text, locale: language.description) else { return [] }
    let samples = pattern.sampleArguments()
    return pattern.arguments.filter { name in
      pattern.argumentKinds[name] == .number && Set(samples.compactMap { $0[name] }).count > 1
    }
  }
}
