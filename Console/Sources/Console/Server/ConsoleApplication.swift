import Glibc
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Registry
import Synchronization

/// The console as a program: a web server on the loopback interface, or on a socket for a reverse proxy.
///
/// ```swift
/// let console = try ConsoleApplication(
///   ConsoleConfiguration(
///     registry: "registry.db", listener: .loopback(host: "127.0.0.1", port: 8080), person: "layla"), logger: logger)
/// try await console.run { print(console.address) }
/// ```
public struct ConsoleApplication: Sendable {
  private let configuration: ConsoleConfiguration
  private let registry: RegistryAccess
  private let insight: RegistryInsight
  let signIn: SignIn
  private let logger: Logger
  private let port = Port()

  /// The port that is in use, which is known once the server runs.
  private final class Port: Sendable {
    let number = Mutex(0)
  }

  /// Opens the registry.
  ///
  /// - Throws: `ConsoleConfiguration.Refusal` when the console must not run so; `RegistryError` when the registry
  ///   cannot be opened for reading.
  public init(_ configuration: ConsoleConfiguration, logger: Logger) throws {
    try self.init(configuration, logger: logger, signIn: SignIn())
  }

  init(_ configuration: ConsoleConfiguration, logger: Logger, signIn: SignIn) throws {
    try configuration.validate()
    self.configuration = configuration
    self.logger = logger
    self.signIn = signIn
    registry = try RegistryAccess(configuration.registry)
    insight = RegistryInsight(of: registry)
  }

  /// Returns the address that signs the person who started the console in, once, within ten minutes.
  public func makeLink() -> String {
    "\(address)/once/\(signIn.makeLink(for: configuration.person))"
  }

  /// The address for browsers.
  public var address: String {
    guard case .loopback(let host, _) = configuration.listener, configuration.proxy == nil else {
      return configuration.proxy?.publicURL ?? ""
    }
    return "http://\(host == "::1" ? "[::1]" : "127.0.0.1"):\(port.number.withLock { $0 })"
  }

  /// Serves requests until the process receives SIGTERM or SIGINT. Requests that are in progress are finished first.
  ///
  /// - Parameter onReady: Is called once requests are answered.
  /// - Throws: `ConsoleConfiguration.Refusal` when the socket cannot be created safely, or an error of the network,
  ///   such as when the port is in use.
  public func run(onReady: @escaping @Sendable () async -> Void) async throws {
    switch configuration.listener {
    case .loopback(let host, let number):
      let port = port
      try await application(.hostname(host == "localhost" ? "127.0.0.1" : host, port: number)) { channel in
        port.number.withLock { $0 = channel.localAddress?.port ?? 0 }
        await onReady()
      }.runService()
    case .socket(let path, let group):
      let file = SocketFile(path: path, group: group)
      let id = try await file.prepare()
      // The file is created so that only its owner may open it, and never otherwise, not even for a moment.
      let mask = umask(0o177)
      defer { file.remove() }
      let logger = logger
      try await application(.unixDomainSocket(path: path)) { channel in
        umask(mask)
        do {
          try file.open(to: id)
          await onReady()
        } catch {
          logger.error("\(error)")
          channel.close(promise: nil)
        }
      }.runService()
    }
  }

  private func application(
    _ address: BindAddress, onServerRunning: @escaping @Sendable (any Channel) async -> Void
  ) -> Application<RouterResponder<ConsoleContext>> {
    let insight = insight
    return Application(
      responder: router.buildResponder(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(60),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 16_384, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64))),
      configuration: .init(address: address, availableConnectionsDelegate: MaximumAvailableConnections(1_024)),
      onServerRunning: { channel in
        // The index of a large registry takes seconds, and so do its checks. They are made before somebody asks.
        Task.detached {
          _ = try? await insight.search.value()
          _ = try? await insight.texts.value()
        }
        await onServerRunning(channel)
      }, logger: logger)
  }

  /// The authorities by which browsers may reach the console.
  private var hosts: @Sendable () -> [String] {
    if let url = configuration.proxy?.publicURL {
      let authority = ConsoleConfiguration.authority(of: url) ?? ""
      return { [authority] }
    }
    let port = port
    return { ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port.number.withLock { $0 })" } }
  }

  var router: Router<ConsoleContext> {
    let isHTTPS = configuration.proxy != nil
    let router = Router(context: ConsoleContext.self, options: .autoGenerateHeadEndpoints)
    // The order matters: the header fields and the log are for all answers, and errors become pages inside of them.
    router.add(middleware: RequestLog())
    router.add(middleware: SecurityHeaders(isHTTPS: isHTTPS))
    router.add(middleware: ErrorPages())
    router.add(middleware: RequestOrigin(hosts: hosts, scheme: isHTTPS ? "https" : "http"))
    router.add(middleware: RequestIdentity(signIn: signIn, proxy: configuration.proxy))
    router.add(middleware: FormKeeper())
    router.add(middleware: RegistryWatch(registry))
    router.add(middleware: PageCache(registry))
    for asset in Assets.all { router.get(RouterPath(asset.path)) { _, _ in asset.response } }
    router.get("/-/health") { _, _ in Response(status: .ok, body: .init(byteBuffer: ByteBuffer(string: "ok\n"))) }
    SignInPage.addRoutes(to: router, signIn, isHTTPS: isHTTPS)
    InterfaceLanguage.addRoutes(to: router, isHTTPS: isHTTPS)
    let checkers = CheckerStore(registry)
    WorkPage.addRoutes(to: router, registry, insight)
    CodesPage.addRoutes(to: router, registry)
    CodeRoutes(registry: registry, checkers: checkers, insight: insight).addRoutes(to: router)
    TextsPage.addRoutes(to: router, registry, insight)
    ReviewRoutes(registry: registry, checkers: checkers).addRoutes(to: router)
    DoctorPage.addRoutes(to: router, registry)
    HistoryRoutes.addRoutes(to: router, registry)
    FindPage.addRoutes(to: router, registry, insight)
    ChecksPage.addRoutes(to: router, insight)
    CheckRoutes.addRoutes(to: router, registry, checkers)
    Changes.addRoutes(to: router, registry)
    GlossaryPage.addRoutes(to: router, registry)
    HelpPage.addRoutes(to: router)
    AllowedMethods.addRefusals(to: router)
    return router
  }
}
