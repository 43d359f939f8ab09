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
  }

  /// The process ran longer than it was given.
  public struct TimedOut: Error {
    let arguments: [String]
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

  /// Runs it to its end. Its output goes through files, so that none of it can make it wait.
  public func run() throws -> Result {
    let scratch = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: program.contains("/") ? program : "/usr/bin/env")
    process.arguments = program.contains("/") ? arguments : [program] + arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let inherited = ProcessInfo.processInfo.environment
    var variables = ["LANG": "C.UTF-8", "PATH": inherited["PATH"] ?? "", "REGISTRY_ACTOR": "tester", "HOME": folder]
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    try Data(input).write(to: URL(filePath: scratch.file("input")))
    for name in ["output", "error"] { try Data().write(to: URL(filePath: scratch.file(name))) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch.file("input")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: scratch.file("output")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: scratch.file("error")))
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw TimedOut(arguments: [program] + arguments)
    }
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return Result(
      status: process.terminationStatus + signal,
      outputBytes: [UInt8](try Data(contentsOf: URL(filePath: scratch.file("output")))),
      errorBytes: [UInt8](try Data(contentsOf: URL(filePath: scratch.file("error")))))
  }
}
