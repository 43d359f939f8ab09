import Hummingbird
import RegistryCatalog

/// The error that a handler throws to answer with a status code of the registry. It contains no text and no language.
struct StatusCodeError: Error {
  let code: Int
  var arguments: [String: MessageValue] = [:]
  /// The HTTP status for codes that have none in the registry.
  var status = 422
}

/// Converts errors to problem details (RFC 9457) in the caller's language.
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
      // A code that is not in this release must not stop the service.
      guard let problem, let status = problem.status else { return plainProblem(.internalServerError) }
      return response(
        .init(code: status), type: ProblemDetails.contentType, language: problem.contentLanguage, problem.json)
    } catch let error as HTTPError {
      return plainProblem(error.status)
    }
  }
}

/// Returns a problem that has no meaning beyond its HTTP status (RFC 9457, section 4.2.1).
func plainProblem(_ status: HTTPResponse.Status) -> Response {
  let json = #"{"status":\#(status.code),"title":"\#(status.reasonPhrase)","type":"about:blank"}"#
  return response(status, type: ProblemDetails.contentType, language: "en", Array(json.utf8))
}

/// Returns a response in the given language, which is part of the cache key. An empty `language` adds no language
/// fields.
func response(_ status: HTTPResponse.Status, type: String, language: String, _ body: [UInt8]) -> Response {
  var headers: HTTPFields = [.contentType: type]
  if !language.isEmpty {
    headers[.contentLanguage] = language
    headers[.vary] = "Accept-Language"
  }
  return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
}
