import AsyncHTTPClient
import RegistryFollowing
import Synchronization

extension ReleaseTransport {
  /// Returns a transport that fetches releases over HTTP with async-http-client.
  ///
  /// ```swift
  /// let live = try await LiveCatalog(
  ///   following: "https://releases.example.com/channels/production",
  ///   signers: AllowedSigners(at: "/etc/registry/signers"), cache: "/var/lib/registry", transport: .http())
  /// ```
  ///
  /// A request has the field `Accept-Encoding: identity`, and `If-None-Match` with the entity tag of the last response
  /// if there was one. A body is read up to the limit of the request. A redirection is not followed: the follower gets
  /// its status, and reports it as an error of the server.
  ///
  /// - Parameters:
  ///   - client: The client, which must not be shut down before the last request. Its configuration decides about
  ///     proxies, certificates and how long connecting may take. When it follows redirections, the first answer still
  ///     counts; when it decompresses, the limit is that of the bytes behind it. Nil means a client that does neither,
  ///     and that all transports share.
  ///   - timeout: The time after which a request without progress fails. Progress is the head of the response, and
  ///     each part of its body.
  public static func http(_ client: HTTPClient? = nil, timeout: Duration = .seconds(15)) -> ReleaseTransport {
    let client = client ?? sharedClient
    return ReleaseTransport { request in
      try await withThrowingTaskGroup(of: Response.self) { group in
        let progress = Progress()
        group.addTask { try await client.fetch(request, progress) }
        group.addTask { try await progress.waitForStop(of: timeout) }
        defer { group.cancelAll() }
        guard let response = try await group.next() else { throw CancellationError() }
        return response
      }
    }
  }
}

/// Lives as long as the process, like `HTTPClient.shared`, which follows redirections.
private let sharedClient = HTTPClient(configuration: .init(redirectConfiguration: .disallow))

extension HTTPClient {
  fileprivate func fetch(
    _ request: ReleaseTransport.Request, _ progress: Progress
  ) async throws -> ReleaseTransport.Response {
    var message = HTTPClientRequest(url: request.url)
    message.headers.add(name: "Accept-Encoding", value: "identity")
    if let etag = request.etag { message.headers.add(name: "If-None-Match", value: etag) }
    // The task that waits for progress ends the request. Nothing else should.
    let response = try await execute(message, timeout: .hours(24))
    progress.note()
    if response.history.count > 1, let first = response.history.first {
      return .init(status: Int(first.responseHead.status.code))
    }
    var body: [UInt8] = []
    for try await part in response.body {
      progress.note()
      body += part.readableBytesView.prefix(request.limit - body.count)
      if body.count >= request.limit { break }
    }
    return .init(
      status: Int(response.status.code), etag: response.headers.first(name: "ETag"),
      retryAfter: response.headers.first(name: "Retry-After").flatMap { Int($0) }, body: body)
  }
}

/// The time at which a request has made progress.
private final class Progress: Sendable {
  private let last = Mutex(ContinuousClock.now)

  func note() { last.withLock { $0 = .now } }

  /// Throws when there was no progress for a time.
  func waitForStop(of timeout: Duration) async throws -> Never {
    while true {
      let end = last.withLock { $0 } + timeout
      if end <= .now { throw NoProgress(timeout: timeout) }
      try await Task.sleep(until: end, clock: .continuous)
    }
  }
}

private struct NoProgress: Error, CustomStringConvertible {
  let timeout: Duration

  var description: String { "nothing has come for \(timeout)" }
}
