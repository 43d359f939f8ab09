import Registry
import RegistryFollowing

/// Objects on a server: an object store with the interface of S3, or another server that knows `PUT` with `If-Match`
/// and `If-None-Match` (RFC 9110, section 13.1).
struct ServerStore: ReleaseStore {
  /// The address of all objects, with a slash at its end.
  private let base: String
  private let isS3: Bool

  /// Reads an address: `s3://BUCKET/PREFIX`, `https://…` or `http://…`; nil when it is not one.
  init?(_ text: String) {
    guard let url = Self.url(text) else { return nil }
    base = url.hasSuffix("/") ? url : url + "/"
    isS3 = text.hasPrefix("s3://")
  }

  /// Returns the address on the network of one of these; nil when the text is not one.
  static func url(_ text: String) -> String? {
    if ["http://", "https://"].contains(where: { text.hasPrefix($0) }) { return text }
    guard text.hasPrefix("s3://") else { return nil }
    let parts = text.dropFirst(5).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let bucket = parts.first, !bucket.isEmpty else { return nil }
    return ([S3Signing.address(ofBucket: String(bucket))] + parts.dropFirst().map(String.init)).joined(separator: "/")
  }

  /// Sends a request about the object at an address.
  static func send(_ request: Curl.Request, toS3 isS3: Bool) async throws -> Curl.Response {
    var request = request
    request.signing = isS3 ? S3Signing() : nil
    return try await Curl.send(request)
  }

  func object(_ name: String, limit: Int) async throws -> StoredObject? {
    let response = try await Self.send(Curl.Request(url: url(name), limit: limit), toS3: isS3)
    switch response.status {
    case 200: return StoredObject(bytes: response.body, etag: response.etag)
    case 404: return nil
    default: throw refused("read", name, response)
    }
  }

  func create(_ name: String, _ object: PublishedObject) async throws -> Bool {
    try await put(name, object, condition: ("If-None-Match", "*"))
  }

  func replace(_ name: String, _ old: StoredObject?, by object: PublishedObject) async throws -> Bool {
    guard let old else { return try await create(name, object) }
    guard let etag = old.etag else {
      throw CommandFailure(
        code: "unreachable", message: "\(url(name)) has no ETag, so it cannot be replaced safely.",
        hint: "Publish to a server that knows If-Match.", exit: 8)
    }
    return try await put(name, object, condition: ("If-Match", etag))
  }

  private func put(
    _ name: String, _ object: PublishedObject, condition: (name: String, value: String)
  ) async throws -> Bool {
    let fields = [
      ("Content-Type", object.contentType), ("Cache-Control", object.cacheControl), (condition.name, condition.value),
    ]
    let response = try await Self.send(
      Curl.Request(method: "PUT", url: url(name), fields: fields, body: object.bytes), toS3: isS3)
    switch response.status {
    case 200, 201, 204: return true
    // S3 answers with 409 when two such requests run at the same time.
    case 409, 412: return false
    default: throw refused("write", name, response)
    }
  }

  private func url(_ name: String) -> String { base + ChannelAddress.escaped(name) }

  private func refused(_ verb: String, _ name: String, _ response: Curl.Response) -> CommandFailure {
    let isDenied = [401, 403].contains(response.status)
    return CommandFailure(
      code: "unreachable", message: "Cannot \(verb) \(url(name)): the server has answered with \(response.status).",
      hint: isDenied && isS3
        ? "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to credentials that may do this."
        : isDenied ? "Ask for the permission, or write credentials into the address." : nil, exit: 8)
  }
}

extension ReleaseTransport {
  /// Fetches objects with curl, or from a folder.
  static let ofMachine = ReleaseTransport { request in
    guard let url = ServerStore.url(request.url) else { return try fromFolder(request) }
    let fields = request.etag.map { [("If-None-Match", $0)] } ?? []
    let response = try await ServerStore.send(
      Curl.Request(url: url, fields: fields, limit: request.limit), toS3: request.url.hasPrefix("s3://"))
    return Response(
      status: response.status, etag: response.etag, retryAfter: response.retryAfter, body: response.body)
  }

  private static func fromFolder(_ request: Request) throws -> Response {
    let path = RegistryPath(bytes: ProcessBytes.bytes(of: request.url))
    guard let bytes = try ReleaseFolder(at: path.folder).read(path.lastComponent.description, limit: request.limit)
    else { return Response(status: 404) }
    return Response(status: 200, body: bytes)
  }
}
