import Hummingbird
import Registry

/// What is known about one request.
struct ConsoleContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The words of the interface in the language of the request.
  var words = Words.english
  /// The person who is signed in; nil on the pages that everybody may see.
  var person: String?
  /// The path and query of the request, to come back to; nil for the answer to a form, which would be lost.
  var location: String? = "/"
  /// The path and query to which a form was posted.
  var postedTo = "/"
  /// The name of the person who was signed in last in the browser; nil when it is not known.
  var lastPerson: String?
  /// The form that was posted; nil when the request has none.
  var form: Form?

  /// The largest form.
  var maxUploadSize: Int { Form.keptSize }

  init(source: Source) { self.init(CoreRequestContextStorage(source: source)) }

  init(_ coreContext: CoreRequestContextStorage) { self.coreContext = coreContext }

  /// Returns the person who is signed in. Every route that needs one is behind the middleware, so there is one.
  func requirePerson() throws -> String {
    guard let person else { throw HTTPError(.unauthorized) }
    return person
  }
}
