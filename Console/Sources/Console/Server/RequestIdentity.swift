import HTTPTypes
import Hummingbird
import Registry

/// Finds out who makes a request and in which language, and sends a person who is not signed in to the page that says
/// how to sign in. A form is read first, so that every page about an error can keep it.
struct RequestIdentity: RouterMiddleware {
  typealias Context = ConsoleContext

  let signIn: SignIn
  let proxy: ConsoleConfiguration.TrustedProxy?

  /// Returns the name of the cookie of the session. It has the port of the console, because browsers send the cookies
  /// of a host to all of its ports, where other consoles may be.
  static func sessionCookie(_ request: Request) -> String { "console" + port(of: request.head.authority) }

  /// Returns the name of the cookie with the name of the person who was signed in last. It proves nothing. A page that
  /// keeps what was typed without a session has it, so that the text is not stored as that of somebody else.
  static func personCookie(_ request: Request) -> String { "console-person" + port(of: request.head.authority) }

  /// Returns the port in an authority after a hyphen; nothing when it has none.
  static func port(of authority: String?) -> String {
    (authority?.split(separator: ":").last).flatMap { UInt16($0) }.map { "-\($0)" } ?? ""
  }

  /// The name of the cookie of the language of the interface.
  static let languageCookie = "console-language"

  /// The first parts of paths that everybody may see.
  private static let openPaths = ["/once/", "/-/assets/", "/-/health", "/interface-language", "/sign-in", "/sign-out"]

  /// Returns whether everybody may see a path.
  static func isOpen(_ path: String) -> Bool { openPaths.contains(where: path.hasPrefix) }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var (request, context) = (request, context)
    context.words = InterfaceLanguage.words(for: request)
    context.person = person(request)
    context.location = request.method == .get ? request.uri.string : nil
    if request.method == .post, Form.isForm(request) {
      context.postedTo = request.uri.string
      context.lastPerson = request.cookies[Self.personCookie(request)].flatMap { Form.decoded($0.value.utf8) }
      context.form = try await Form(reading: &request)
    }
    if context.person != nil || Self.isOpen(request.uri.path) { return await answer(request, context, next) }
    // A page that kept a form has a field for a link, so that nobody must leave it to sign in.
    let link = context.form?[KeptForm.link] ?? ""
    guard proxy == nil, !link.isEmpty else { return SignInPage.needed(context, asksForLink: proxy == nil) }
    guard let session = signIn.spend(link: SignInPage.secret(ofLink: link)) else {
      return SignInPage.needed(context, asksForLink: true, refused: link)
    }
    context.person = session.person
    var response = await answer(request, context, next)
    SignInPage.setCookies(of: session, for: request, in: &response, isHTTPS: false)
    return response
  }

  /// Answers a request. The page about an error knows who sees it, so that it has the ways to all other pages.
  private func answer(
    _ request: Request, _ context: Context, _ next: (Request, Context) async throws -> Response
  ) async -> Response {
    do { return try await next(request, context) } catch { return ErrorPages.response(error, context) }
  }

  private func person(_ request: Request) -> String? {
    if let proxy {
      // A field that comes twice is the proxy's and somebody else's.
      guard let name = HTTPField.Name(proxy.userField), request.headers[values: name].count == 1,
        let person = request.headers[name], !person.isEmpty,
        (try? TextRules.validateLine(person, name: "The name", limit: 200)) != nil
      else { return nil }
      return person
    }
    // An open page asks for news even when nobody is there.
    let isActive = request.uri.path != "/-/changes"
    return request.cookies[Self.sessionCookie(request)].flatMap {
      signIn.person(ofSession: $0.value, isActive: isActive)
    }
  }
}
