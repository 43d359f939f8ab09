import Registry

// How a service uses a catalog, one task per function. docs/swift.md explains them.

/// At startup: load a verified release and follow later ones.
func followReleases(_ path: RegistryPath, log: @escaping @Sendable (String) -> Void) throws(RegistryError)
  -> LiveCatalog
{
  try LiveCatalog(snapshot: path, every: .seconds(5)) { event in
    switch event {
    case .replaced(let catalog): log("serving release \(catalog.release ?? "-"), revision \(catalog.revision)")
    case .kept(let error): log("keeping the old catalog: \(error)")
    case .recovered: log("the file is good again")
    @unknown default: break
    }
  }
}

/// In a request: use one catalog from start to end, and parse the field once.
func title(of code: Int, acceptLanguage: String, from live: LiveCatalog) -> String? {
  let (catalog, languages) = (live.catalog, AcceptLanguage(acceptLanguage))
  return catalog.message(for: code, in: languages)?.text
}

/// In a page: use the language and direction of the text, which may be a fallback.
func paragraph(_ message: Catalog.Message, escape: (String) -> String) -> String {
  "<p lang=\"\(message.language)\" dir=\"\(message.direction.rawValue)\">\(escape(message.text))</p>"
}

/// In a log line or an e-mail: isolate the text, so that Arabic does not reorder the text around it.
func line(_ message: Catalog.Message, order: String) -> String {
  "order \(order): \(message.isolated) [\(message.code)]"
}

/// With arguments: they are passed by name, and each is isolated. A missing argument is an error.
func shortfall(_ catalog: Catalog, in languages: AcceptLanguage) throws(RegistryError) -> String? {
  try catalog.message(for: 1402, in: languages)?.format(["amount": "12.50 SAR"])
}

/// In an HTTP API: the status, fields and body of problem details.
func problem(
  _ code: Int, _ catalog: Catalog, in languages: AcceptLanguage
) throws(RegistryError) -> (status: Int, fields: [String: String], body: [UInt8])? {
  guard let problem = try catalog.problem(for: code, in: languages, typeBase: "https://pay.example/status-codes/")
  else { return nil }
  let fields = [
    "Content-Type": ProblemDetails.contentType, "Content-Language": problem.contentLanguage, "Vary": "Accept-Language",
  ]
  return (problem.status ?? 422, fields, problem.json)
}

/// For a client that decides whether to repeat a request.
func shouldTryAgain(after code: Int, _ catalog: Catalog) -> Bool { catalog.statusCode(code)?.isRetryable ?? false }
