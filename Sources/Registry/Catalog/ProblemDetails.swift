import FoundationEssentials

/// A status code as the body of an HTTP response: problem details (RFC 9457).
///
/// It does not send anything: put `json` into the body, and `contentType`, `contentLanguage` and, where it is said,
/// `status` where the HTTP library wants them. A cache needs `Vary: Accept-Language` besides.
public struct ProblemDetails: Sendable, Equatable {
  /// `application/problem+json`.
  public static let contentType = "application/problem+json"

  /// The code.
  public let statusCode: StatusCode
  /// The message that `title` shows.
  public let message: Catalog.Message
  /// What kind of problem it is: a URI reference that ends in the code's number, which never changes.
  public let type: String
  /// The message with its arguments filled in.
  public let title: String
  /// The status of the response; nil where neither the code nor the caller says one.
  public let status: Int?
  /// What is particular to this occurrence, as the service says it.
  public let detail: String?
  /// A URI reference of this occurrence.
  public let instance: String?

  /// The value of the field `Content-Language`: the language of `title`.
  public var contentLanguage: String { message.language.description }

  /// The body: one JSON object in UTF-8, its keys sorted. Members of the RFC are `type`, `title`, `status`, `detail` and
  /// `instance`; those of ours are `code`, `symbol`, `category`, `direction` (of `title`), `retryable` and
  /// `replaced_by`. What is not known is left out.
  public var json: [UInt8] {
    let members = Members(
      type: type, title: title, status: status, detail: detail, instance: instance, code: statusCode.code,
      symbol: statusCode.symbol, category: statusCode.category, direction: message.direction.rawValue,
      retryable: statusCode.isRetryable, replacedBy: statusCode.replacedBy)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings, integers and booleans always encode.
    return (try? encoder.encode(members)).map { Array($0) } ?? []
  }

  private struct Members: Encodable {
    let type: String
    let title: String
    let status: Int?
    let detail: String?
    let instance: String?
    let code: Int
    let symbol: String
    let category: String
    let direction: String
    let retryable: Bool?
    let replacedBy: Int?

    private enum CodingKeys: String, CodingKey {
      case type, title, status, detail, instance, code, symbol, category, direction, retryable
      case replacedBy = "replaced_by"
    }
  }
}

extension Catalog {
  /// The problem details of a code in the first of these languages that has it; nil for an unknown or retired code.
  ///
  /// - Parameters:
  ///   - code: the number.
  ///   - accepted: the languages that the caller reads.
  ///   - arguments: the values of the text's arguments, as for `Message.format`.
  ///   - status: the status of the response where the code does not say one, from 100 to 599.
  ///   - typeBase: what stands before the number in `type`; a place with documentation, best an absolute URI.
  ///   - detail: what is particular to this occurrence, in the same language if that is possible.
  ///   - instance: a URI reference of this occurrence.
  ///
  /// Throws: `missing-argument`, `invalid-pattern`, as `Message.format`.
  public func problem(
    for code: Int, in accepted: AcceptLanguage, arguments: [String: String] = [:], status: Int? = nil,
    typeBase: String = "/status-codes/", detail: String? = nil, instance: String? = nil
  ) throws(RegistryError) -> ProblemDetails? {
    guard let message = message(for: code, in: accepted), let statusCode = statusCode(code) else { return nil }
    return ProblemDetails(
      statusCode: statusCode, message: message, type: "\(typeBase)\(code)", title: try message.format(arguments),
      status: statusCode.httpStatus ?? status, detail: detail, instance: instance)
  }
}
