import ArgumentParser
import Registry

/// Exports a release.
struct SnapshotCreate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Export a release: one SQLite file and its manifest.",
    discussion: """
      Writes registry-RELEASE.db and registry-RELEASE.manifest.json, each whole or not at all, and records the \
      release. The bytes depend on content, release, revision, date and SQLite version alone. A release that is \
      recorded already is written again as it was, from the history.
      """)

  @Option(help: "The release's name: letters, digits, '.', '_', '+' and '-'.")
  var release: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder, which is created in an existing one.", valueName: "dir"), completion: .directory)
  var output: PathArgument

  @Option(help: ArgumentHelp("Release the content as it was at this revision.", valueName: "n"), transform: number)
  var revision: Int?

  @Option(
    help: ArgumentHelp(
      "The date of the release, RFC 3339; else $SOURCE_DATE_EPOCH, else when the revision came to be.",
      valueName: "time"))
  var createdAt: String?

  @Option(help: "Refuse texts of required languages in a lower state.")
  var requireState: Translation.State?

  @Flag(help: "Release the last reviewed text of each message instead of a later one.")
  var lastReviewed = false

  @Option(
    help: ArgumentHelp(
      "What it follows: refuse what would break its callers; else the newest release.", valueName: "old"),
    completion: .file())
  var against: PathArgument?

  @Option(help: ArgumentHelp("Compare with no earlier release, and record why.", valueName: "reason"))
  var noGate: TextArgument?

  @OptionGroup var allowances: AllowOption

  @Option(
    help: ArgumentHelp("Write the same content beside it: json, csv, or json,csv.", valueName: "formats"),
    transform: spelled)
  var also: FormatsArgument?

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if noGate != nil, against != nil || !allowances.allow.isEmpty {
      throw ValidationError("--no-gate compares with nothing: leave --against and --allow out.")
    }
  }

  func run() throws {
    let actor = try write.actorName()
    // A dry run records nothing and needs no write access.
    let registry = LazyRegistry(shared, for: write.dryRun ? .reading : .editing)
    let formats = also?.formats ?? []
    let created = try registry.store().release(
      release, in: output.path, createdAt: try createdAt.map(Self.date), defaultDate: try Self.dateOfEnvironment(),
      revision: revision, policy: try policy(in: registry),
      companions: { content in
        Dictionary(formats.map { ($0.rawValue, $0.bytes(of: content)) }) { first, _ in first }
      }, actor: actor, isDryRun: write.dryRun)
    let console = shared.console
    noteLaterEdits(of: created, on: console)
    if created.recorded == nil { try allowances.noteUnused(besides: created.gate?.allowed ?? [], on: console) }
    for (language, coverage) in created.manifest.coverage.sorted(by: { $0.key < $1.key }) where coverage.missing > 0 {
      console.note("\(language) has no text for \(coverage.missing) codes; its fallback answers.")
    }
    try print(created, to: console)
  }

  /// Says that a recorded release does not contain what was edited later, because the user may expect a new release.
  private func noteLaterEdits(of created: SnapshotFile.Created, on console: Console) {
    guard let recorded = created.recorded, created.registryRevision > recorded.revision else { return }
    console.note(
      "The release \(recorded.name) was made at \(recorded.recordedAt) by \(recorded.actor) of revision "
        + "\(recorded.revision). It does not contain what was edited since; the registry is at revision "
        + "\(created.registryRevision).")
  }

  private func policy(in registry: LazyRegistry) throws -> ReleasePolicy {
    var policy = ReleasePolicy(requiredState: requireState, usesLastReviewedTexts: lastReviewed)
    if let noGate {
      policy.gate = .skipped(reason: try noGate.text())
    } else if let against {
      let old = try ReleasedContent(against, in: registry)
      policy.gate = .comparison(
        against: old.release ?? against.path.lastComponent.description, old: old.snapshot,
        allowing: try allowances.allowances())
    } else {
      policy.gate = .newestRelease(allowing: try allowances.allowances())
    }
    return policy
  }

  private func print(_ created: SnapshotFile.Created, to console: Console) throws {
    let manifest = created.manifest
    let verb = created.isChanged ? (write.dryRun ? "would be written" : "written") : "was there already, byte for byte"
    try console.print(
      WriteReport(
        sentence: "\(created.path) \(verb): release \(manifest.release), revision \(manifest.revision), "
          + "\(manifest.codes) codes, \(manifest.messages) messages."
          + (created.recorded == nil ? RecordedGate.sentence(created.gate) : ""),
        values: [
          .cell("path", .string(created.path.description)), .cell("release", .string(manifest.release)),
          .cell("revision", .integer(manifest.revision)), .cell("content_digest", .string(manifest.contentDigest)),
          .cell("file_sha256", .string(manifest.fileSHA256)),
          .member("manifest", .string(created.manifestPath.description)),
          .member("created_at", .string(manifest.createdAt)), .member("size", .integer(manifest.size)),
          .member("codes", .integer(manifest.codes)), .member("messages", .integer(manifest.messages)),
          .member("repeated", .bool(created.recorded != nil)), .member("changed", .bool(created.isChanged)),
          .member("dry_run", .bool(write.dryRun)),
        ] + RecordedGate.members(created.gate).map { .member($0.key, $0.value) }))
  }

  private static func date(_ text: String) throws -> Timestamp {
    if let time = Timestamp(text) { return time }
    throw CommandFailure(
      code: "invalid-value", message: "'\(text)' is not a time.", hint: "Write it as 2026-01-31T12:00:00Z.", exit: 65)
  }

  /// Returns the date in the environment variable of reproducible-builds.org; nil when it is not set.
  private static func dateOfEnvironment() throws -> Timestamp? {
    guard let epoch = ProcessBytes.environment("SOURCE_DATE_EPOCH") else { return nil }
    if let seconds = Int(epoch), (0...253_402_300_799).contains(seconds) {
      return Timestamp(secondsSinceEpoch: seconds)
    }
    throw CommandFailure(
      code: "invalid-value", message: "SOURCE_DATE_EPOCH is '\(epoch)', which is not a number of seconds since 1970.",
      hint: nil, exit: 65)
  }
}
