import Foundation

/// A real process and what came of it.
public struct Command {
  /// What a process left behind.
  public struct Result: Sendable {
    /// The exit code; 128 + the signal where one ended it.
    public let status: Int32
    /// Standard output, to the byte.
    public let outputBytes: [UInt8]
    /// Standard error, to the byte.
    public let errorBytes: [UInt8]
    /// Standard output as text.
    public var output: String { String(decoding: outputBytes, as: UTF8.self) }
    /// Standard error as text.
    public var error: String { String(decoding: errorBytes, as: UTF8.self) }

    /// Returns the result without some lines of standard error.
    public func leavingOutErrors(_ isLeftOut: (Substring) -> Bool) -> Result {
      let lines = error.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.contains(where: isLeftOut) else { return self }
      let kept = lines.filter { !isLeftOut($0) }.joined(separator: "\n")
      return Result(status: status, outputBytes: outputBytes, errorBytes: Array(kept.utf8))
    }
  }

  /// The process ran longer than it was given.
  public struct TimedOut: Error {
    let arguments: [String]
  }

  /// The program could not be started.
  public struct NotStarted: Error {
    let program: String
    let reason: String
  }

  /// The program: a path, or a name to look up on the PATH.
  public var program: String
  /// Its arguments.
  public var arguments: [String]
  /// Variables besides those of a quiet, constant environment; nil takes one away.
  public var environment: [String: String?] = [:]
  /// What it reads from standard input.
  public var input: [UInt8] = []
  /// Where it runs.
  public var folder: String
  /// After how many seconds it is killed.
  public var seconds: Double = 60

  /// A process to run.
  public init(_ program: String, _ arguments: [String], in folder: String) {
    self.program = program
    self.arguments = arguments
    self.folder = folder
  }

  /// Where the programs of this package were built: beside the tests.
  public static var products: String {
    get throws {
      let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
      return URL(filePath: executable).deletingLastPathComponent().path
    }
  }

  /// The package's folder.
  public static var package: String {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  }

  /// Whether a program is on the PATH.
  public static func exists(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }

  /// Runs it to its end.
  public func run() throws -> Result { try start().end(within: seconds) }

  /// Starts it and lets it run. Its output goes through files, so that none of it can make it wait.
  ///
  /// Not Foundation's `Process`: it waits for descendants too, and crashed now and then among thousands of runs.
  public func start() throws -> RunningCommand {
    let scratch = try TemporaryFolder()
    try Data(input).write(to: URL(filePath: scratch.file("input")))
    return RunningCommand(process: try spawn(in: scratch), scratch: scratch, arguments: [program] + arguments)
  }

  private func spawn(in scratch: TemporaryFolder) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, scratch.file("input"), O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, "output"), (STDERR_FILENO, "error")] {
      posix_spawn_file_actions_addopen(&actions, descriptor, scratch.file(name), O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
    // A group of its own, so that a time-out ends its children too; signals as a shell has them, whoever runs the
    // tests.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigaddset(&signals, SIGPIPE)
    sigaddset(&signals, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let inherited = ProcessInfo.processInfo.environment
    var variables = ["LANG": "C.UTF-8", "PATH": inherited["PATH"] ?? "", "REGISTRY_ACTOR": "tester", "HOME": folder]
    for (name, value) in environment { variables[name] = value }
    // env goes to the folder and looks the program up.
    var words = (["env", "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, &words, &settings)
    guard failure == 0 else { throw NotStarted(program: program, reason: String(cString: strerror(failure))) }
    return process
  }
}
