import HTTPTypes
import Hummingbird
import Registry

/// The choice of the language of the interface.
enum InterfaceLanguage {
  static func addRoutes(to router: Router<ConsoleContext>, isHTTPS: Bool) {
    router.post("/interface-language") { request, context -> Response in
      let form = try await Form(of: request)
      guard let tag = form["language"], Words.languages.contains(where: { $0.language.tag.description == tag }) else {
        throw HTTPError(.badRequest)
      }
      var response = Response.redirect(to: ownPath(form["back"] ?? "/"), type: .normal)
      response.setCookie(
        SignInPage.cookie(RequestIdentity.languageCookie, tag, isHTTPS: isHTTPS, maxAge: 31_536_000))
      return response
    }
  }

  /// Returns the words in the language that the person chose, else in the first one that the browser asks for.
  static func words(for request: Request) -> Words {
    Words.for(
      request.cookies[RequestIdentity.languageCookie]?.value,
      accepted: AcceptLanguage(request.headers[values: .acceptLanguage].joined(separator: ",")))
  }

  /// Returns a path of this console, and `/` for an address of another one.
  static func ownPath(_ path: String) -> String {
    let isOwn =
      path.hasPrefix("/") && !path.hasPrefix("//") && !path.hasPrefix("/\\")
      && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    return isOwn ? path : "/"
  }
}
