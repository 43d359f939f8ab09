import HTTPTypes
import Hummingbird
import Registry

/// Turns every error into a page, so that it has the header fields of all pages. A page says what happened and never
/// shows the program's own words for an error that nobody expected; the log has them under the number of the request.
struct ErrorPages: RouterMiddleware {
  typealias Context = ConsoleContext

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch {
      // The middleware that finds the language of the person may not have run.
      var context = context
      context.words = Words.for(
        request.cookies[RequestIdentity.languageCookie]?.value,
        accepted: AcceptLanguage(request.headers[values: .acceptLanguage].joined(separator: ",")))
      return Self.page(error, context).response(context)
    }
  }

  static func page(_ error: any Error, _ context: ConsoleContext) -> Page {
    let words = context.words
    let (status, text): (HTTPResponse.Status, HTML) =
      switch error {
      case ConsoleError.foreignHost: (.misdirectedRequest, "<p>\(words(.forbidden))</p>")
      case ConsoleError.foreignOrigin: (.forbidden, "<p>\(words(.foreignOrigin))</p>")
      case ConsoleError.spentLink: (.gone, "<p>\(words(.spentLink))</p><p>\(words(.signInHow))</p>")
      case let error as RegistryError: page(of: error, words)
      case let error as any HTTPResponseError: page(of: error.status, words)
      default: (.internalServerError, "<p>\(words(.failed))</p>")
      }
    let number: HTML = "<p class=\"small\">\(words(.requestNumber, ["number": .text("\(context.id)")]))</p>"
    if status.code >= 500 { context.logger.error("\(error)") }
    return Page(title: words(.errorTitle), status: status, content: text + (status.code >= 500 ? number : ""))
  }

  private static func page(of error: RegistryError, _ words: Words) -> (HTTPResponse.Status, HTML) {
    let status: HTTPResponse.Status =
      switch error.code.kind {
      case .notFound: .notFound
      case .conflict: .conflict
      case .busy: .serviceUnavailable
      case .invalid, .mismatch: .unprocessableContent
      default: .internalServerError
      }
    if error.code == .busy { return (status, "<p>\(words(.registryBusy))</p>") }
    if error.code == .migrationPending { return (.serviceUnavailable, "<p>\(words(.registryMoved))</p>") }
    // The messages of the library are about the registry's own content, and in English.
    return (status, "<p lang=\"en\" dir=\"ltr\">\(error.message)</p>")
  }

  private static func page(of status: HTTPResponse.Status, _ words: Words) -> (HTTPResponse.Status, HTML) {
    switch status.code {
    case 404, 405: (status, "<p>\(words(.notFound))</p>")
    case 413: (status, "<p>\(words(.tooLarge))</p>")
    case 400, 415: (status, "<p>\(words(.badForm))</p>")
    default: (status, "<p>\(words(.failed))</p>")
    }
  }
}
