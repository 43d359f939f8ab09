import HTTPTypes
import Hummingbird

/// The pages of signing in.
enum SignInPage {
  /// Returns the page that says how to sign in. What was posted is kept in it, so that an expired session loses
  /// nothing.
  ///
  /// - Parameters:
  ///   - asksForLink: Whether people sign in with a link, and not at a proxy.
  ///   - refused: A link that is not good.
  static func needed(_ context: ConsoleContext, asksForLink: Bool, refused: String? = nil) -> Response {
    let words = context.words
    let notice = refused.map { link in
      Page.Notice(
        text: "<p>\(words(SignIn.isSecret(secret(ofLink: link)) ? .spentLink : .notALink))</p>", isError: true)
    }
    let kept = context.form.map { form in
      KeptForm(form, path: context.postedTo, person: context.lastPerson)
        .html(words, asksForLink: asksForLink)
    }
    return Page(
      title: words(.signIn), status: .unauthorized, notice: notice,
      content: """
        <p>\(words(context.form == nil ? .signInNeeded : .sessionEnded))</p>
        \(kept)
        \(how(context, asksForLink: asksForLink, hasField: kept == nil))
        """
    ).response(context)
  }

  /// Returns what says how to sign in.
  ///
  /// - Parameter hasField: Whether a field for a link belongs to it.
  static func how(_ context: ConsoleContext, asksForLink: Bool, hasField: Bool = true) -> HTML {
    let words = context.words
    guard asksForLink else { return "<p>\(words(.signInAtProxy))</p>" }
    let back = context.location.flatMap { RequestIdentity.isOpen($0) ? nil : $0 } ?? "/"
    let form: HTML = """
      <form action="/sign-in" method="post">
      <input type="hidden" name="back" value="\(HTML(exactly: back))">
      \(linkField(words(.linkField)))
      <p class="actions"><button class="primary">\(words(.signIn))</button></p></form>
      """
    return "<p>\(words(.signInHow))</p>\(form, if: hasField)"
  }

  /// Returns the field for a link.
  static func linkField(_ label: String) -> HTML {
    """
    <p><label for="\(HTML(text: KeptForm.link))">\(label)</label>
    <input id="\(HTML(text: KeptForm.link))" name="\(HTML(text: KeptForm.link))" dir="ltr" size="40" \
    autocomplete="off" \
    maxlength="300"></p>
    """
  }

  /// Returns the secret of a link, which may be given as the whole address.
  static func secret(ofLink link: String) -> String {
    String(link.filter { !$0.isWhitespace }.split(separator: "/").last ?? "")
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
    router.get("/sign-in") { _, context -> Response in
      context.person == nil ? needed(context, asksForLink: !isHTTPS) : .redirect(to: "/", type: .normal)
    }
    router.post("/sign-in") { request, context -> Response in
      let form = try await Form(of: request)
      let (link, back) = (form[KeptForm.link] ?? "", InterfaceLanguage.ownPath(form["back"] ?? "/"))
      var response = Response.redirect(to: back, type: .normal)
      if context.person != nil { return response }
      guard let session = signIn.spend(link: secret(ofLink: link)) else {
        var context = context
        (context.form, context.location) = (nil, back)
        return needed(context, asksForLink: !isHTTPS, refused: link)
      }
      setCookies(of: session, for: request, in: &response, isHTTPS: isHTTPS)
      return response
    }
    router.post("/sign-out") { request, context -> Response in
      if let cookie = request.cookies[RequestIdentity.sessionCookie(request)] { signIn.end(session: cookie.value) }
      var context = context
      (context.person, context.location) = (nil, "/")
      var response = Page(
        title: context.words(.signedOut), content: how(context, asksForLink: !isHTTPS)
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
