import Hummingbird
import Registry

/// Keeps what was typed when a request cannot be carried out: the page of the error has the whole form.
struct FormKeeper: RouterMiddleware {
  typealias Context = ConsoleContext

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let form = context.form, let person = context.person else { return try await next(request, context) }
    let kept = KeptForm(form, path: context.postedTo, person: person)
    do {
      if let typist = kept.typist, typist != person { throw ConsoleError.typedBy(typist) }
      return try await next(request, context)
    } catch {
      return ErrorPages.response(error, context, kept: kept.html(after: error, context.words))
    }
  }
}
