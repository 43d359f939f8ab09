import FoundationEssentials

/// A status code as the body of an HTTP response: problem details (RFC 9457).
///
/// ```swift
/// if let problem = try catalog.problem(for: 1402, in: languages, status: 422) {
///   respond(status: problem.status, language: problem.contentLanguage, body: problem.json)
/// }
/// ```
///
/// This type does not send anything. Use ``json`` as the body, ``contentType`` and ``contentLanguage`` as headers, and
/// ``status`` as the status of the response when it is not nil. Also send `Vary: Accept-Language`, which caches need.
public struct ProblemDetails: Sendable, Equatable {
  /// The value of the header `Content-Type`: `application/problem+json`.
  public static let contentType = "application/problem+json"

  /// The status code.
  public let statusCode: StatusCode
  /// The message that ``title`` is made from.
  public let message: Catalog.Message
  /// The problem type: a URI reference that ends with the code's number. It never changes for a code.
  public let type: String
  /// The message with its arguments inserted.
  public let title: String
  /// The HTTP status of the response; nil when neither the code nor the caller specifies one.
  public let status: Int?
  /// An explanation of this occurrence; nil when the service gives none.
  public let detail: String?
  /// A URI reference that identifies this occurrence; nil when the service gives none.
  public let instance: String?

  /// The value of the header `Content-Language`: the language of ``title``.
  public var contentLanguage: String { message.language.description }

  /// The body: one JSON object in UTF-8 with sorted keys.
  ///
  /// The members of RFC 9457 are `type`, `title`, `status`, `detail` and `instance`. The extension members are `code`,
  /// `symbol`, `category`, `direction` (the direction of `title`), `retryable` and `replaced_by`. Members without a
  /// value are omitted.
  public var json: [UInt8] {
    let members = Members(
      type: type, title: title, status: status, detail: detail, instance: instance, code: statusCode.number,
      symbol: statusCode.symbol, category: statusCode.category, direction: message.direction.rawValue,
      retryable: statusCode.isRetryable, replacedBy: statusCode.replacedBy)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Encoding strings, integers and booleans never fails.
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
  /// Returns the problem details of a code, in the first accepted language that has a message.
  ///
  /// - Parameters:
  ///   - code: The number of the code.
  ///   - accepted: The languages that the caller accepts.
  ///   - arguments: The values of the message's arguments, as for ``Message/format(_:numberingSystem:)``.
  ///   - status: The HTTP status of the response, from 100 to 599. It is used when the code does not specify one.
  ///   - typeBase: The prefix of `type` before the number: the address of your documentation, preferably an absolute
  ///     URI.
  ///   - detail: An explanation of this occurrence, preferably in the same language.
  ///   - instance: A URI reference that identifies this occurrence.
  /// - Returns: The problem details; nil when the code is unknown or retired.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/missingArgument``,
  ///   ``RegistryError/Code/wrongArgumentKind`` or
  ///   ``RegistryError/Code/invalidPattern``, as ``Message/format(_:numberingSystem:)`` does.
  public func problem(
    for code: Int, in accepted: AcceptLanguage, arguments: [String: MessageValue] = [:], status: Int? = nil,
    typeBase: String = "/status-codes/", detail: String? = nil, instance: String? = nil
  ) throws(RegistryError) -> ProblemDetails? {
    guard let message = message(for: code, in: accepted), let statusCode = statusCode(code) else { return nil }
    return ProblemDetails(
      statusCode: statusCode, message: message, type: "\(typeBase)\(code)", title: try message.format(arguments),
      status: statusCode.httpStatus ?? status, detail: detail, instance: instance)
  }
}
