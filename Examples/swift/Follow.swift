import RegistryFollowing

// How a service follows a channel of signed releases. docs/swift.md explains it.

/// At startup: use the release in the folder, or fetch the first one; then follow the channel.
func followChannel(
  _ address: String, through transport: ReleaseTransport, log: @escaping @Sendable (String) -> Void
) async throws(RegistryError) -> LiveCatalog {
  try await LiveCatalog(
    following: address, signers: AllowedSigners(at: "/etc/registry/signers"), cache: "/var/lib/registry",
    transport: transport
  ) { event in
    switch event {
    case .replaced(let catalog): log("serving release \(catalog.release ?? "-")")
    case .kept(let error): log("keeping the old release: \(error)")
    case .recovered: log("the channel has what is served")
    @unknown default: break
    }
  }
}

/// A transport over the HTTP client of the service.
func transport(
  _ get:
    @escaping @Sendable (_ url: String, _ fields: [String: String], _ limit: Int) async throws -> (
      status: Int, fields: [String: String], body: [UInt8]
    )
) -> ReleaseTransport {
  ReleaseTransport { request in
    var fields = ["Accept-Encoding": "identity"]
    fields["If-None-Match"] = request.etag
    let response = try await get(request.url, fields, request.limit)
    return .init(
      status: response.status, etag: response.fields["etag"],
      retryAfter: response.fields["retry-after"].flatMap { Int($0) }, body: response.body)
  }
}
