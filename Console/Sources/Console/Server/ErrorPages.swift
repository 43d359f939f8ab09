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
      context.words = InterfaceLanguage.words(for: request)
      return Self.response(error, context)
    }
  }

  /// Returns the page about an error.
  ///
  /// - Parameter kept: What was typed, to be sent again.
  static func response(_ error: any Error, _ context: ConsoleContext, kept: HTML = "") -> Response {
    let (status, text) = text(error, context)
    var content = text + kept
    if status == .notFound || status == .methodNotAllowed {
      content += "<p><a href=\"/\">\(context.words(.navWork))</a></p>"
    }
    if status.code >= 500 {
      let number = context.words(.requestNumber, ["number": .text("\(context.id)")])
      content += "<p class=\"small\">\(number)</p>"
      context.logger.error("\(context.id): \(error)")
    }
    var response = Page(title: context.words(.errorTitle), status: status, content: content).response(context)
    if status == .serviceUnavailable { response.headers[.retryAfter] = "5" }
    if let error = error as? HTTPError, let allowed = error.headers[.allow] { response.headers[.allow] = allowed }
    return response
  }

  private static func text(_ error: any Error, _ context: ConsoleContext) -> (HTTPResponse.Status, HTML) {
    let words = context.words
    return switch error {
    case ConsoleError.foreignHost: (.misdirectedRequest, "<p>\(words(.forbidden))</p>")
    case ConsoleError.foreignOrigin: (.forbidden, "<p>\(words(.foreignOrigin))</p>")
    case ConsoleError.spentLink: (.gone, "<p>\(words(.spentLink))</p>\(SignInPage.how(context, asksForLink: true))")
    case ConsoleError.typedBy(let name):
      (.forbidden, "<p>\(words.phrase(.typedByOther, ["name": .name(name)]).html)</p>")
    case ConsoleError.registryGone: (.serviceUnavailable, "<p>\(words(.registryGone))</p>")
    case ConsoleError.registryReplaced: (.conflict, "<p>\(words(.registryReplaced))</p>")
    case let error as RegistryError:
      {
        let said = RegistryErrorText(error, words)
        return (said.status, said.text)
      }()
    case let error as any HTTPResponseError: text(of: error.status, words)
    default: (.internalServerError, "<p>\(words(.failed))</p>")
    }
  }

  private static func text(of status: HTTPResponse.Status, _ words: Words) -> (HTTPResponse.Status, HTML) {
    switch status.code {
    case 404, 405: (status, "<p>\(words(.notFound))</p>")
    case 413: (status, "<p>\(words(.tooLarge))</p>")
    case 400, 415: (status, "<p>\(words(.badForm))</p>")
    default: (status, "<p>\(words(.failed))</p>")
    }
  }
}
