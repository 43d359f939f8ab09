import ArgumentParser
import Console
import Glibc
import Logging
import Registry

/// `admin-console`: the staff's web page, which `admin console` starts.
@main
struct AdminConsole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin-console", abstract: "Serve the staff's web page on this machine.",
    discussion: """
      The console answers on 127.0.0.1 alone. It prints a link that signs you in once, within ten minutes; press Enter \
      for another one. Stop it with Ctrl-C.
      """)

  @Option(help: ArgumentHelp("The registry's file; else $REGISTRY_DB, else registry.db here.", valueName: "path"))
  var db: String?

  @Option(help: ArgumentHelp("The port; 0 chooses a free one.", valueName: "n"))
  var port = 8_321

  @Option(help: ArgumentHelp("Who you are; else $REGISTRY_ACTOR, else the login name.", valueName: "name"))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      "The header field in which a reverse proxy on this machine names the person; needs --public-url.",
      valueName: "field"))
  var proxyUserField: String?

  @Option(help: ArgumentHelp("The https address by which browsers reach that proxy.", valueName: "url"))
  var publicURL: String?

  @Flag(name: .shortAndLong, help: "Log errors only.")
  var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    guard (proxyUserField == nil) == (publicURL == nil) else {
      throw ValidationError("--proxy-user-field and --public-url are given together.")
    }
    if let publicURL, !publicURL.hasPrefix("https://") {
      throw ValidationError("--public-url begins with https://, because people sign in through it.")
    }
  }

  func run() async throws {
    var logger = Logger(label: "admin-console") { _ in StreamLogHandler.standardError(label: "admin-console") }
    logger.logLevel = quiet ? .error : .info
    let proxy = proxyUserField.flatMap { field in
      publicURL.map { ConsoleConfiguration.TrustedProxy(userField: field, publicURL: $0) }
    }
    let configuration = ConsoleConfiguration(
      registry: RegistryPath(db ?? environment("REGISTRY_DB") ?? "registry.db"), port: port,
      person: actor ?? environment("REGISTRY_ACTOR") ?? environment("USER") ?? "uid \(getuid())", proxy: proxy)
    let console: ConsoleApplication
    do throws(RegistryError) {
      console = try ConsoleApplication(configuration, logger: logger)
    } catch {
      let line = "error: \(error.message)\n"
      write(STDERR_FILENO, line, line.utf8.count)
      throw ExitCode(6)
    }
    try await console.run {
      print(proxy == nil ? console.makeLink() : console.address)
      fflush(nil)
      if proxy == nil, isatty(STDIN_FILENO) != 0 { Self.offerLinks(console) }
    }
  }

  /// Prints another link for each line that is typed.
  private static func offerLinks(_ console: ConsoleApplication) {
    Task.detached {
      while readLine() != nil {
        print(console.makeLink())
        fflush(nil)
      }
    }
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
