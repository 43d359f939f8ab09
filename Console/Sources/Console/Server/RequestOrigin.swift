import HTTPTypes
import Hummingbird

/// Refuses requests for another host, and requests that another site's page makes.
///
/// The first rule keeps a page of another name that resolves to this machine from reading the console (DNS rebinding).
/// The second one is that of Go's `http.CrossOriginProtection`: a request that may change something comes from our own
/// pages by `Sec-Fetch-Site`, and without that field by `Origin`. It is stricter with neither: such a request is
/// refused. No form carries a token that could expire with somebody's text.
struct RequestOrigin: RouterMiddleware {
  typealias Context = ConsoleContext

  /// The authorities that browsers may use, such as `localhost:8080`.
  let hosts: @Sendable () -> [String]
  /// The scheme of the console for browsers.
  let scheme: String

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let host = (request.head.authority?.lowercased()).map(withoutUsualPort),
      hosts().map(withoutUsualPort).contains(host)
    else {
      throw ConsoleError.foreignHost
    }
    if request.method != .get, request.method != .head {
      guard isOwn(request.headers, host: host) else { throw ConsoleError.foreignOrigin }
    }
    return try await next(request, context)
  }

  /// Returns an authority without the usual port, which browsers leave out and some proxies add.
  private func withoutUsualPort(_ authority: String) -> String {
    let port = scheme == "https" ? ":443" : ":80"
    return authority.hasSuffix(port) ? String(authority.dropLast(port.utf8.count)) : authority
  }

  private func isOwn(_ fields: HTTPFields, host: String) -> Bool {
    if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ fields[$0] }) {
      return site == "same-origin" || site == "none"
    }
    return fields[.origin] == "\(scheme)://\(host)"
  }
}
