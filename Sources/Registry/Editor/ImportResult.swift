import MessageFormat
import RegistryCatalog

/// The result of an import.
public struct ImportResult: Sendable {
  /// The number of texts that were changed.
  public internal(set) var changed = 0
  /// The number of lines whose text was already stored. They are not recorded in the history.
  public internal(set) var unchanged = 0
  /// The number of changed texts that replaced a reviewed or final text.
  public internal(set) var unreviewed = 0
  /// The number of changed source texts, by their effect on translations.
  public internal(set) var impacts: [SourceImpact: Int] = [:]
  /// The lines that were in conflict with what was stored, and were skipped or overwrote it.
  public internal(set) var conflicts: [RegistryError.RefusedLine] = []
  /// The lines that were skipped.
  public internal(set) var skipped: [SkippedText] = []
  /// The lines that replaced a text of somebody else.
  public internal(set) var replaced: [ReplacedLine] = []
  /// The lines from whose text something was removed that copying had added.
  public internal(set) var cleaned: [CleanedLine] = []
  /// The lines whose texts lack plural forms that their language needs.
  public internal(set) var incomplete: [IncompleteLine] = []
  /// The lines whose texts were made from an older source text, and are stale.
  public internal(set) var outdated: [OutdatedLine] = []
  /// The numbers of the lines with a source text that their code never had. Their texts count as made from the current
  /// one.
  public internal(set) var unknownSources: [Int] = []
  /// The lines in whose texts checks have found something, in order. Missing forms are not among them.
  public internal(set) var checked: [CheckedLine] = []
  /// The numbers of the retired codes whose texts were changed, in ascending order. Services do not answer them.
  public internal(set) var retiredCodes: [Int] = []
}

/// A line of an import that was skipped because of a conflict.
public struct SkippedText: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The text of the line.
  public let mine: String
  /// The stored text, which was kept; nil when there is none.
  public let theirs: String?
  /// The revision of the stored text; 0 when there is none.
  public let revision: Int

  init(line: Int, code: Int, language: LanguageTag, _ conflict: RegistryError.TextConflict, revision: Int) {
    (self.line, self.code, self.language, self.revision) = (line, code, language, revision)
    (mine, theirs) = (conflict.mine ?? "", conflict.theirs)
  }
}

/// A line of an import that replaced a text of somebody else.
public struct ReplacedLine: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The text that was replaced.
  public let replaced: ReplacedText
}

/// A line of an import whose text lacks plural forms that its language needs.
public struct IncompleteLine: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The missing forms.
  public let missingForms: [MessagePattern.MissingForm]
}

/// A line of an import whose text was made from an older source text.
public struct OutdatedLine: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The effect of what changed in the source text since: ``SourceImpact/minor`` or ``SourceImpact/major``.
  public let staleness: SourceImpact
}

/// A line of an import in whose text checks have found something.
public struct CheckedLine: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// The warnings and notes.
  public let findings: [Finding]
}

/// A line of an import from whose text something was removed that copying had added.
public struct CleanedLine: Sendable, Equatable {
  /// The number of the line, counted from 1.
  public let line: Int
  /// What was removed, in words such as `U+200F at the end`.
  public let removed: [String]
}

extension RegistryError {
  /// Whether the error is about what is stored for a line, and a conflict policy decides about it.
  var isConflictOfLine: Bool { code == .changedSince || code == .replacesAcceptedText }

  /// The current revision of the text in a conflict.
  var currentRevision: Int { if case .decide(let revision) = remedy { revision } else { 0 } }

  /// Creates the error of an import with lines that are in conflict.
  init(conflicts: [RefusedLine], of count: Int) {
    let changed = conflicts.filter { $0.error.code == .changedSince }.count
    let accepted = conflicts.count - changed
    let problem =
      switch (changed, accepted) {
      case (_, 0): "\(changed) of \(count) texts have changed since"
      case (0, _): "\(accepted) of \(count) lines would replace a reviewed or final text of somebody else"
      default:
        "\(changed) of \(count) texts have changed since, and \(accepted) would replace a reviewed or final text of "
          + "somebody else"
      }
    self.init(
      changed > 0 ? .changedSince : .replacesAcceptedText, "\(problem); nothing was changed.", .decideConflicts,
      details: .lines(conflicts))
  }
}
