import Hummingbird

/// Logs the method, the path without its query, and the status of every request.
///
/// Hummingbird's own log has the whole address. A query may contain what a customer saw, and the path of a link is a
/// secret.
struct RequestLog: RouterMiddleware {
  typealias Context = ConsoleContext

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    let path = request.uri.path.hasPrefix("/once/") ? "/once/…" : request.uri.path
    context.logger.info("\(request.method) \(path) \(response.status.code)")
    return response
  }
}
