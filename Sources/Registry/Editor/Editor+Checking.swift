import RegistryCatalog
import RegistryChecks

extension Editor {
  /// Requires that checks find no error in a text that is about to be stored or accepted.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - code: The number of its code.
  ///   - language: Its language.
  ///   - source: The source text that it translates; nil for a source text itself.
  /// - Returns: The warnings and notes. Those of a check that is silenced for exactly this text are left out.
  /// - Throws: `RegistryError.Code.checkFailed`, with the errors, when there are any.
  func requireNoErrors(
    in text: String, _ code: Int, _ language: Language, source: String?
  ) throws(RegistryError) -> [Finding] {
    let findings = try checker(for: language).findings(code: code, language: language.tag, text: text, source: source)
    guard !findings.isEmpty else { return [] }
    var open: [Finding] = []
    for finding in findings {
      let silence = try registry.silence(code, language.tag, check: finding.check)
      if silence?.value.text.hasSameBytes(as: text) != true { open.append(finding) }
    }
    let errors = open.filter { $0.severity == .error }
    if let error = RegistryError(checkFailures: errors) { throw error }
    return open
  }

  /// Returns the checker for texts of a language, with the terms of the glossary at the first text of the operation.
  private func checker(for language: Language) throws(RegistryError) -> TextChecker {
    if let known = checkers[language.tag] { return known }
    let source = try registry.sourceLanguage()
    let languages = [source, language].compactMap(\.self)
    let checker = TextChecker(languages: languages, terms: try registry.terms())
    checkers[language.tag] = checker
    return checker
  }
}

extension SetTextResult {
  /// The findings without missing forms, which ``missingForms`` has with their numbers.
  public var otherFindings: [Finding] { findings.filter { $0.check != "missing-form" } }
}

extension RegistryError {
  /// Creates the error for a text with faults; nil when there are none.
  package init?(checkFailures errors: [Finding]) {
    guard let first = errors.first else { return nil }
    let more = errors.count - 1
    let rest = more == 0 ? "" : " There \(more == 1 ? "is 1 more error" : "are \(more) more errors")."
    let rule = first.evidence?.suggestion.flatMap { suggestion in
      suggestion.isEmpty ? nil : "Write \(suggestion) instead of \(first.evidence?.excerpt ?? "")."
    }
    let remedy = first.row.map { Remedy.correctOrSilenceFirst(rule: rule, check: first.check, $0) }
    self.init(
      .checkFailed, "\(first.message) (\(first.check))\(rest)", remedy, details: .findings(errors))
  }
}
