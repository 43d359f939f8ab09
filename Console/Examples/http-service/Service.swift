import Hummingbird
import RegistryCatalog

/// `http-service SNAPSHOT [PORT]` serves the status messages of a snapshot over HTTP on 127.0.0.1.
///
/// The path can be a symbolic link that is switched to later releases. Port 0 selects a free port. The address is
/// printed when the service is ready.
@main
struct Service {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first, let port = arguments.count > 1 ? Int(arguments[2]) : 8080 else {
      throw Usage()
    }
    let live = try LiveCatalog(snapshot: RegistryPath(path), every: .seconds(1)) { event in
      switch event {
      case .replaced(let catalog): log("serving release \(catalog.release ?? "-"), revision \(catalog.revision)")
      case .kept(let error): log("keeping revision as it is: \(error)")
      case .recovered: log("the file at the path is good again")
      @unknown default: break
      }
    }
    let router = Router(context: Caller.self)
    // The order matters: errors of the inner handlers are answered in the caller's languages.
    router.add(middleware: CallerMiddleware(live: live))
    router.add(middleware: ProblemMiddleware())
    addRoutes(to: router)
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        print("http://127.0.0.1:\(channel.localAddress?.port ?? port)")
        flush()
      })
    // Runs until SIGTERM or SIGINT, and then completes the requests that have started.
    try await application.runService()
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: http-service SNAPSHOT [PORT]"
  }
}
