import Hummingbird
import Registry

/// What a handler knows of its request: the catalog that holds from its start to its end, and the caller's languages.
struct Caller: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Nil until the middleware has run.
  var catalog: Catalog?
  var languages = AcceptLanguage("")

  init(source: Source) { coreContext = .init(source: source) }

  /// The catalog; every route stands behind the middleware.
  func requireCatalog() throws -> Catalog {
    guard let catalog else { throw HTTPError(.internalServerError) }
    return catalog
  }
}

/// Takes the catalog and reads `Accept-Language`, once a request.
struct CallerMiddleware: RouterMiddleware {
  let live: LiveCatalog

  func handle(
    _ request: Request, context: Caller, next: (Request, Caller) async throws -> Response
  ) async throws -> Response {
    var context = context
    context.catalog = live.catalog
    // A field may come in several lines, which mean one list (RFC 9110, section 5.3).
    context.languages = AcceptLanguage(request.headers[values: .acceptLanguage].joined(separator: ","))
    return try await next(request, context)
  }
}
