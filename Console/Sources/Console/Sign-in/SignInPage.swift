import HTTPTypes
import Hummingbird

/// The pages of signing in.
enum SignInPage {
  /// Returns the page that says how to sign in. What was posted is kept in it, so that an expired session loses
  /// nothing.
  ///
  /// - Parameters:
  ///   - asksForLink: Whether people sign in with a link, and not at a proxy.
  ///   - isLinkSpent: Whether a link was given that is not good.
  static func needed(_ context: ConsoleContext, asksForLink: Bool, isLinkSpent: Bool = false) -> Response {
    let words = context.words
    let notice = isLinkSpent ? Page.Notice(text: "<p>\(words(.spentLink))</p>", isError: true) : nil
    let kept = context.form.map { form in
      KeptForm(form, path: context.postedTo, person: context.lastPerson)
        .html(words, asksForLink: asksForLink)
    }
    return Page(
      title: words(.signIn), status: .unauthorized, notice: notice,
      content: """
        <p>\(words(context.form == nil ? .signInNeeded : .sessionEnded))</p>
        \(kept)
        <p>\(words(asksForLink ? .signInHow : .signInAtProxy))</p>
        """
    ).response(context)
  }

  /// Returns the secret of a link, which may be given as the whole address.
  static func secret(ofLink link: String) -> String {
    String(link.split(separator: "/").last ?? "").filter { !$0.isWhitespace }
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
          <p><button autofocus>\(words.phrase(.signInAs, ["name": .name(person)]).html)</button></p>
          </form>
          """
      ).response(context)
    }
    router.post("/once/:secret") { request, context -> Response in
      guard let secret = context.parameters.get("secret"), let session = signIn.spend(link: secret) else {
        throw ConsoleError.spentLink
      }
      // The session that the browser had before ends with the new one.
      if let cookie = request.cookies[RequestIdentity.sessionCookie(request)] { signIn.end(session: cookie.value) }
      var response = Response.redirect(to: "/", type: .normal)
      setCookies(of: session, for: request, in: &response, isHTTPS: isHTTPS)
      return response
    }
    router.post("/sign-out") { request, context -> Response in
      if let cookie = request.cookies[RequestIdentity.sessionCookie(request)] { signIn.end(session: cookie.value) }
      var context = context
      (context.person, context.location) = (nil, "/")
      var response = Page(
        title: context.words(.signedOut), content: "<p>\(context.words(.signInHow))</p>"
      ).response(context)
      response.setCookie(cookie(RequestIdentity.sessionCookie(request), "", isHTTPS: isHTTPS, maxAge: 0))
      return response
    }
  }

  /// Sets the cookies of a new session.
  static func setCookies(
    of session: SignIn.NewSession, for request: Request, in response: inout Response, isHTTPS: Bool
  ) {
    response.setCookie(cookie(RequestIdentity.sessionCookie(request), session.secret, isHTTPS: isHTTPS))
    response.setCookie(
      cookie(RequestIdentity.personCookie(request), PathText.encoded(session.person), isHTTPS: isHTTPS))
  }

  /// Returns a cookie that scripts cannot read and that other sites do not send.
  static func cookie(_ name: String, _ value: String, isHTTPS: Bool, maxAge: Int? = nil) -> Cookie {
    Cookie(
      name: name, value: value, maxAge: maxAge, path: "/", secure: isHTTPS, httpOnly: true, sameSite: .lax)
  }
}
