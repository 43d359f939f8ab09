import Dispatch
import RegistryCatalog
import Synchronization

/// Checks all texts of a registry or a release.
///
/// ```swift
/// let findings = Checker(file.snapshot).findings()
/// let errors = findings.filter { $0.severity == .error }
/// ```
public struct Checker: Sendable {
  private let snapshot: Snapshot
  private let checker: TextChecker
  private let stale: Set<RegistryRow>

  /// Creates a checker of the texts of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The texts. Those of retired codes are not checked.
  ///   - terms: The terms of the glossary.
  ///   - stale: The texts whose source text has changed since. Of these, only the arguments and forms are compared with
  ///     the source text.
  public init(_ snapshot: Snapshot, terms: [Term] = [], stale: Set<RegistryRow> = []) {
    self.snapshot = snapshot
    checker = TextChecker(languages: snapshot.languages, terms: terms)
    self.stale = stale
  }

  /// Returns what is wrong with the texts.
  ///
  /// - Parameter severity: The severity of the findings; nil for all of them.
  /// - Returns: The findings, ordered by the number of the code, the language and the place in the text.
  public func findings(_ severity: Finding.Severity? = nil) -> [Finding] {
    let retired = Set(snapshot.codes.filter { $0.state == .retired }.map(\.number))
    let messages = snapshot.messages.filter { !retired.contains($0.code) }
      .sorted { $0.code == $1.code ? $0.language < $1.language : $0.code < $1.code }
    let compared = severity == .error ? [] : ofLanguages(messages)
    return (ofTexts(messages, severity) + compared).enumerated().sorted { left, right in
      let (first, second) = (Place(left.element.row), Place(right.element.row))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element).filter { severity == nil || $0.severity == severity }
  }

  /// The order of findings: by code, then by language.
  private struct Place: Comparable {
    let code: Int
    let language: String

    init(_ row: RegistryRow?) { (code, language) = (row?.code ?? 0, row?.language?.description ?? "") }

    static func < (left: Place, right: Place) -> Bool {
      left.code == right.code ? left.language < right.language : left.code < right.code
    }
  }

  /// Compares the texts of different codes in each language.
  private func ofLanguages(_ messages: [Snapshot.Message]) -> [Finding] {
    let source = snapshot.languages.first { $0.fallback == nil }?.tag
    let sources = Dictionary(
      messages.filter { $0.language == source }.map { ($0.code, $0.text) }
    ) { first, _ in first }
    let byLanguage = Dictionary(grouping: messages, by: \.language).sorted { $0.key < $1.key }
    return byLanguage.flatMap { tag, messages in
      ConsistencyChecks.findings(
        messages.filter { stale.isEmpty || !stale.contains(.translation($0.code, tag)) }, sources: sources,
        isSource: tag == source)
    }
  }

  /// The number of texts that one thread checks at a time.
  private static let share = 2_000

  private func ofTexts(_ messages: [Snapshot.Message], _ severity: Finding.Severity?) -> [Finding] {
    let source = snapshot.languages.first { $0.fallback == nil }?.tag
    let shares = shares(of: messages)
    guard shares.count > 1 else { return findings(messages[...], source, severity) }
    let results = Mutex<[Int: [Finding]]>([:])
    DispatchQueue.concurrentPerform(iterations: shares.count) { index in
      let found = findings(messages[shares[index]], source, severity)
      results.withLock { $0[index] = found }
    }
    return results.withLock { results in shares.indices.flatMap { results[$0] ?? [] } }
  }

  /// Divides the messages, so that those of one code stay together.
  private func shares(of messages: [Snapshot.Message]) -> [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    while start < messages.count {
      var end = min(start + Self.share, messages.count)
      while end < messages.count, messages[end].code == messages[end - 1].code { end += 1 }
      shares.append(start..<end)
      start = end
    }
    return shares
  }

  private func findings(_ messages: ArraySlice<Snapshot.Message>, _ source: LanguageTag?, _ severity: Finding.Severity?)
    -> [Finding]
  {
    var found: [Finding] = []
    var start = messages.startIndex
    while start < messages.endIndex {
      let code = messages[start].code
      let end = messages[start...].firstIndex { $0.code != code } ?? messages.endIndex
      let texts = messages[start..<end]
      let sourceText = texts.first { $0.language == source }.flatMap { checker.checked($0.text, $0.language) }
      for message in texts {
        let isSource = message.language == source
        guard let text = isSource ? sourceText : checker.checked(message.text, message.language) else { continue }
        let row = RegistryRow.translation(code, message.language)
        found += checker.findings(
          row, text, source: isSource ? nil : sourceText, isStale: !stale.isEmpty && stale.contains(row),
          severity: severity)
      }
      start = end
    }
    return found
  }
}
