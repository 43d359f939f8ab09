import MessageFormat
import RegistryCatalog

/// Checks single texts, such as one that is about to be stored.
///
/// ```swift
/// let checker = TextChecker(languages: languages, terms: terms)
/// let findings = checker.findings(
///   code: 1402, language: .arabic, text: "الرصيد  غير كافٍ", source: "Insufficient balance")
/// findings.first?.check  // "double-space"
/// ```
public struct TextChecker: Sendable {
  private let profiles: [LanguageTag: LanguageProfile]
  private let glossaries: [LanguageTag: Glossary]

  /// Creates a checker for texts of some languages.
  ///
  /// - Parameters:
  ///   - languages: The languages. One without a fallback is the source language.
  ///   - terms: The terms of the glossary.
  public init(languages: [Language], terms: [Term] = []) {
    profiles = Dictionary(
      languages.map { ($0.tag, LanguageProfile($0, hasGlossary: !terms.isEmpty)) }
    ) { first, _ in first }
    let source = languages.first { $0.fallback == nil }?.tag ?? .english
    glossaries = Dictionary(
      languages.compactMap { language in
        guard language.tag != source else { return nil }
        return Glossary(terms, language.tag, source: source).map { (language.tag, $0) }
      }
    ) { first, _ in first }
  }

  /// Returns what is wrong with a text.
  ///
  /// - Parameters:
  ///   - code: The number of the code.
  ///   - language: The language of the text.
  ///   - text: The text.
  ///   - source: The source text that it translates; nil for a source text itself.
  ///   - isStale: Whether the source text has changed since the text was made. Then only the contract, such as the
  ///     arguments, is compared with it.
  /// - Returns: The findings in the order of the text. None when the checker does not know the language.
  public func findings(
    code: Int, language: LanguageTag, text: String, source: String?, isStale: Bool = false
  ) -> [Finding] {
    guard let profile = profiles[language] else { return [] }
    let sourceProfile = profiles.values.first(where: \.isSource) ?? profile
    return findings(
      .translation(code, language), CheckedText(text, profile), source: source.map { CheckedText($0, sourceProfile) },
      isStale: isStale)
  }

  /// Returns the terms of the glossary in a source text that a language renders.
  ///
  /// ```swift
  /// checker.terms(in: "Invalid bank accounts", renderedIn: .arabic).map(\.source)  // ["bank account"]
  /// ```
  ///
  /// - Parameters:
  ///   - source: The source text.
  ///   - language: The language of a translation.
  /// - Returns: The terms in the order of the text, each once. Of terms inside each other the longest is returned, and
  ///   of terms with the same words all.
  public func terms(in source: String, renderedIn language: LanguageTag) -> [Term] {
    guard let glossary = glossaries[language], let profile = profiles.values.first(where: \.isSource) else { return [] }
    var found: [Term] = []
    for leaf in CheckedText(source, profile).leaves {
      for term in glossary.terms(in: leaf.words?.words ?? []).flatMap(\.terms)
      where !found.contains(where: { $0.source == term.source }) {
        found.append(term)
      }
    }
    return found
  }

  /// Returns a text with its leaves; nil when the language is unknown.
  func checked(_ text: String, _ language: LanguageTag) -> CheckedText? {
    profiles[language].map { CheckedText(text, $0) }
  }

  /// Returns what is wrong with a text.
  ///
  /// - Parameters:
  ///   - row: The row of the text.
  ///   - text: The text.
  ///   - source: Its source text; nil for a source text itself.
  ///   - isStale: Whether the source text has changed since. Then only the contract is compared with it.
  ///   - severity: The severity of the findings; nil for all of them.
  func findings(
    _ row: RegistryRow, _ text: CheckedText, source: CheckedText?, isStale: Bool = false,
    severity: Finding.Severity? = nil
  ) -> [Finding] {
    var found: [(check: Check, fault: Fault)] = []
    var faults: [Fault] = []
    let comparison = Comparison(text: text, source: source, glossary: glossaries[text.profile.tag])
    let alone = isStale ? Comparison(text: text, source: nil, glossary: nil) : comparison
    for check in TextChecks.all where severity == nil || check.check.severity == severity {
      check.find(check.check.family == .contract ? comparison : alone, &faults)
      guard !faults.isEmpty else { continue }
      found += faults.map { (check.check, $0) }
      faults.removeAll(keepingCapacity: true)
    }
    for check in text.profile.leafChecks where severity == nil || check.check.severity == severity {
      for leaf in text.leaves {
        let occurrences = check.find(leaf.leaf)
        guard !occurrences.isEmpty else { continue }
        found += occurrences.map {
          let range = leaf.stored($0.range)
          return (
            check.check, Fault(range: range, message: $0.message, suggestion: $0.suggestion, values: $0.values)
          )
        }
      }
    }
    return found.isEmpty ? [] : Self.findings(found, row, text)
  }

  /// Makes findings, each once, in the order of the text.
  private static func findings(
    _ found: [(check: Check, fault: Fault)], _ row: RegistryRow, _ text: CheckedText
  ) -> [Finding] {
    struct Key: Hashable {
      let check: String
      let fault: Fault
    }
    var unique: [(check: Check, fault: Fault)] = []
    var known: Set<Key> = []
    if found.count == 1 {
      unique = found
    } else {
      // Leaves share the text around a plural, and show it more than once.
      for one in found where known.insert(Key(check: one.check.id, fault: one.fault)).inserted { unique.append(one) }
    }
    let ordered = unique.enumerated().sorted { left, right in
      let (first, second) = (
        left.element.fault.range?.lowerBound ?? .max, right.element.fault.range?.lowerBound ?? .max
      )
      return first == second ? left.offset < right.offset : first < second
    }
    return ordered.map(\.element).map { check, fault in
      Finding(
        check: check.id, severity: check.severity, row: row, message: fault.message,
        evidence: fault.range == nil && fault.suggestion == nil
          ? nil
          : Finding.Evidence(
            excerpt: fault.range.map(text.excerpt) ?? "", range: fault.range, suggestion: fault.suggestion),
        values: fault.values)
    }
  }
}
