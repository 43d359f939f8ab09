import HTTPTypes
import Hummingbird

/// Answers requests with a method that a path does not have.
enum AllowedMethods {
  private static let known: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]

  /// Adds a refusal with the field `Allow` for every method that a path of the router does not have.
  static func addRefusals(to router: Router<ConsoleContext>) {
    let routes = Dictionary(grouping: router.routes, by: { "\($0.path)" })
    for (path, own) in routes {
      let methods = own.map(\.method)
      let allowed = methods.map(\.rawValue).sorted().joined(separator: ", ")
      for method in known where !methods.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw HTTPError(.methodNotAllowed, headers: [.allow: allowed])
        }
      }
    }
  }
}
