import Hummingbird
import Registry

/// What a handler throws to end with a status code of the registry. It names no text and no language.
struct StatusCodeError: Error {
  let code: Int
  var arguments: [String: String] = [:]
  /// The HTTP status where the registry does not say one.
  var status = 422
}

/// Turns what was thrown into problem details (RFC 9457) in the caller's language.
struct ProblemMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: Caller, next: (Request, Caller) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as StatusCodeError {
      let problem = try context.requireCatalog().problem(
        for: error.code, in: context.languages, arguments: error.arguments, status: error.status,
        instance: request.uri.path)
      // A code that this release does not have yet must not stop the service.
      guard let problem, let status = problem.status else { return plainProblem(.internalServerError) }
      return response(
        .init(code: status), type: ProblemDetails.contentType, language: problem.contentLanguage, problem.json)
    } catch let error as HTTPError {
      return plainProblem(error.status)
    }
  }
}

/// A problem that means no more than its HTTP status (RFC 9457, section 4.2.1).
func plainProblem(_ status: HTTPResponse.Status) -> Response {
  let json = #"{"status":\#(status.code),"title":"\#(status.reasonPhrase)","type":"about:blank"}"#
  return response(status, type: ProblemDetails.contentType, language: "en", Array(json.utf8))
}

/// A body in one of several languages, which a cache must keep apart; none is said where `language` is empty.
func response(_ status: HTTPResponse.Status, type: String, language: String, _ body: [UInt8]) -> Response {
  var headers: HTTPFields = [.contentType: type]
  if !language.isEmpty {
    headers[.contentLanguage] = language
    headers[.vary] = "Accept-Language"
  }
  return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
}
