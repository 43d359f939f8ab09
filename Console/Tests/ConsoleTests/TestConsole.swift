import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Registry
import Synchronization

@testable import Console

/// A console on a registry of its own, which answers requests without a network, with the cookies of one browser.
final class TestConsole {
  /// An answer of the console.
  struct Answer {
    let status: Int
    let fields: HTTPFields
    let body: String

    subscript(name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
  }

  private struct Source: RequestContextSource {
    let logger: Logger
  }

  /// Collects the body of an answer.
  private struct Writer: ResponseBodyWriter {
    final class Bytes: Sendable { let buffer = Mutex(ByteBuffer()) }
    let bytes: Bytes

    mutating func write(_ buffer: ByteBuffer) async throws {
      bytes.buffer.withLock { all in
        var buffer = buffer
        all.writeBuffer(&buffer)
      }
    }

    consuming func finish(_ trailers: HTTPFields?) async throws {}
  }

  /// A clock that a test moves.
  final class Clock: Sendable {
    private let moved = Mutex(Duration.zero)
    private let start = ContinuousClock.now

    func move(by duration: Duration) { moved.withLock { $0 += duration } }
    var now: ContinuousClock.Instant { start + moved.withLock { $0 } }
  }

  static let host = "127.0.0.1:0"
  static let sessionCookie = "console-0"
  private static let logger = {
    var logger = Logger(label: "test") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .critical
    logger[metadataKey: "hb.request.id"] = "1"
    return logger
  }()

  let folder: URL
  let clock = Clock()
  let routes: [Router<ConsoleContext>.RouteDescription]
  private let console: ConsoleApplication
  private let responder: RouterResponder<ConsoleContext>
  private(set) var cookies: [String: String] = [:]

  init(_ proxy: ConsoleConfiguration.TrustedProxy? = nil) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "console-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = RegistryPath(folder.path + "/registry.db")
    try RegistryStore.create(at: path, contents: .seed, as: OperationIntent(actor: "seed", command: "init"))
    let clock = clock
    console = try ConsoleApplication(
      ConsoleConfiguration(
        registry: path, listener: .loopback(host: "127.0.0.1", port: 0), person: "layla", proxy: proxy),
      logger: Self.logger, signIn: SignIn { clock.now })
    let router = console.router
    routes = router.routes
    responder = router.buildResponder()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.path + "/registry.db" }

  /// Edits the registry as another program would.
  @discardableResult
  func edit<Value: Sendable>(
    by actor: String = "noura", note: String? = nil, _ body: (Editor) throws(RegistryError) -> Value
  ) throws -> EditResult<Value> {
    try RegistryStore(opening: RegistryPath(path), for: .editing)
      .edit(as: OperationIntent(actor: actor, command: "test", note: note), body)
  }

  /// The number of the newest operation.
  var revision: Int {
    get throws { try RegistryStore(opening: RegistryPath(path), for: .reading).read { try $0.revision() } }
  }

  /// Returns a path that signs somebody in once.
  func link(for person: String = "layla") -> String { "/once/\(console.signIn.makeLink(for: person))" }

  func signIn(as person: String = "layla") async throws {
    _ = try await post(link(for: person), [])
  }

  func forgetSession() { cookies[Self.sessionCookie] = nil }

  func get(_ path: String, _ fields: HTTPFields = [:]) async throws -> Answer {
    try await ask(.get, path, fields)
  }

  func post(_ path: String, _ form: [(String, String)], _ fields: HTTPFields? = nil) async throws -> Answer {
    let body = form.map { "\(PathText.encoded($0.0))=\(PathText.encoded($0.1))" }.joined(separator: "&")
    return try await ask(.post, path, fields ?? [.origin: "http://\(Self.host)"], body)
  }

  func ask(
    _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:], _ body: String? = nil
  ) async throws -> Answer {
    var head = HTTPRequest(
      method: method, scheme: "http", authority: Self.host, path: path, headerFields: fields)
    if let name = HTTPField.Name("X-Test-Host"), let host = fields[name] { head.authority = host }
    if !cookies.isEmpty, fields[.cookie] == nil {
      head.headerFields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    if body != nil, head.headerFields[.contentType] == nil {
      head.headerFields[.contentType] = "application/x-www-form-urlencoded"
    }
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body ?? ""))),
      context: ConsoleContext(CoreRequestContextStorage(source: Source(logger: Self.logger))))
    let bytes = Writer.Bytes()
    try await response.body.write(Writer(bytes: bytes))
    for cookie in response.headers[values: .setCookie] {
      let pair = cookie.split(separator: ";")[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(pair[0])] = cookie.contains("Max-Age=0") ? nil : String(pair[1])
    }
    return Answer(
      status: response.status.code, fields: response.headers,
      body: bytes.buffer.withLock { String(buffer: $0) })
  }
}

/// The fields of a form as a person sees them in a page.
struct PageForm {
  let action: String
  let fields: [(String, String)]

  /// Reads the first form of a page whose markup contains a text.
  init?(_ page: String, with mark: String) {
    let forms = page.components(separatedBy: "<form").dropFirst().map { $0.components(separatedBy: "</form>")[0] }
    guard let form = forms.first(where: { $0.contains(mark) }),
      let action = form.firstMatch(of: /action="([^"]*)"/)?.1
    else { return nil }
    self.action = Self.plain(String(action))
    let hidden = form.matches(of: /<input type="hidden" name="([^"]*)" value="([^"]*)"/).map {
      (Self.plain(String($0.1)), Self.plain(String($0.2)))
    }
    let texts = form.matches(of: /<textarea[^>]* name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/).map {
      (Self.plain(String($0.1)), Self.plain(String($0.2)))
    }
    let note = form.matches(of: /<input (?:id="note" )?name="(note)"[^>]* value="([^"]*)"/).map {
      ("note", Self.plain(String($0.2)))
    }
    fields = hidden + texts + note
  }

  private static func plain(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")]
      .reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}
