import FoundationEssentials
import Registry

/// Sends HTTP requests with curl, which knows the proxies, certificates and credentials of the machine.
struct Curl {
  struct Request {
    var method = "GET"
    let url: String
    var fields: [(name: String, value: String)] = []
    var body: [UInt8]?
    /// The largest size of the body of the response, in bytes.
    var limit = 65_536
    /// What signs the request for S3; nil when nothing does.
    var signing: S3Signing?
  }

  struct Response {
    let status: Int
    let etag: String?
    let retryAfter: Int?
    let body: [UInt8]
  }

  /// The longest time without progress, and to connect.
  private static let seconds = 15

  /// Sends a request.
  ///
  /// - Throws: `RegistryError.Code.unreachable` when there is no response, or it is larger than the limit;
  ///   ``CommandFailure`` when curl cannot be run.
  static func send(_ request: Request) async throws -> Response {
    // The options are given as a file on standard input, because other users can read the arguments of a process.
    var options: [(String, String?)] = [
      ("silent", nil), ("show-error", nil), ("globoff", nil), ("path-as-is", nil), ("request", request.method),
      ("url", request.url), ("proto", "=http,https"), ("connect-timeout", "\(seconds)"), ("speed-time", "\(seconds)"),
      ("speed-limit", "1"), ("header", "Accept-Encoding: identity"),
      ("write-out", "%{stderr}status:%{http_code}\netag:%header{etag}\nretry-after:%header{retry-after}\n"),
    ]
    options += request.fields.map { ("header", "\($0.name): \($0.value)") }
    if let signing = request.signing { options += signing.options }
    var file: TemporaryFile?
    if let body = request.body {
      let written = try TemporaryFile(body)
      options.append(("upload-file", written.path))
      // The header Expect must not be left out of a signed request: curl 7.88 signs it all the same.
      if request.signing == nil { options.append(("header", "Expect:")) }
      file = written
    }
    defer { file?.remove() }
    let config = options.map { name, value in value.map { "\(name) = \(quoted($0))\n" } ?? "\(name)\n" }.joined()
    let result = try await Tool.run(
      "curl", ["--disable", "--config", "-"], input: Array(config.utf8), limit: request.limit)
    guard !result.isCutOff else { throw unreachable(request, "the response is larger than \(request.limit) bytes") }
    let values = Dictionary(
      result.errors.split(separator: "\n").compactMap { line -> (String, String)? in
        let parts = line.split(separator: ":", maxSplits: 1)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
    ) { _, last in last }
    guard result.exit == 0, let status = values["status"].flatMap({ Int($0) }), status > 0 else {
      let reason = result.errors.split(separator: "\n").first { $0.hasPrefix("curl:") }
      throw unreachable(
        request, reason.map(String.init) ?? "curl ended with \(result.exit.map { "\($0)" } ?? "a signal")")
    }
    return Response(
      status: status, etag: values["etag"], retryAfter: values["retry-after"].flatMap { Int($0) }, body: result.output)
  }

  private static func quoted(_ value: String) -> String {
    let escapes: [Character: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"]
    return "\"" + value.map { escapes[$0] ?? String($0) }.joined() + "\""
  }

  private static func unreachable(_ request: Request, _ reason: String) -> RegistryError {
    RegistryError(.unreachable, "\(request.url) cannot be reached: \(reason).", .tryAgain)
  }
}

/// A file that only this user can read.
private struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    let folder = URL(filePath: ProcessBytes.environment("TMPDIR") ?? "/tmp")
    path = folder.appending(path: "admin-" + String(UInt64.random(in: .min ... .max), radix: 36)).path
    let isWritten = FileManager.default.createFile(
      atPath: path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    guard isWritten else {
      throw CommandFailure(
        code: "input-output", message: "A file cannot be written in \(folder.path).",
        hint: "Set TMPDIR to a folder that you may write to.", exit: 8)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
