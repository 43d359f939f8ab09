/// Everything that the registry refuses, with evidence and a remedy. It never carries a text that could be secret
/// beyond what the caller gave or the registry shows anyway.
///
/// New codes are added over time: treat an unknown `code` by its `kind`.
public struct RegistryError: Error, Sendable, Equatable {
  /// What kind of refusal it is; `admin` turns it into its exit code.
  public enum Kind: Sendable {
    /// A code, language, category, translation or file that does not exist.
    case notFound
    /// The row changed since it was read, or a name is taken by other content.
    case conflict
    /// Another process held the file's lock for longer than the busy timeout.
    case busy
    /// The file is not ours, or newer than this build.
    case foreign
    /// The file is damaged, or is not what it says it is.
    case corrupt
    /// The file is well formed but differs from what its manifest promises.
    case mismatch
    /// The disk is full, the file or folder is read-only, or the system refused a call.
    case inputOutput
    /// The input breaks a rule.
    case invalid
    /// Anything else.
    case other
  }

  /// A stable name for one refusal, such as `code-not-found`.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The name in kebab case.
    public let description: String
    /// What kind of refusal it is.
    public let kind: Kind

    init(_ description: String, _ kind: Kind) {
      self.description = description
      self.kind = kind
    }
  }

  /// A text that a refusal is about, word for word: one side of a conflict.
  public struct Quotation: Sendable, Equatable {
    /// Whose text it is: `theirs`, `yours`.
    public let label: String
    /// The text; nil where there is none.
    public let text: String?
  }

  /// Which refusal it is.
  public let code: Code
  /// What happened, with the evidence: one sentence, no trailing line break.
  public let message: String
  /// What to do about it, where that is known.
  public let hint: String?
  /// The texts that it is about; empty for most.
  public let quotations: [Quotation]

  init(_ code: Code, _ message: String, hint: String? = nil, quotations: [Quotation] = []) {
    self.code = code
    self.message = message
    self.hint = hint
    self.quotations = quotations
  }
}

extension RegistryError.Code {
  static let codeNotFound = Self("code-not-found", .notFound)
  static let categoryNotFound = Self("category-not-found", .notFound)
  static let languageNotFound = Self("language-not-found", .notFound)
  static let translationNotFound = Self("translation-not-found", .notFound)
  static let fileNotFound = Self("file-not-found", .notFound)
  static let changedSince = Self("changed-since", .conflict)
  static let releaseExists = Self("release-exists", .conflict)
  static let busy = Self("busy", .busy)
  static let notARegistry = Self("not-a-registry", .foreign)
  static let notASnapshot = Self("not-a-snapshot", .foreign)
  static let newerSchema = Self("newer-schema", .foreign)
  static let divergentSchema = Self("divergent-schema", .foreign)
  static let corrupt = Self("corrupt", .corrupt)
  static let unverified = Self("unverified", .corrupt)
  static let sidecar = Self("sidecar", .corrupt)
  static let downgrade = Self("downgrade", .corrupt)
  static let manifestMismatch = Self("manifest-mismatch", .mismatch)
  static let inputOutput = Self("input-output", .inputOutput)
  static let diskFull = Self("disk-full", .inputOutput)
  static let readOnly = Self("read-only", .inputOutput)
  static let interruptedWriter = Self("interrupted-writer", .inputOutput)
  static let fileExists = Self("file-exists", .invalid)
  static let invalidText = Self("invalid-text", .invalid)
  static let invalidPattern = Self("invalid-pattern", .invalid)
  static let invalidLanguageTag = Self("invalid-language-tag", .invalid)
  static let invalidSymbol = Self("invalid-symbol", .invalid)
  static let invalidNumber = Self("invalid-number", .invalid)
  static let invalidKey = Self("invalid-key", .invalid)
  static let invalidRange = Self("invalid-range", .invalid)
  static let invalidValue = Self("invalid-value", .invalid)
  static let alreadyExists = Self("already-exists", .invalid)
  static let ruleBroken = Self("rule-broken", .invalid)
  static let migrationPending = Self("migration-pending", .other)
  static let failed = Self("failed", .other)
}
