import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Registry
import Synchronization

/// The console as a program: a web server on the loopback interface.
///
/// ```swift
/// let console = try ConsoleApplication(
///   ConsoleConfiguration(registry: "registry.db", port: 8080, person: "layla"), logger: logger)
/// try await console.run { address in print(address) }
/// ```
public struct ConsoleApplication: Sendable {
  private let configuration: ConsoleConfiguration
  private let registry: RegistryAccess
  private let signIn = SignIn()
  private let logger: Logger
  private let port = Port()

  /// The port that is in use, which is known once the server runs.
  private final class Port: Sendable {
    let number = Mutex(0)
  }

  /// Opens the registry.
  ///
  /// - Throws: `RegistryError` when it cannot be opened for reading.
  public init(_ configuration: ConsoleConfiguration, logger: Logger) throws(RegistryError) {
    self.configuration = configuration
    self.logger = logger
    registry = try RegistryAccess(configuration.registry)
  }

  /// Returns the address that signs the person who started the console in, once, within ten minutes.
  public func makeLink() -> String {
    "\(address)/once/\(signIn.makeLink(for: configuration.person))"
  }

  /// The address for browsers.
  public var address: String {
    configuration.proxy?.publicURL ?? "http://127.0.0.1:\(port.number.withLock { $0 })"
  }

  /// Serves requests until the process is told to end by SIGTERM or SIGINT. It then finishes the requests that
  /// are in progress.
  ///
  /// - Parameter onReady: Is called once requests are answered.
  /// - Throws: An error of the network, such as when the port is in use.
  public func run(onReady: @escaping @Sendable () async -> Void) async throws {
    let port = port
    let application = Application(
      router: router,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
      configuration: .init(
        address: .hostname("127.0.0.1", port: configuration.port),
        availableConnectionsDelegate: MaximumAvailableConnections(1_024)),
      onServerRunning: { channel in
        port.number.withLock { $0 = channel.localAddress?.port ?? 0 }
        await onReady()
      }, logger: logger)
    try await application.runService()
  }

  /// The authorities by which browsers may reach the console.
  private var hosts: @Sendable () -> [String] {
    if let url = configuration.proxy?.publicURL, let start = url.firstRange(of: "://")?.upperBound {
      let authority = url[start...].prefix { $0 != "/" }.lowercased()
      return { [authority] }
    }
    let port = port
    return { ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port.number.withLock { $0 })" } }
  }

  private var router: Router<ConsoleContext> {
    let isHTTPS = configuration.proxy?.publicURL.hasPrefix("https://") == true
    let router = Router(context: ConsoleContext.self)
    // The order matters: the header fields and the log are for all answers, and errors become pages inside of them.
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders(isHTTPS: isHTTPS))
    router.add(middleware: ErrorPages())
    router.add(middleware: RequestOrigin(hosts: hosts, scheme: isHTTPS ? "https" : "http"))
    router.add(middleware: RequestIdentity(signIn: signIn, proxy: configuration.proxy))
    for asset in Assets.all { router.get(RouterPath(asset.path)) { _, _ in asset.response } }
    router.get("/-/health") { _, _ in Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "ok\n"))) }
    SignInPage.addRoutes(to: router, signIn, isHTTPS: isHTTPS)
    InterfaceLanguage.addRoutes(to: router, isHTTPS: isHTTPS)
    WorkPage.addRoutes(to: router, registry)
    CodesPage.addRoutes(to: router, registry)
    CodeRoutes.addRoutes(to: router, registry)
    TextsPage.addRoutes(to: router, registry)
    ReviewRoutes.addRoutes(to: router, registry)
    DoctorPage.addRoutes(to: router, registry)
    HistoryRoutes.addRoutes(to: router, registry)
    let knowledge = Knowledge(registry)
    FindPage.addRoutes(to: router, knowledge)
    ChecksPage.addRoutes(to: router, knowledge)
    CheckRoutes.addRoutes(to: router, registry)
    GlossaryPage.addRoutes(to: router, registry)
    HelpPage.addRoutes(to: router)
    return router
  }
}
