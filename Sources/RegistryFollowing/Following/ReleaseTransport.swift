import RegistryCatalog

/// Fetches objects for a follower: one asynchronous function, which any HTTP client can provide.
///
/// ```swift
/// let transport = ReleaseTransport { request in
///   let response = try await client.get(request.url, ifNoneMatch: request.etag, limit: request.limit)
///   return .init(status: response.status, etag: response.header("ETag"), body: response.bytes)
/// }
/// ```
///
/// What it returns is never trusted. It should ask for `Accept-Encoding: identity`, end with an error after some
/// seconds without progress, and read no more than ``Request/limit`` bytes.
public struct ReleaseTransport: Sendable {
  /// A request: `GET`.
  public struct Request: Sendable, Equatable {
    /// The address.
    public let url: String
    /// The value of `If-None-Match`; nil when the field is not sent.
    public let etag: String?
    /// The number of bytes after which the body may be cut off.
    public let limit: Int
  }

  /// The response.
  public struct Response: Sendable, Equatable {
    /// The status: 200 with a body, or 304 without one. Anything else is an error of the server.
    public let status: Int
    /// The value of `ETag`.
    public let etag: String?
    /// The value of `Retry-After` in seconds; nil when there is none, or it is a date.
    public let retryAfter: Int?
    /// The body.
    public let body: [UInt8]

    /// Creates a response from its parts.
    public init(status: Int, etag: String? = nil, retryAfter: Int? = nil, body: [UInt8] = []) {
      (self.status, self.etag, self.retryAfter, self.body) = (status, etag, retryAfter, body)
    }
  }

  private let send: @Sendable (Request) async throws -> Response

  /// Creates a transport from its function. An error that it throws means that the server cannot be reached.
  public init(_ send: @escaping @Sendable (Request) async throws -> Response) { self.send = send }

  /// Sends a request.
  ///
  /// - Throws: `RegistryError`; with the code `RegistryError.Code.unreachable` when the function throws another
  ///   error.
  func send(_ request: Request) async throws(RegistryError) -> Response {
    do { return try await send(request) } catch let error as RegistryError { throw error } catch {
      throw RegistryError(.unreachable, "\(request.url) cannot be reached: \(error).", .tryAgain)
    }
  }
}

/// The address of a channel: `…/channels/NAME`. The releases are beside `channels`.
public struct ChannelAddress: Sendable, Equatable, CustomStringConvertible {
  /// The address of the object.
  public let description: String
  /// The name of the channel.
  public let channel: String
  /// The address before `channels/`, with a slash at its end.
  private let base: String

  /// Reads an address.
  ///
  /// - Throws: `RegistryError.Code.invalidValue` when it does not end with `/channels/` and the name of a channel.
  public init(_ text: String) throws(RegistryError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 2] == "channels", let name = parts.last.map(String.init),
      ChannelPointer.isChannelName(name)
    else {
      throw RegistryError(
        .invalidValue, "'\(text)' is not the address of a channel.",
        .follow(rule: "It ends with /channels/ and the name of the channel."))
    }
    description = text
    channel = name
    base = parts.dropLast(2).joined(separator: "/") + "/"
  }

  /// Returns the address of a file of a release. Of the characters that a name can have, only `+` is not plain in an
  /// address; in a path it is.
  func file(_ name: String) -> String {
    guard base.contains("://") else { return base + name }
    return base + Self.escaped(name)
  }

  /// Returns the name of an object as it is in an address.
  package static func escaped(_ name: String) -> String {
    name.split(separator: "+", omittingEmptySubsequences: false).joined(separator: "%2B")
  }
}
