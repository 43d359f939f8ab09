import Hummingbird
import RegistryFollowing
import RegistryHTTPTransport

/// `http-service SNAPSHOT [PORT]` serves the status messages of a snapshot over HTTP on 127.0.0.1.
/// `http-service URL [PORT] --signers FILE --cache DIR [--every SECONDS]` serves those of a channel of releases.
///
/// The path can be a symbolic link that is switched to later releases. Port 0 selects a free port. The address is
/// printed when the service is ready.
@main
struct Service {
  static func main() async throws {
    let arguments = try Arguments(CommandLine.arguments.dropFirst())
    let live = try await load(arguments.source)
    let router = Router(context: Caller.self)
    // The order matters: errors of the inner handlers are answered in the caller's languages.
    router.add(middleware: CallerMiddleware(live: live))
    router.add(middleware: ProblemMiddleware())
    addRoutes(to: router)
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: arguments.port)),
      onServerRunning: { channel in
        print("http://127.0.0.1:\(channel.localAddress?.port ?? arguments.port)")
        flush()
      })
    // Runs until SIGTERM or SIGINT, and then completes the requests that have started.
    try await application.runService()
  }

  /// Loads the messages, and follows later releases until the service ends.
  private static func load(_ source: Arguments.Source) async throws -> LiveCatalog {
    switch source {
    case .snapshot(let path):
      try LiveCatalog(snapshot: RegistryPath(path), every: .seconds(1)) {
        tell($0, "the file at the path is good again")
      }
    case .channel(let address, let signers, let cache, let interval):
      try await LiveCatalog(
        following: address, signers: AllowedSigners(at: RegistryPath(signers)), cache: RegistryPath(cache),
        transport: .http(), every: interval
      ) { tell($0, "the channel has what is served") }
    }
  }

  private static func tell(_ event: LiveCatalog.Event, _ recovered: String) {
    switch event {
    case .replaced(let catalog): log("serving release \(catalog.release ?? "-"), revision \(catalog.revision)")
    case .kept(let error): log("keeping revision as it is: \(error)")
    case .recovered: log(recovered)
    @unknown default: break
    }
  }
}
