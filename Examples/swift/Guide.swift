import Registry

// What a service does with a catalog, one thing a function; docs/swift.md tells why. The compiler holds it to the library.

/// At startup: verified, and followed as releases come and go.
func followReleases(_ path: RegistryPath, log: @escaping @Sendable (String) -> Void) throws(RegistryError)
  -> LiveCatalog
{
  try LiveCatalog(snapshot: path, every: .seconds(5)) { event in
    switch event {
    case .replaced(let catalog): log("serving release \(catalog.release ?? "-"), revision \(catalog.revision)")
    case .kept(let error): log("keeping the old catalog: \(error)")
    case .recovered: log("the file is good again")
    }
  }
}

/// In a request: one catalog from its start to its end, the field read once.
func title(of code: Int, acceptLanguage: String, from live: LiveCatalog) -> String? {
  let (catalog, languages) = (live.catalog, AcceptLanguage(acceptLanguage))
  return catalog.message(for: code, in: languages)?.text
}

/// In a page: language and direction are those of the text that answered.
func paragraph(_ message: Catalog.Message, escape: (String) -> String) -> String {
  "<p lang=\"\(message.language)\" dir=\"\(message.direction.rawValue)\">\(escape(message.text))</p>"
}

/// In a log line or an e-mail: an Arabic text cannot move what stands beside it.
func line(_ message: Catalog.Message, order: String) -> String {
  "order \(order): \(message.isolated) [\(message.code)]"
}

/// With arguments: by name, each isolated; a missing one is an error that names it.
func shortfall(_ catalog: Catalog, in languages: AcceptLanguage) throws(RegistryError) -> String? {
  try catalog.message(for: 1402, in: languages)?.format(["amount": "12.50 SAR"])
}

/// As the answer of an HTTP API: status, fields and body of problem details.
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

/// For a client that tries again by itself.
func shouldTryAgain(after code: Int, _ catalog: Catalog) -> Bool { catalog.statusCode(code)?.isRetryable ?? false }
