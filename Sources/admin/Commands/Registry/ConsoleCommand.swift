import ArgumentParser
import FoundationEssentials
import Glibc
import Registry

/// Starts the staff's web page, which is a program of its own beside this one. So this program contains no web server.
struct ConsoleCommand: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Start the staff's web page on this machine.",
    discussion: """
      Runs the program admin-console, which is beside this one. It answers on 127.0.0.1 alone, and prints a link that \
      signs you in once, within ten minutes; press Enter for another one. Stop it with Ctrl-C.
      """)

  @Option(help: ArgumentHelp("The address of this machine: 127.0.0.1, localhost or ::1.", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port; else 8321, and 0 for a free one.", valueName: "n"), transform: number)
  var port: Int?

  @Option(help: ArgumentHelp("A socket to listen on instead, for a reverse proxy.", valueName: "path"))
  var socket: String?

  @Option(
    help: ArgumentHelp("The group whose members may open the socket; else only you.", valueName: "name"))
  var socketGroup: String?

  @Option(
    help: ArgumentHelp(
      "The header field in which a reverse proxy on this machine names the person; needs --public-url.",
      valueName: "field"))
  var proxyUserField: String?

  @Option(
    name: .customLong("public-url"),
    help: ArgumentHelp("The https address by which browsers reach that proxy.", valueName: "url"))
  var publicURL: String?

  @OptionGroup var who: ActorOption

  @OptionGroup var shared: SharedOptions

  /// The name of the program.
  private static let program = "admin-console"

  func run() throws {
    // An error of the registry is reported here, in the words and with the exit code of every command.
    _ = try shared.reading()
    let program = try neighbor()
    var words = [program, "--actor", try who.name()]
    for (name, value) in [
      ("--host", host), ("--port", port.map { "\($0)" }), ("--socket", socket), ("--socket-group", socketGroup),
      ("--proxy-user-field", proxyUserField), ("--public-url", publicURL),
    ] {
      if let value { words += [name, value] }
    }
    if shared.quiet { words.append("--quiet") }
    // A path is bytes, which need not be UTF-8.
    let path = (shared.path.bytes + [0]).map { CChar(bitPattern: $0) }
    // The console takes the place of this process. It gets every signal itself, and its exit code is the one of this
    // process.
    execv(program, words.map { strdup($0) } + [strdup("--db"), strdup(path), nil])
    throw CommandFailure(
      code: "console-failed",
      message: "The program \(Self.program) cannot be started: \(String(cString: strerror(errno))).",
      hint: nil, exit: 1)
  }

  /// Returns the path of the program beside this one.
  private func neighbor() throws -> String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let path = own.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/\(Self.program)"
    guard access(path, X_OK) == 0 else {
      throw CommandFailure(
        code: "console-not-found", message: "The program \(Self.program) is not beside this one.",
        hint: "Build it with scripts/console, or put it into the folder of admin.", exit: 1)
    }
    return path
  }
}
