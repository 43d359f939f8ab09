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

  @Option(help: ArgumentHelp("The address of this machine: 127.0.0.1, localhost or ::1.", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port, else 8321; 0 chooses a free one.", valueName: "n"))
  var port: Int?

  @Option(help: ArgumentHelp("A socket to listen on instead, for a reverse proxy.", valueName: "path"))
  var socket: String?

  @Option(help: ArgumentHelp("The group whose members may open the socket; else only you.", valueName: "name"))
  var socketGroup: String?

  @Option(help: ArgumentHelp("Who you are; else $REGISTRY_ACTOR, else the login name.", valueName: "name"))
  var actor: String?

  @Option(
    help: ArgumentHelp(
      "The header field in which a reverse proxy on this machine names the person; needs --public-url.",
      valueName: "field"))
  var proxyUserField: String?

  @Option(
    name: .customLong("public-url"),
    help: ArgumentHelp("The https address by which browsers reach that proxy.", valueName: "url"))
  var publicURL: String?

  @Flag(name: .shortAndLong, help: "Log errors only.")
  var quiet = false

  func validate() throws {
    guard socket == nil || port == nil && host == nil else {
      throw ValidationError("--socket is given without --host and --port: the console listens in one place.")
    }
    guard socket != nil || socketGroup == nil else { throw ValidationError("--socket-group needs --socket.") }
    guard (proxyUserField == nil) == (publicURL == nil) else {
      throw ValidationError("--proxy-user-field and --public-url are given together.")
    }
  }

  func run() async throws {
    var logger = Logger(label: "admin-console") { _ in StreamLogHandler.standardError(label: "admin-console") }
    logger.logLevel = quiet ? .error : .info
    let proxy = proxyUserField.flatMap { field in
      publicURL.map { ConsoleConfiguration.TrustedProxy(userField: field, publicURL: $0) }
    }
    let configuration = ConsoleConfiguration(
      registry: RegistryPath(db ?? environment("REGISTRY_DB") ?? "registry.db"),
      listener: socket.map { .socket(path: $0, group: socketGroup) }
        ?? .loopback(host: host ?? "127.0.0.1", port: port ?? 8_321),
      person: actor ?? environment("REGISTRY_ACTOR") ?? environment("USER") ?? "uid \(getuid())", proxy: proxy)
    do {
      let console = try ConsoleApplication(configuration, logger: logger)
      if let proxy, socket == nil {
        logger.warning("Whoever may open a port of this machine can name anybody in \(proxy.userField); use --socket.")
      }
      try await console.run {
        print(proxy == nil ? console.makeLink() : console.address)
        fflush(nil)
        if proxy == nil, isatty(STDIN_FILENO) != 0 {
          if !quiet { Self.say("Open this link within 10 minutes; press Enter for a new one.") }
          Self.offerLinks(console)
        }
      }
    } catch let refusal as ConsoleConfiguration.Refusal {
      throw Self.ended(refusal.message, 64)
    } catch let error as RegistryError {
      throw Self.ended(error.message, 6)
    } catch let error where "\(error)".contains("errno: 98)") {
      throw Self.ended("Another program uses this port. Choose one with --port; 0 is a free one.", 1)
    }
  }

  /// Prints the reason for an end, and returns the exit code to throw.
  private static func ended(_ message: String, _ code: Int32) -> ExitCode {
    say("error: \(message)")
    return ExitCode(code)
  }

  /// Prints a line on standard error.
  private static func say(_ line: String) {
    let line = line + "\n"
    write(STDERR_FILENO, line, line.utf8.count)
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
