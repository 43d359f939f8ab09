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
}

extension RegistryReader {
  /// Checks all texts of codes in use, with the glossary and the silences.
  ///
  /// - Returns: The findings.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func textFindings() throws(RegistryError) -> TextFindings {
    let snapshot = try snapshot()
    let standings = try textStandings(snapshot.codes, snapshot.languages)
    let stale = snapshot.messages.lazy.filter { standings[$0.code, $0.language]?.staleness != nil }
      .map { RegistryRow.translation($0.code, $0.language) }
    return try divided(Checker(snapshot, terms: try terms(), stale: Set(stale)).findings(), in: snapshot)
  }

  /// Returns the errors that checks find in the texts of a release, without those that are silenced.
  func errors(in snapshot: Snapshot) throws(RegistryError) -> [Finding] {
    try divided(Checker(snapshot).findings(.error), in: snapshot).open
  }

  /// Divides findings into those that count and those that are silenced.
  private func divided(_ findings: [Finding], in snapshot: Snapshot) throws(RegistryError) -> TextFindings {
    guard !findings.isEmpty else { return TextFindings(open: [], silenced: []) }
    let silences = Dictionary(
      try silences().map { (RegistryRow.silence($0.silence.code, $0.silence.language, check: $0.silence.check), $0) }
    ) { first, _ in first }
    guard !silences.isEmpty else { return TextFindings(open: findings, silenced: []) }
    let silencedTexts = Set(silences.values.map { RegistryRow.translation($0.silence.code, $0.silence.language) })
    let texts = Dictionary(
      snapshot.messages.lazy.map { (RegistryRow.translation($0.code, $0.language), $0.text) }.filter {
        silencedTexts.contains($0.0)
      }
    ) { first, _ in first }
    var open: [Finding] = []
    var silenced: [TextFindings.Silenced] = []
    for finding in findings {
      if let row = finding.row, let code = row.code, let language = row.language,
        let silence = silences[.silence(code, language, check: finding.check)]?.silence,
        texts[row]?.hasSameBytes(as: silence.text) == true
      {
        silenced.append(TextFindings.Silenced(finding: finding, silence: silence))
      } else {
        open.append(finding)
      }
    }
    return TextFindings(open: open, silenced: silenced)
  }
}
