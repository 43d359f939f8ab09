import Foundation

/// A process that was started; it is killed with its children when nobody holds it any more.
public final class RunningCommand {
  private let process: pid_t
  private let scratch: TemporaryFolder
  private let arguments: [String]
  private var hasEnded = false

  init(process: pid_t, scratch: TemporaryFolder, arguments: [String]) {
    self.process = process
    self.scratch = scratch
    self.arguments = arguments
  }

  deinit { if !hasEnded { destroy() } }

  private func destroy() {
    var status: Int32 = 0
    kill(-process, SIGKILL)
    waitpid(process, &status, 0)
    hasEnded = true
  }

  /// What it has written to standard output so far.
  public var output: String { String(decoding: (try? bytes("output")) ?? [], as: UTF8.self) }

  /// What it has written to standard error so far.
  public var error: String { String(decoding: (try? bytes("error")) ?? [], as: UTF8.self) }

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: scratch.file(name))))
  }

  /// Sends it a signal.
  public func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for its end; kills it after so many seconds.
  public func end(within seconds: Double) throws -> Command.Result {
    let end = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < end else {
        destroy()
        throw Command.TimedOut(arguments: arguments)
      }
      usleep(2_000)
    }
    hasEnded = true
    // As wait(2) has it: the low seven bits are the signal that ended it, else the next byte is the exit code.
    return Command.Result(
      status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F, outputBytes: try bytes("output"),
      errorBytes: try bytes("error"))
  }
}
