import ArgumentParser
import FoundationEssentials
import Registry
import RegistryFollowing

/// Publishes a release to a channel.
struct SnapshotPublish: AsyncSharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Publish a release to a channel that services follow.",
    discussion: """
      Verifies the snapshot and its manifest, stores both under names that never change, signs a pointer to them with \
      ssh-keygen, and replaces the pointer of the channel last. TO is a folder, s3://BUCKET/PREFIX, or the https \
      address of a server that knows PUT with If-Match.
      """)

  @Argument(help: "The snapshot, with its manifest beside it.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @Option(help: ArgumentHelp("The channel, such as production.", valueName: "name"))
  var channel: String

  @Option(
    help: ArgumentHelp("A folder, s3://BUCKET/PREFIX, or an https address.", valueName: "to"), completion: .directory)
  var to: String

  @Option(
    help: ArgumentHelp(
      "The key that signs, private or, with an agent, public; twice to sign with two. Else the key of ssh.",
      valueName: "path"), completion: .file())
  var key: [PathArgument] = []

  @Option(
    help: ArgumentHelp("The keys that followers accept: refuse what they would refuse.", valueName: "path"),
    completion: .file())
  var signers: PathArgument?

  @Option(
    help: ArgumentHelp("Followers report a stale channel after this time, such as 30d.", valueName: "time"),
    transform: spelled)
  var expires: LengthArgument?

  @Option(help: ArgumentHelp("Go back to an older release, and say why.", valueName: "reason"))
  var rollback: TextArgument?

  @Option(
    help: ArgumentHelp(
      "The number of the pointer, when the one that is there is not trusted after a key was stolen.", valueName: "n"),
    transform: number)
  var serial: Int?

  @Flag(name: [.customShort("n"), .long], help: "Check everything, sign and write nothing.")
  var dryRun = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if serial != nil, signers == nil { throw ValidationError("--serial needs --signers, which say what is trusted.") }
  }

  func run() async throws {
    guard ChannelPointer.isChannelName(channel) else {
      throw RegistryError(
        .invalidValue, "'\(channel)' cannot be the name of a channel.", .follow(rule: ChannelPointer.nameRule))
    }
    let release = try PublishableRelease(file.path)
    let publisher = ChannelPublisher(
      store: ServerStore(to) ?? FolderStore(RegistryPath(bytes: ProcessBytes.bytes(of: to))) as any ReleaseStore,
      channel: channel, keys: try key.isEmpty ? [SigningKey.ofUser()] : key.map { SigningKey(path: $0.path) },
      signers: try signers.map { try AllowedSigners(at: $0.path) })
    let published = try await publisher.publish(
      release, expiresAt: expires.map { Timestamp(Date.now + Double($0.seconds)) },
      rollbackReason: try rollback?.text(),
      serial: serial, isDryRun: dryRun)
    let pointer = published.pointer
    try shared.console.print(
      WriteReport(
        sentence: sentence(published),
        values: [
          .cell("channel", .string(pointer.channel)), .cell("serial", .integer(pointer.serial)),
          .cell("release", .string(pointer.release)), .cell("revision", .integer(pointer.revision)),
          .cell("changed", .bool(published.isChanged)), .member("to", .string(to)),
          .member("file", .string(pointer.file)), .member("file_sha256", .string(pointer.fileSHA256)),
          .member("issued_at", .string(pointer.issuedAt.description)),
          .member("expires_at", .init(pointer.expiresAt?.description)),
          .member("rollback_reason", .init(pointer.rollbackReason)),
          .member("previous", .init(published.previous?.release)), .member("dry_run", .bool(dryRun)),
        ]))
  }

  private func sentence(_ published: ChannelPublisher.Published) -> String {
    let pointer = published.pointer
    guard published.isChanged else {
      return "The channel \(channel) already has release \(pointer.release) (pointer \(pointer.serial))."
    }
    let before = published.previous.map { " It had \($0.release) before." } ?? ""
    return "Release \(pointer.release), revision \(pointer.revision), \(dryRun ? "would be" : "is") in the channel "
      + "\(channel) as pointer \(pointer.serial).\(before)"
  }
}
