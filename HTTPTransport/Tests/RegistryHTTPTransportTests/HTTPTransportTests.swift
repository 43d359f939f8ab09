import AsyncHTTPClient
import RegistryHTTPTransport
import Testing

@testable import RegistryFollowing

@Suite struct HTTPTransportTests {
  /// No test but that of the timeout waits for one.
  private let transport = ReleaseTransport.http(timeout: .seconds(100))

  private func request(_ url: String, etag: String? = nil, limit: Int = 1_000) -> ReleaseTransport.Request {
    .init(url: url, etag: etag, limit: limit)
  }

  @Test func `an object is fetched, and not once more when it has not changed`() async throws {
    let server = try TestServer()
    try server.write(Array("pointer".utf8), to: "objects/channels/production")
    let url = server.url + "/channels/production"
    let first = try await transport.send(request(url))
    #expect(first.status == 200 && first.body == Array("pointer".utf8))
    let etag = try #require(first.etag)
    #expect(try await transport.send(request(url, etag: etag)) == .init(status: 304, etag: etag))
    try server.write(Array("another".utf8), to: "objects/channels/production")
    #expect(try await transport.send(request(url, etag: etag)).body == Array("another".utf8))
    #expect(try server.read("log").split(separator: " ").filter { $0.hasPrefix("304") }.count == 1)
  }

  @Test func `an object that is not there is an answer, and no error`() async throws {
    let server = try TestServer()
    #expect(try await transport.send(request(server.url + "/channels/none")) == .init(status: 404))
  }

  @Test func `the time after which a busy server may be asked is passed on`() async throws {
    let server = try TestServer()
    try server.setFault("503 7")
    #expect(try await transport.send(request(server.url + "/x")) == .init(status: 503, retryAfter: 7))
  }

  @Test func `a body that ends too early is an error`() async throws {
    let server = try TestServer()
    try server.write(Array("pointer".utf8), to: "objects/x")
    try server.setFault("cut")
    let url = server.url + "/x"
    let error = await #expect(throws: RegistryError.self) { try await transport.send(request(url)) }
    #expect(error?.code == .unreachable)
    #expect(error?.message.hasPrefix("\(url) cannot be reached: ") == true)
    #expect(try await transport.send(request(url)).status == 200)
  }

  @Test func `a server that does not answer is an error after the time without progress`() async throws {
    let server = try TestServer()
    try server.setFault("hang")
    let transport = ReleaseTransport.http(timeout: .milliseconds(500))
    let error = await #expect(throws: RegistryError.self) { try await transport.send(request(server.url + "/x")) }
    #expect(error?.code == .unreachable)
    #expect(error?.message.hasSuffix("nothing has come for 0.5 seconds.") == true, "\(String(describing: error))")
  }

  @Test func `nobody who listens is an error`() async throws {
    let transport = ReleaseTransport.http(timeout: .seconds(2))
    let error = await #expect(throws: RegistryError.self) { try await transport.send(request("http://127.0.0.1:9/x")) }
    #expect(error?.code == .unreachable)
  }

  @Test func `a body is cut off at the limit`() async throws {
    let server = try TestServer()
    let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) }
    try server.write(body, to: "objects/x")
    #expect(try await transport.send(request(server.url + "/x", limit: 2_000_001)).body == Array(body[..<2_000_001]))
    #expect(try await transport.send(request(server.url + "/x", limit: 1)).body == [0])
    #expect(try await transport.send(request(server.url + "/x", limit: 3_000_000)).body == body)
  }

  /// Answers `/moved` with a redirection, `/packed` with what claims to be compressed, `/slow` in parts, and prints
  /// what it was asked for to FOLDER/log.
  private static let unusual = """
    import http.server, sys, time

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            with open(sys.argv[1] + "/log", "a") as log:
                log.write(f"{self.path} {self.headers['Accept-Encoding']}\\n")
            self.send_response(302 if self.path == "/moved" else 200)
            self.send_header("Content-Length", "4")
            if self.path == "/moved": self.send_header("Location", "/other")
            if self.path == "/packed": self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            for byte in b"body":
                if self.path == "/slow": time.sleep(3)
                self.wfile.write(bytes([byte]))
        def log_message(self, *words): pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
    """

  @Test func `a redirection is not followed`() async throws {
    let server = try TestServer(["-c", Self.unusual])
    #expect(try await transport.send(request(server.url + "/moved")).status == 302)
    #expect(try server.read("log") == "/moved identity\n")
  }

  @Test func `a client that follows redirections does not make their target the answer`() async throws {
    let server = try TestServer(["-c", Self.unusual])
    let transport = ReleaseTransport.http(.shared, timeout: .seconds(100))
    #expect(try await transport.send(request(server.url + "/moved")) == .init(status: 302))
    #expect(try await transport.send(request(server.url + "/other")).body == Array("body".utf8))
  }

  @Test func `nothing is decompressed`() async throws {
    let server = try TestServer(["-c", Self.unusual])
    #expect(try await transport.send(request(server.url + "/packed")).body == Array("body".utf8))
  }

  @Test func `a slow body is no error while it makes progress`() async throws {
    let server = try TestServer(["-c", Self.unusual])
    // The body takes 12 s.
    let transport = ReleaseTransport.http(timeout: .seconds(11))
    #expect(try await transport.send(request(server.url + "/slow")).body == Array("body".utf8))
  }

  @Test func `a request ends with its task`() async throws {
    let server = try TestServer()
    try server.setFault("hang")
    let (url, transport) = (server.url + "/x", ReleaseTransport.http(timeout: .seconds(1_000)))
    let task = Task { try await transport.send(request(url)) }
    while (try? server.read("log")) == nil { try await Task.sleep(for: .milliseconds(10)) }
    task.cancel()
    await #expect(throws: RegistryError.self) { try await task.value }
  }
}
