import RegistryCatalog
import RegistryChecks

/// What checks have found in the texts of a registry.
public struct TextFindings: Sendable {
  /// A finding that somebody has decided to be no fault.
  public struct Silenced: Sendable {
    /// The finding.
    public let finding: Finding
    /// The decision, with its reason.
    public let silence: Silence
  }

  /// The findings, ordered by the number of the code, the language and the place in the text.
  public let open: [Finding]
  /// The findings of checks that are silenced for the text as it is, in the same order.
  public let silenced: [Silenced]

  /// Divides findings into those that count and those that are silenced.
  init(_ findings: [Finding], in snapshot: Snapshot, silences: [StoredSilence]) {
    guard !findings.isEmpty, !silences.isEmpty else {
      (open, silenced) = (findings, [])
      return
    }
    let silences = Dictionary(
      silences.map { (RegistryRow.silence($0.silence.code, $0.silence.language, check: $0.silence.check), $0) }
    ) { first, _ in first }
    let silencedTexts = Set(silences.values.map { RegistryRow.translation($0.silence.code, $0.silence.language) })
    let texts = Dictionary(
      snapshot.messages.lazy.map { (RegistryRow.translation($0.code, $0.language), $0.text) }.filter {
        silencedTexts.contains($0.0)
      }
    ) { first, _ in first }
    var open: [Finding] = []
    var silenced: [Silenced] = []
    for finding in findings {
      if let row = finding.row, let code = row.code, let language = row.language,
        let silence = silences[.silence(code, language, check: finding.check)]?.silence,
        texts[row]?.hasSameBytes(as: silence.text) == true
      {
        silenced.append(Silenced(finding: finding, silence: silence))
      } else {
        open.append(finding)
      }
    }
    (self.open, self.silenced) = (open, silenced)
  }
}

/// All that checks need to know to find faults in the texts of a registry.
///
/// It is read quickly and examined afterwards, so that no writer waits for the examination of a large registry:
///
/// ```swift
/// let examination = try store.read { registry in try registry.textExamination() }
/// let findings = examination.findings()
/// ```
public struct TextExamination: Sendable {
  fileprivate let snapshot: Snapshot
  fileprivate let terms: [Term]
  fileprivate let stale: Set<RegistryRow>
  fileprivate let silences: [StoredSilence]

  /// Checks all texts of codes in use.
  ///
  /// - Returns: The findings.
  public func findings() -> TextFindings {
    TextFindings(Checker(snapshot, terms: terms, stale: stale).findings(), in: snapshot, silences: silences)
  }
}

extension RegistryReader {
  /// Checks all texts of codes in use, with the glossary and the silences. Terms that cannot be read are left out; see
  /// ``readableTerms()``.
  ///
  /// - Returns: The findings.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func textFindings() throws(RegistryError) -> TextFindings { try textExamination().findings() }

  /// Reads what ``textFindings()`` needs, to be examined when the registry is not read any more.
  ///
  /// - Returns: The texts with their standing, the glossary and the silences.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func textExamination() throws(RegistryError) -> TextExamination {
    let snapshot = try snapshot()
    let standings = try textStandings(snapshot.codes, snapshot.languages)
    let stale = snapshot.messages.lazy.filter { standings[$0.code, $0.language]?.staleness != nil }
      .map { RegistryRow.translation($0.code, $0.language) }
    return TextExamination(
      snapshot: snapshot, terms: try readableTerms(), stale: Set(stale), silences: try silences())
  }

  /// Checks the texts of one code, without the findings of checks that are silenced for the text as it is.
  ///
  /// - Parameters:
  ///   - number: The number of the code.
  ///   - checker: A checker with the languages of the registry and the terms of its glossary.
  /// - Returns: The findings by the position of the language and the place in the text; none for a code that does not
  ///   exist or is retired.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func textFindings(ofCode number: Int, with checker: TextChecker) throws(RegistryError) -> [Finding] {
    guard let code = try code(number)?.value, code.state != .retired else { return [] }
    let texts = try translations(ofCode: number).compactMap(\.translation)
    let source = try sourceLanguage()?.tag
    let sourceText = texts.first { $0.language == source }?.text
    var open: [Finding] = []
    for text in texts {
      let found = checker.findings(
        code: number, language: text.language, text: text.text, source: text.language == source ? nil : sourceText,
        isStale: text.isStale)
      for finding in found {
        let silence = try silence(number, text.language, check: finding.check)
        if silence?.value.text.hasSameBytes(as: text.text) != true { open.append(finding) }
      }
    }
    return open
  }

  /// Returns the errors that checks find in the texts of a release, without those that are silenced.
  func errors(in snapshot: Snapshot) throws(RegistryError) -> [Finding] {
    let findings = Checker(snapshot).findings(.error)
    return findings.isEmpty ? [] : TextFindings(findings, in: snapshot, silences: try silences()).open
  }
}
