import Foundation
import Hummingbird
import RegistryCatalog

func addRoutes(to router: Router<Caller>) {
  // A payment that always fails, as an example of a handler that throws.
  router.get("payments/:id") { _, _ -> Response in throw StatusCodeError(code: 1402) }

  router.get("status-codes/:code") { _, context in
    let catalog = try context.requireCatalog()
    guard let code = context.parameters.get("code", as: Int.self), let status = catalog.statusCode(code) else {
      throw HTTPError(.notFound)
    }
    let answer = Answer(status, catalog, context.languages)
    return try json(answer, languages: [answer.language])
  }

  router.get("status-codes") { request, context in
    let catalog = try context.requireCatalog()
    guard let key = request.uri.queryParameters.get("category"), catalog.categories.contains(where: { $0.key == key })
    else { throw HTTPError(.notFound) }
    let answers = catalog.statusCodes(inCategory: key).map { Answer($0, catalog, context.languages) }
    return try json(answers, languages: answers.map(\.language))
  }

  router.get("healthz") { _, context in
    let catalog = try context.requireCatalog()
    let languages = catalog.languages.map(\.tag.description)
    return try json(Health(release: catalog.release, revision: catalog.revision, languages: languages))
  }
}

/// A status code as JSON. A retired code has no text.
private struct Answer: Encodable {
  let code: Int
  let symbol: String
  let category: String
  let state: String
  let replacedBy: Int?
  let httpStatus: Int?
  let retryable: Bool?
  let text: String?
  let language: String?
  let direction: String?

  init(_ status: StatusCode, _ catalog: Catalog, _ languages: AcceptLanguage) {
    let message = catalog.message(for: status.number, in: languages)
    (code, symbol, category) = (status.number, status.symbol, status.category)
    (state, replacedBy) = (status.state.rawValue, status.replacedBy)
    (httpStatus, retryable) = (status.httpStatus, status.isRetryable)
    (text, language) = (message?.text, message?.language.description)
    direction = message?.direction.rawValue
  }
}

private struct Health: Encodable {
  let release: String?
  let revision: Int
  let languages: [String]
}

private func json(_ value: some Encodable, languages: [String?] = []) throws -> Response {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  // The field lists all languages; each text also contains its own.
  let named = Set(languages.compactMap(\.self)).sorted().joined(separator: ", ")
  return response(.ok, type: "application/json", language: named, Array(try encoder.encode(value)))
}
