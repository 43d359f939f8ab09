import Hummingbird
import RegistryCatalog

/// The context of a request: one catalog from its start to its end, and the caller's languages.
struct Caller: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The catalog; nil until the middleware has run.
  var catalog: Catalog?
  var languages = AcceptLanguage("")

  init(source: Source) { coreContext = .init(source: source) }

  /// Returns the catalog. Every route is behind the middleware, so there is always one.
  func requireCatalog() throws -> Catalog {
    guard let catalog else { throw HTTPError(.internalServerError) }
    return catalog
  }
}

/// Sets the catalog and parses `Accept-Language`, once per request.
struct CallerMiddleware: RouterMiddleware {
  let live: LiveCatalog

  func handle(
    _ request: Request, context: Caller, next: (Request, Caller) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.catalog = live.catalog
    // A field on several lines is one list (RFC 9110, section 5.3).
    context.languages = AcceptLanguage(request.headers[values: .acceptLanguage].joined(separator: ","))
    return try await next(request, context)
  }
}
