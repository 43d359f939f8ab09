import Foundation
import RegistryTestSupport
import Testing

/// A console with its registry, and the cookies of one browser.
final class ConsoleSite {
  /// A response of the console.
  struct Answer {
    let status: Int
    /// The header fields, with names in lower case.
    let fields: [String: String]
    let body: String
  }

  let folder: TemporaryFolder
  private var console: RunningCommand
  private(set) var link = ""

  /// Starts a console. scripts/test has built it before the tests, so that this is fast.
  init(_ options: [String] = ["--port", "0", "--actor", "layla"]) throws {
    let program = try Self.built()
    folder = try TemporaryFolder()
    try Self.admin(["init"], folder)
    console = try Command(program, options, in: folder.path).start()
    for _ in 0..<300 where !console.output.hasSuffix("\n") { usleep(100_000) }
    link = console.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Returns the path of a program of the package `Console`, which is built first, unless scripts/test has done so.
  static func built(_ product: String = "admin-console") throws -> String {
    let program = Command.package + "/Console/.build/debug/\(product)"
    if ProcessInfo.processInfo.environment["REGISTRY_CONSOLE_BUILT"] != nil { return program }
    var build = Command(
      "swift", ["build", "--package-path", Command.package + "/Console", "--product", product],
      in: Command.package)
    build.environment = ["HOME": ProcessInfo.processInfo.environment["HOME"]]
    build.seconds = 1_200
    let result = try build.run()
    try #require(result.status == 0, "\(result.output)\(result.error)")
    return program
  }

  var base: String { link.components(separatedBy: "/once/")[0] }
  var log: String { console.error }

  private static func admin(_ arguments: [String], _ folder: TemporaryFolder) throws {
    let result = try Command(Command.products + "/admin", arguments, in: folder.path).run()
    try #require(result.status == 0, "\(result.error)")
  }

  func admin(_ arguments: String...) throws { try Self.admin(arguments, folder) }

  func ask(_ path: String, _ options: [String] = []) throws -> Answer {
    let address = path.hasPrefix("http") ? path : base + path
    let result = try Command(
      "curl", ["-sS", "-i", "--max-time", "20", "-b", "jar", "-c", "jar"] + options + [address], in: folder.path
    ).run()
    try #require(result.status == 0, "\(result.error)")
    let parts = result.output.split(separator: "\r\n\r\n", maxSplits: 1).map(String.init)
    let lines = (parts.first ?? "").split(separator: "\r\n")
    let pairs = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1) }
    return Answer(
      status: lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0,
      fields: Dictionary(
        pairs.map { ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) }, uniquingKeysWith: { $1 }),
      body: parts.count > 1 ? parts[1] : "")
  }

  func send(_ path: String, _ fields: [String: String], from origin: String? = nil) throws -> Answer {
    let values = fields.sorted { $0.key < $1.key }.flatMap { ["--data-urlencode", "\($0.key)=\($0.value)"] }
    return try ask(path, ["-X", "POST", "-H", "Origin: \(origin ?? base)"] + (values.isEmpty ? ["-d", ""] : values))
  }

  func signIn() throws {
    #expect(try ask(link).status == 200, "looking at a link does not spend it")
    #expect(try send(link, [:]).status == 303)
  }

  func stop() throws -> Command.Result {
    console.send(SIGTERM)
    return try console.end(within: 20)
  }
}
