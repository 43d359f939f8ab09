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
    let source = snapshot.languages.first { $0.fallback == nil }?.tag
    let shares = shares(of: messages)
    let comparing = severity == .error ? [] : comparing(messages, source)
    // The longest work is begun first.
    let found = Self.inParallel(
      comparing + shares.map { share in { findings(messages[share], source, severity) } },
      isShort: shares.count < 2)
    let ordered = Self.merged(
      found.dropFirst(comparing.count).flatMap(\.self), with: found.prefix(comparing.count).flatMap(\.self))
    return severity == nil ? ordered : ordered.filter { $0.severity == severity }
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

  /// Puts the findings that compare codes, which are few, between those of single texts, which are in order.
  private static func merged(_ findings: [Finding], with others: [Finding]) -> [Finding] {
    if others.isEmpty { return findings }
    let others = others.map { (place: Place($0.row), finding: $0) }.enumerated()
      .sorted { left, right in
        let (first, second) = (left.element.place, right.element.place)
        return first == second ? left.offset < right.offset : first < second
      }
      .map(\.element)
    var merged: [Finding] = []
    merged.reserveCapacity(findings.count + others.count)
    var next = 0
    for finding in findings {
      let place = Place(finding.row)
      while next < others.count, others[next].place < place {
        merged.append(others[next].finding)
        next += 1
      }
      merged.append(finding)
    }
    return merged + others[next...].map(\.finding)
  }

  /// Returns functions that each compare the texts of different codes in one language.
  private func comparing(
    _ messages: [Snapshot.Message], _ source: LanguageTag?
  ) -> [@Sendable () -> [Finding]] {
    let byLanguage = Dictionary(grouping: messages, by: \.language)
    let firstOfSource = ConsistencyChecks.firstOfSource(source.flatMap { byLanguage[$0] } ?? [])
    return byLanguage.sorted { $0.key < $1.key }.map { tag, messages in
      {
        ConsistencyChecks.findings(
          stale.isEmpty ? messages : messages.filter { !stale.contains(.translation($0.code, tag)) },
          firstOfSource: firstOfSource, isSource: tag == source)
      }
    }
  }

  /// Calls functions on all cores, and returns their results in order.
  private static func inParallel(
    _ functions: [@Sendable () -> [Finding]], isShort: Bool
  ) -> [[Finding]] {
    // Starting threads takes longer than a little work.
    if isShort { return functions.map { $0() } }
    let results = Mutex<[Int: [Finding]]>([:])
    DispatchQueue.concurrentPerform(iterations: functions.count) { index in
      let found = functions[index]()
      results.withLock { $0[index] = found }
    }
    return results.withLock { results in functions.indices.map { results[$0] ?? [] } }
  }

  /// The number of texts that one thread checks at a time.
  private static let share = 2_000

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
