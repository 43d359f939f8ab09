import HTTPTypes
import Hummingbird

/// Adds the header fields of security to every answer, those about errors too.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = ConsoleContext

  /// Nothing is loaded from elsewhere, no script or style is in a page, and no script can make markup of a text.
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "object-src 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")

  private let ofPages: HTTPFields
  private let ofOthers: HTTPFields

  /// Creates the fields.
  ///
  /// - Parameter isHTTPS: Whether browsers reach the console by HTTPS.
  init(isHTTPS: Bool) {
    let all = Self.fields(
      ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
      isHTTPS ? ("Strict-Transport-Security", "max-age=31536000") : nil)
    ofPages =
      all
      + Self.fields(
        ("Content-Security-Policy", Self.policy), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"))
    // What is no page loads nothing and is in no frame. It is asked for often, so it has no field that only pages need.
    ofOthers = all + Self.fields(("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"))
  }

  private static func fields(_ fields: (name: String, value: String)?...) -> HTTPFields {
    var made = HTTPFields()
    for case let (name, value)? in fields {
      if let name = HTTPField.Name(name) { made.append(HTTPField(name: name, value: value)) }
    }
    return made
  }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    let isPage = response.headers[.contentType]?.hasPrefix("text/html") == true
    response.headers.append(contentsOf: isPage ? ofPages : ofOthers)
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}
