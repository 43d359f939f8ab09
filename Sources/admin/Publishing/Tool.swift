import Glibc
import Subprocess

/// Runs a program of the machine, such as curl or ssh-keygen.
enum Tool {
  struct Result {
    /// The exit code; nil when a signal ended the program.
    let exit: Int32?
    let output: [UInt8]
    /// What it has written to standard error.
    let errors: String
    /// Whether it wrote more than the limit, and was ended for it.
    let isCutOff: Bool
  }

  /// Runs a program and waits for it.
  ///
  /// - Parameters:
  ///   - name: The name of the program, which is found in `$PATH`.
  ///   - arguments: Its arguments.
  ///   - input: Its standard input.
  ///   - limit: The largest number of bytes that it may write to standard output.
  ///   - environment: Variables besides those of this process.
  /// - Throws: ``CommandFailure`` when it cannot be started.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8] = [], limit: Int = 1 << 20,
    environment: [String: String] = [:]
  ) async throws -> Result {
    // A program that ends before it has read its input must not end this one.
    let broken = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, broken) }
    let variables = Dictionary(environment.map { (Environment.Key(stringLiteral: $0.key), Optional($0.value)) }) { $1 }
    do {
      let record = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), environment: .inherit.updating(variables),
        input: .array(input), output: .bytes(limit: limit), error: .string(limit: 65_536))
      let exit: Int32? = if case .exited(let code) = record.terminationStatus { code } else { nil }
      return Result(exit: exit, output: record.standardOutput, errors: record.standardError, isCutOff: false)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return Result(exit: nil, output: [], errors: "", isCutOff: true)
    } catch let error as SubprocessError {
      throw CommandFailure(
        code: "tool-failed", message: "The program \(name) cannot be run: \(error).",
        hint: "Install it, or add its folder to PATH.", exit: 1)
    }
  }
}
