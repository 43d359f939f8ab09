/// An error of the registry, with its evidence and a remedy.
///
/// New codes are added over time, so treat an unknown ``code`` by its ``Code/kind``:
///
/// ```swift
/// do {
///   catalog = try Catalog(snapshot: path)
/// } catch where error.code == .manifestMismatch {
///   log("\(error)")  // message and remedy
/// }
/// ```
///
/// A message quotes only texts that the caller passed or that the registry shows anyway, so it reveals no secrets.
public struct RegistryError: Error, Sendable, Equatable {
  /// A group of errors that callers usually treat alike.
  @nonexhaustive
  public enum Kind: Sendable {
    /// A code, language, category, translation, release, operation or file does not exist.
    case notFound
    /// The row has changed since it was read, or a name is already used for other content.
    case conflict
    /// Another process was writing to the registry, or was reading it during a commit, for longer than is waited.
    case busy
    /// The file does not belong to the registry, or another build made it.
    case foreign
    /// The file is damaged, or its content is not what it claims to be.
    case corrupt
    /// The file is intact but does not match its manifest, or the content must not be released.
    case mismatch
    /// The disk is full, a file or folder is read-only, or a system call failed.
    case inputOutput
    /// The input breaks a rule.
    case invalid
    /// Any other error.
    case other
  }

  /// A stable name for one error, such as `code-not-found`.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The name in kebab case.
    public let description: String
    /// The group of the error.
    public let kind: Kind

    init(_ description: String, _ kind: Kind) {
      self.description = description
      self.kind = kind
    }
  }

  /// The texts on all sides of a conflict.
  public struct TextConflict: Sendable, Equatable {
    /// The text that the edit was based on; nil when there was none, or the edit named no revision.
    public let base: String?
    /// The text that someone else has stored since then; nil when they removed it.
    public let theirs: String?
    /// The text of the edit; nil when the edit removes or only reviews a text.
    public let mine: String?

    /// Creates a conflict from its texts.
    package init(base: String?, theirs: String?, mine: String?) {
      (self.base, self.theirs, self.mine) = (base, theirs, mine)
    }
  }

  /// A line of an import that cannot be imported.
  public struct RefusedLine: Sendable, Equatable, Error {
    /// The number of the line, counted from 1.
    public let line: Int
    /// The error of the line. For a conflict, the error of the import has the remedy for all conflicts.
    public let error: RegistryError

    /// Creates the refusal of a line from the error of its edit.
    public init(line: Int, _ error: RegistryError) {
      self.line = line
      self.error = error
    }
  }

  /// The data of an error besides its message.
  @nonexhaustive
  public enum Details: Sendable, Equatable {
    /// The texts of all sides of a conflict.
    case conflict(TextConflict)
    /// The lines of an import that cannot be imported, in order.
    case lines([RefusedLine])
    /// The problems that prevent a release, or the errors that checks have found in a text.
    case findings([Finding])
    /// The names of the arguments of a text, and of those that it must have, each in the order of first use. They are
    /// the same when only the kinds of arguments differ.
    case arguments(found: [String], expected: [String])
  }

  /// The kind of error.
  public let code: Code
  /// What went wrong, with the evidence, as a sentence without a line break at its end.
  public let message: String
  /// What to do about it; nil when there is no known remedy.
  public let remedy: Remedy?
  /// Further data of the error; nil for most errors.
  public let details: Details?

  /// Creates an error from its parts.
  package init(_ code: Code, _ message: String, _ remedy: Remedy? = nil, details: Details? = nil) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.details = details
  }
}

extension RegistryError {
  /// The texts of a conflict; nil for every other error.
  public var conflict: TextConflict? { if case .conflict(let texts) = details { texts } else { nil } }
  /// The refused lines of an import; empty for every other error.
  public var lines: [RefusedLine] { if case .lines(let lines) = details { lines } else { [] } }
  /// The problems that prevent a release, or the errors in a text; empty for every other error.
  public var findings: [Finding] { if case .findings(let findings) = details { findings } else { [] } }
}

extension RegistryError {
  /// Returns the error for input that cannot be read.
  ///
  /// - Parameter reason: The reason, without a period.
  public static func unreadable(_ reason: String) -> RegistryError {
    RegistryError(.inputOutput, "The input cannot be read: \(reason).")
  }
}

extension RegistryError: CustomStringConvertible {
  /// The message and the remedy on one line. Control characters in quoted texts are not escaped.
  public var description: String { [message, remedy?.description].compactMap(\.self).joined(separator: " ") }
}

