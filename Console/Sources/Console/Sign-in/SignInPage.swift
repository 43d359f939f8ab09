import Hummingbird

/// The pages of signing in.
enum SignInPage {
  /// Returns the page that says how to sign in. What was posted is kept in it, so that an expired session loses
  /// nothing.
  static func needed(for request: Request, _ context: ConsoleContext) async throws -> Response {
    let words = context.words
    var content: HTML = "<p>\(words(.signInNeeded))</p>"
    if request.method == .post, request.uri.path != "/sign-out", let form = try? await Form(of: request) {
      content += """
        <div class="notice" role="status"><p><strong>\(words(.keptText))</strong></p><p>\(words(.keptTextHow))</p></div>
        """
      content += kept(form, path: request.uri.path, words)
    }
    content += "<p>\(words(.signInHow))</p>"
    return Page(title: words(.signIn), status: .unauthorized, content: content).response(context)
  }

  /// Returns a form with everything that was posted. The longer texts are shown, so that a person can copy them.
  private static func kept(_ form: Form, path: String, _ words: Words) -> HTML {
    let fields = form.all.map { field -> HTML in
      let (name, value) = (HTML(exactly: field.name), HTML(exactly: field.value))
      guard field.name.hasPrefix("text-") else { return "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" }
      let tag = HTML(text: String(field.name.dropFirst(5)))
      return """
        <p><label>\(tag) <textarea name="\(name)" lang="\(tag)" dir="auto" rows="2" maxlength="4000">
        \(value)</textarea></label></p>
        """
    }
    return """
      <form action="\(path)" method="post">\(fields)<p><button>\(words(.continueSaving))</button></p></form>
      """
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ signIn: SignIn, isHTTPS: Bool) {
    // A preview of the link by a program that follows it must not spend it, so GET only shows a button.
    router.get("/once/:secret") { _, context -> Response in
      let words = context.words
      guard let secret = context.parameters.get("secret"), let person = signIn.person(ofLink: secret) else {
        throw ConsoleError.spentLink
      }
      return Page(
        title: words(.signIn),
        content: """
          <form action="/once/\(secret)" method="post">
          <p><button autofocus>\(words(.signInAs, ["name": .text(person)]))</button></p>
          </form>
          """
      ).response(context)
    }
    router.post("/once/:secret") { _, context -> Response in
      guard let secret = context.parameters.get("secret"), let session = signIn.spend(link: secret) else {
        throw ConsoleError.spentLink
      }
      var response = Response.redirect(to: "/", type: .normal)
      response.setCookie(cookie(session, isHTTPS: isHTTPS))
      return response
    }
    router.post("/sign-out") { request, context -> Response in
      if let cookie = request.cookies[RequestIdentity.sessionCookie] { signIn.end(session: cookie.value) }
      var response = Page(
        title: context.words(.signedOut), content: "<p>\(context.words(.signInHow))</p>"
      ).response(context)
      response.setCookie(cookie("", isHTTPS: isHTTPS, maxAge: 0))
      return response
    }
  }

  private static func cookie(_ value: String, isHTTPS: Bool, maxAge: Int? = nil) -> Cookie {
    Cookie(
      name: RequestIdentity.sessionCookie, value: value, maxAge: maxAge, path: "/", secure: isHTTPS, httpOnly: true,
      sameSite: .lax)
  }
}
