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
    /// Whose text it is: `base`, `theirs`, `mine`.
    public let label: String
    /// The text; nil where there is none.
    public let text: String?
  }

  /// A line of an import that was refused.
  public struct Row: Sendable, Equatable, Error {
    /// Where it stands, counted from 1.
    public let line: Int
    /// Which refusal it is.
    public let code: Code
    /// What happened, and what to do about it.
    public let message: String
    /// The texts of all sides of a conflict.
    public let quotations: [Quotation]

    /// The refusal of one line.
    public init(line: Int, _ error: RegistryError) {
      self.line = line
      code = error.code
      // What to do about a conflict is said once, of all lines.
      message = error.quotations.isEmpty ? error.description : error.message
      quotations = error.quotations
    }
  }

  /// Which refusal it is.
  public let code: Code
  /// What happened, with the evidence: one sentence, no trailing line break.
  public let message: String
  /// What to do about it, where that is known.
  public let hint: String?
  /// The texts that it is about; empty for most.
  public let quotations: [Quotation]
  /// The lines of an import that it is about, in order; empty for all else.
  public let rows: [Row]
  /// What keeps a release from being made; empty for all else.
  public let findings: [Finding]

  init(
    _ code: Code, _ message: String, hint: String? = nil, quotations: [Quotation] = [], rows: [Row] = [],
    findings: [Finding] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.quotations = quotations
    self.rows = rows
    self.findings = findings
  }
}

extension RegistryError {
  /// Input, from wherever a caller takes it, that the system does not give.
  public static func unreadable(_ reason: String) -> RegistryError {
    RegistryError(.inputOutput, "The input cannot be read: \(reason).")
  }
}

extension RegistryError: CustomStringConvertible {
  /// Message and hint on one line; controls in what they quote are not escaped.
  public var description: String { [message, hint].compactMap(\.self).joined(separator: " ") }
}

extension RegistryError.Code {
  /// No code has this number or symbol.
  public static let codeNotFound = Self("code-not-found", .notFound)
  /// No category has this key.
  public static let categoryNotFound = Self("category-not-found", .notFound)
  /// No language of the registry answers to this tag.
  public static let languageNotFound = Self("language-not-found", .notFound)
  /// There is no text in this language.
  public static let translationNotFound = Self("translation-not-found", .notFound)
  /// No release of this name was recorded.
  public static let releaseNotFound = Self("release-not-found", .notFound)
  /// The history has no operation of this number.
  public static let operationNotFound = Self("operation-not-found", .notFound)
  /// Every operation that can be undone or redone is.
  public static let nothingToReverse = Self("nothing-to-reverse", .notFound)
  /// Nothing lies at the path.
  public static let fileNotFound = Self("file-not-found", .notFound)
  /// The row is at another revision than the edit was made from.
  public static let changedSince = Self("changed-since", .conflict)
  /// The release's name was used for other content.
  public static let releaseExists = Self("release-exists", .conflict)
  /// Another process keeps the lock.
  public static let busy = Self("busy", .busy)
  /// Anything but a regular file that is a live registry.
  public static let notARegistry = Self("not-a-registry", .foreign)
  /// Anything but a regular file that is a released snapshot.
  public static let notASnapshot = Self("not-a-snapshot", .foreign)
  /// The file was made by a newer build.
  public static let newerSchema = Self("newer-schema", .foreign)
  /// The schema or its migrations differ from those of this build.
  public static let divergentSchema = Self("divergent-schema", .foreign)
  /// The file is damaged.
  public static let corrupt = Self("corrupt", .corrupt)
  /// The file is sound, but not what was released.
  public static let unverified = Self("unverified", .corrupt)
  /// A journal or log lies beside a snapshot.
  public static let sidecar = Self("sidecar", .corrupt)
  /// The destination holds a newer revision.
  public static let downgrade = Self("downgrade", .corrupt)
  /// The content must not be released as it is.
  public static let unfit = Self("unfit", .mismatch)
  /// The file is not the one of its manifest.
  public static let manifestMismatch = Self("manifest-mismatch", .mismatch)
  /// The system refused a call.
  public static let inputOutput = Self("input-output", .inputOutput)
  /// The disk, a quota or a limit is full.
  public static let diskFull = Self("disk-full", .inputOutput)
  /// The file or its folder may not be written.
  public static let readOnly = Self("read-only", .inputOutput)
  /// What a killed writer left must be rolled back, which needs write access.
  public static let interruptedWriter = Self("interrupted-writer", .inputOutput)
  /// Something lies at the path of a new registry.
  public static let fileExists = Self("file-exists", .invalid)
  /// A text is empty, too long, not UTF-8, or holds what it must not.
  public static let invalidText = Self("invalid-text", .invalid)
  /// A brace opens or closes no argument.
  public static let invalidPattern = Self("invalid-pattern", .invalid)
  /// An argument of a text has no value.
  public static let missingArgument = Self("missing-argument", .invalid)
  /// Not a tag of BCP 47.
  public static let invalidLanguageTag = Self("invalid-language-tag", .invalid)
  /// Not the form of a symbol.
  public static let invalidSymbol = Self("invalid-symbol", .invalid)
  /// Not a number that the category can give.
  public static let invalidNumber = Self("invalid-number", .invalid)
  /// Not the form of a category's key.
  public static let invalidKey = Self("invalid-key", .invalid)
  /// A range is missing, overlaps another, or would leave a code outside.
  public static let invalidRange = Self("invalid-range", .invalid)
  /// Another value is outside what is allowed.
  public static let invalidValue = Self("invalid-value", .invalid)
  /// The number, symbol, key or tag is taken.
  public static let alreadyExists = Self("already-exists", .invalid)
  /// The reviewer wrote the text.
  public static let reviewsOwnText = Self("reviews-own-text", .invalid)
  /// Rows of an import cannot be taken.
  public static let invalidRows = Self("invalid-rows", .invalid)
  /// A rule of the registry forbids it.
  public static let ruleBroken = Self("rule-broken", .invalid)
  /// The registry is older than this build.
  public static let migrationPending = Self("migration-pending", .other)
  /// SQLite refused for a reason that has no name here.
  public static let failed = Self("failed", .other)
}