extension RegistryError.Code {
  /// No code has this number or symbol.
  public static let codeNotFound = Self("code-not-found", .notFound)
  /// No category has this key.
  public static let categoryNotFound = Self("category-not-found", .notFound)
  /// The registry has no language that matches this tag.
  public static let languageNotFound = Self("language-not-found", .notFound)
  /// The code has no text in this language.
  public static let translationNotFound = Self("translation-not-found", .notFound)
  /// The glossary has no term with this source.
  public static let termNotFound = Self("term-not-found", .notFound)
  /// The check has no silence for this text.
  public static let silenceNotFound = Self("silence-not-found", .notFound)
  /// No release with this name is recorded.
  public static let releaseNotFound = Self("release-not-found", .notFound)
  /// The history has no operation with this number.
  public static let operationNotFound = Self("operation-not-found", .notFound)
  /// Nobody of this name has made an operation.
  public static let actorNotFound = Self("actor-not-found", .notFound)
  /// There is no operation left to undo or redo.
  public static let nothingToReverse = Self("nothing-to-reverse", .notFound)
  /// There is no file at the path.
  public static let fileNotFound = Self("file-not-found", .notFound)
  /// The row has changed since the revision that the edit was based on.
  public static let changedSince = Self("changed-since", .conflict)
  /// The edit would replace a reviewed or final text of another actor, and names no revision.
  public static let replacesAcceptedText = Self("replaces-accepted-text", .conflict)
  /// The release name is already used for other content.
  public static let releaseExists = Self("release-exists", .conflict)
  /// Somebody else has published to the channel meanwhile.
  public static let channelChanged = Self("channel-changed", .conflict)
  /// The file of the registry was replaced by another one after it was opened.
  public static let fileReplaced = Self("file-replaced", .conflict)
  /// Another process holds the lock.
  public static let busy = Self("busy", .busy)
  /// The path is not a regular file that is a live registry.
  public static let notARegistry = Self("not-a-registry", .foreign)
  /// The path is not a regular file that is a released snapshot.
  public static let notASnapshot = Self("not-a-snapshot", .foreign)
  /// A newer build made the file.
  public static let newerSchema = Self("newer-schema", .foreign)
  /// The schema or the applied migrations differ from those of this build.
  public static let divergentSchema = Self("divergent-schema", .foreign)
  /// The file is damaged.
  public static let corrupt = Self("corrupt", .corrupt)
  /// The file is intact, but its content is not what was released.
  public static let unverified = Self("unverified", .corrupt)
  /// A journal or log beside the file does not belong there.
  public static let sidecar = Self("sidecar", .corrupt)
  /// The new revision is lower than the one that is already in place.
  public static let downgrade = Self("downgrade", .corrupt)
  /// The object of a channel does not have the form of a pointer.
  public static let invalidPointer = Self("invalid-pointer", .corrupt)
  /// The pointer of a channel is not signed by a key that may sign for it.
  public static let untrustedPointer = Self("untrusted-pointer", .corrupt)
  /// The content must not be released in its current state.
  public static let unfit = Self("unfit", .mismatch)
  /// The file does not match its manifest.
  public static let manifestMismatch = Self("manifest-mismatch", .mismatch)
  /// A system call failed.
  public static let inputOutput = Self("input-output", .inputOutput)
  /// The edit or release is stored, but the system failed to sync its folder, so a power loss could take it back; or it
  /// is not known whether it is stored.
  public static let notDurable = Self("not-durable", .inputOutput)
  /// The disk is full, or a quota or size limit is reached.
  public static let diskFull = Self("disk-full", .inputOutput)
  /// The file or its folder cannot be accessed or written.
  public static let readOnly = Self("read-only", .inputOutput)
  /// The server cannot be reached, or does not have what is asked for.
  public static let unreachable = Self("unreachable", .inputOutput)
  /// A killed writer left a journal that must be rolled back, which needs write access.
  public static let interruptedWriter = Self("interrupted-writer", .inputOutput)
  /// There is already a file at the path of a new registry.
  public static let fileExists = Self("file-exists", .invalid)
  /// A text is empty, too long, not UTF-8, or contains a character that is not allowed.
  public static let invalidText = Self("invalid-text", .invalid)
  /// A brace in a text does not belong to an argument.
  public static let invalidPattern = Self("invalid-pattern", .invalid)
  /// A check has found an error in a text.
  public static let checkFailed = Self("check-failed", .invalid)
  /// A translation has other arguments than its source text, or a source text changes its arguments in a minor edit.
  public static let argumentsDiffer = Self("arguments-differ", .invalid)
  /// An argument of a text has no value.
  public static let missingArgument = Self("missing-argument", .invalid)
  /// An argument of a message has a text in the place of a number, or a number in the place of a text.
  public static let wrongArgumentKind = Self("wrong-argument-kind", .invalid)
  /// The text is not a BCP 47 language tag.
  public static let invalidLanguageTag = Self("invalid-language-tag", .invalid)
  /// The text is not a valid symbol.
  public static let invalidSymbol = Self("invalid-symbol", .invalid)
  /// The number is outside the ranges of its category.
  public static let invalidNumber = Self("invalid-number", .invalid)
  /// The text is not a valid category key.
  public static let invalidKey = Self("invalid-key", .invalid)
  /// A category has no range, a range overlaps another one, or a code would be outside the ranges.
  public static let invalidRange = Self("invalid-range", .invalid)
  /// Another value is not allowed.
  public static let invalidValue = Self("invalid-value", .invalid)
  /// The number, symbol, key or tag is already in use.
  public static let alreadyExists = Self("already-exists", .invalid)
  /// The reviewer is the author of the text.
  public static let reviewsOwnText = Self("reviews-own-text", .invalid)
  /// The pointer of a channel has expired, and no newer one was found. What it says stays in use.
  public static let staleChannel = Self("stale-channel", .mismatch)
  /// Some lines of an import cannot be imported.
  public static let invalidRows = Self("invalid-rows", .invalid)
  /// The file of the keys that may sign for a channel is not valid.
  public static let invalidSigners = Self("invalid-signers", .invalid)
  /// A rule of the registry does not allow the change.
  public static let ruleBroken = Self("rule-broken", .invalid)
  /// The registry needs a migration before this build can use it.
  public static let migrationPending = Self("migration-pending", .other)
  /// SQLite reported an error that has no code of its own.
  public static let failed = Self("failed", .other)
}
