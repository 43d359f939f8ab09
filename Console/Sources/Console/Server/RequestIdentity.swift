import HTTPTypes
import Hummingbird
import Registry

/// Finds out who makes a request and in which language, and sends a person who is not signed in to the page that says
/// how to sign in.
struct RequestIdentity: RouterMiddleware {
  typealias Context = ConsoleContext

  let signIn: SignIn
  let proxy: ConsoleConfiguration.TrustedProxy?

  /// The name of the cookie of the session.
  static let sessionCookie = "console"
  /// The name of the cookie of the language of the interface.
  static let languageCookie = "console-language"

  /// The first parts of paths that everybody may see.
  private static let open = ["/once/", "/-/assets/", "/-/health", "/interface-language", "/sign-in"]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.words = Words.for(
      request.cookies[Self.languageCookie]?.value,
      accepted: AcceptLanguage(request.headers[values: .acceptLanguage].joined(separator: ",")))
    context.person = person(request)
    context.location = request.method == .get ? request.uri.string : "/"
    if context.person == nil, !Self.open.contains(where: request.uri.path.hasPrefix) {
      return try await SignInPage.needed(for: request, context)
    }
    return try await next(request, context)
  }

  private func person(_ request: Request) -> String? {
    if let proxy {
      guard let name = HTTPField.Name(proxy.userField).flatMap({ request.headers[$0] }), !name.isEmpty,
        (try? TextRules.validateLine(name, name: "The name", limit: 200)) != nil
      else { return nil }
      return name
    }
    return request.cookies[Self.sessionCookie].flatMap { signIn.person(ofSession: $0.value) }
  }
}
