import Hummingbird
import Registry

/// `http-service SNAPSHOT [PORT]` answers HTTP on 127.0.0.1 with the status messages of a snapshot, or of whatever a
/// link at that path leads to later on. Port 0 takes a free one. Prints the address once it listens.
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
      }
    }
    let router = Router(context: Caller.self)
    // In this order: whatever fails inside knows the caller's languages already.
    router.add(middleware: CallerMiddleware(live: live))
    router.add(middleware: ProblemMiddleware())
    addRoutes(to: router)
    let application = Application(
      router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
      onServerRunning: { channel in
        print("http://127.0.0.1:\(channel.localAddress?.port ?? port)")
        flush()
      })
    // Until SIGTERM or SIGINT; requests that are being answered are answered to their end.
    try await application.runService()
  }

  struct Usage: Error, CustomStringConvertible {
    let description = "usage: http-service SNAPSHOT [PORT]"
  }
}
