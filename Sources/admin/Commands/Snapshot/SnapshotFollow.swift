import ArgumentParser
import Registry
import RegistryFollowing

/// Follows a channel, for services in any language.
struct SnapshotFollow: AsyncSharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Keep a folder at the newest release of a channel.",
    discussion: """
      Asks for the pointer of the channel, and verifies its signature and serial number. When it is newer, fetches and \
      verifies the release, stores it below DIR, and switches the link DIR/current.db. Runs until it is stopped.
      """)

  @Argument(help: "The channel: https://…/channels/NAME, s3://…/channels/NAME, or a path.")
  var url: String

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder, which is created in an existing one.", valueName: "dir"), completion: .directory)
  var output: PathArgument

  @Option(
    help: ArgumentHelp("The keys that may sign, in the format allowed_signers of ssh.", valueName: "path"),
    completion: .file())
  var signers: PathArgument

  @Option(
    help: ArgumentHelp("The time between two questions; else 60s.", valueName: "time"), transform: spelled)
  var every: LengthArgument?

  @Flag(help: "Ask once, and exit with an error when nothing can be accepted.")
  var once = false

  @Option(
    help: ArgumentHelp(
      "A shell command after each switch; REGISTRY_RELEASE, REGISTRY_SERIAL and REGISTRY_FILE are set.",
      valueName: "command"))
  var exec: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if once, every != nil { throw ValidationError("--once asks once: leave --every out.") }
  }

  func run() async throws {
    let cache = ReleaseCache(at: output.path)
    let follower = ReleaseFollower(
      try ChannelAddress(url), signers: try AllowedSigners(at: signers.path), cache: cache, transport: .ofMachine,
      every: .seconds(every?.seconds ?? 60))
    guard once else {
      return try await follower.run { report in try await handle(report, cache) }
    }
    let report = try await follower.poll()
    if case .kept(let error) = report { throw error }
    guard let pointer = await follower.accepted else { return }
    let isChanged = report == .accepted(pointer)
    try print(pointer, cache, isChanged: isChanged)
    if isChanged { try await notify(pointer, cache) }
  }

  private func handle(_ report: Follower.Report, _ cache: ReleaseCache) async throws {
    switch report {
    case .accepted(let pointer):
      try print(pointer, cache, isChanged: true)
      try await notify(pointer, cache)
    case .kept(let error), .forgotten(let error): shared.console.note("\(error)")
    case .stale(let pointer): shared.console.note("\(pointer.staleness)")
    case .recovered: shared.console.note("The channel has what is in use.")
    @unknown default: break
    }
  }

  private func print(_ pointer: ChannelPointer, _ cache: ReleaseCache, isChanged: Bool) throws {
    if once, pointer.isExpired(at: .now) { shared.console.note("\(pointer.staleness)") }
    let reason = pointer.rollbackReason.map { " The publisher went back: \($0)." } ?? ""
    try shared.console.print(
      WriteReport(
        sentence: "\(cache.current) is release \(pointer.release), revision \(pointer.revision) "
          + "(pointer \(pointer.serial) of \(pointer.channel)).\(reason)",
        values: [
          .cell("path", .string(cache.current.description)), .cell("release", .string(pointer.release)),
          .cell("revision", .integer(pointer.revision)), .cell("serial", .integer(pointer.serial)),
          .cell("changed", .bool(isChanged)), .member("channel", .string(pointer.channel)),
          .member("issued_at", .string(pointer.issuedAt.description)),
          .member("expires_at", .init(pointer.expiresAt?.description)),
          .member("rollback_reason", .init(pointer.rollbackReason)),
          .member("content_digest", .string(pointer.contentDigest)),
        ]))
  }

  /// Runs the command of the operator. Its failure stops nothing.
  private func notify(_ pointer: ChannelPointer, _ cache: ReleaseCache) async throws {
    guard let exec else { return }
    let result = try await Tool.run(
      "sh", ["-c", exec],
      environment: [
        "REGISTRY_RELEASE": pointer.release, "REGISTRY_SERIAL": "\(pointer.serial)",
        "REGISTRY_FILE": String(decoding: cache.current.bytes, as: UTF8.self),
      ])
    if result.exit != 0 {
      shared.console.note("The command after the switch ended with \(result.exit.map { "\($0)" } ?? "a signal").")
    }
  }
}
