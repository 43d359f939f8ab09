import HTTPTypes
import Hummingbird
import Synchronization

/// Keeps answers that depend on nothing but the registry, the person and the language, until the file is written.
///
/// So a page that several people look at is made once, and a script that asks for news takes no lock on the registry.
/// Every commit changes the time of the file's last write, which stat(2) tells without opening it. An answer is kept
/// only when that time lies well before the request, and is the same after it: then nothing was written meanwhile. Two
/// writes can have the same time when less than a tick of the kernel's clock, at most 10 ms, is between them.
final class PageCache: RouterMiddleware {
  typealias Context = ConsoleContext

  private struct Answers: Sendable {
    var stamp: RegistryAccess.FileStamp?
    var byRequest: [String: Response] = [:]
    var size = 0
  }

  /// The first parts of the paths of such answers. The search, the checks and what waits for somebody are kept in
  /// memory anyway, and whoever asks whether the registry is in order wants it to be examined.
  private static let prefixes = ["/codes", "/texts", "/review", "/history", "/operations/", "/glossary", "/-/changes"]
  /// Parts of the addresses of pages that show the search or the checks, which can be those of an older state of a
  /// registry.
  private static let computed = ["findings", "from=%2Ffind", "from=%2Fchecks"]
  /// How long ago the file must have been written.
  private static let margin: Int64 = 100_000_000
  /// The most bytes that are kept.
  private static let limit = 8_000_000

  private let registry: RegistryAccess
  private let answers = Mutex(Answers())

  init(_ registry: RegistryAccess) { self.registry = registry }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    guard request.method == .get, let person = context.person,
      Self.prefixes.contains(where: path.hasPrefix),
      !Self.computed.contains(where: request.uri.string.contains), let stamp = registry.stamp()
    else { return try await next(request, context) }
    let key = "\(context.words.language.tag)\n\(person)\n\(request.uri.string)"
    let kept = answers.withLock { $0.stamp == stamp ? $0.byRequest[key] : nil }
    if let kept { return kept }
    let isSettled = stamp.age > Self.margin
    let response = try await next(request, context)
    guard isSettled, response.status.code < 300, let size = response.body.contentLength, registry.stamp() == stamp
    else { return response }
    answers.withLock { answers in
      if answers.stamp != stamp || answers.size > Self.limit { answers = Answers(stamp: stamp) }
      if answers.byRequest.updateValue(response, forKey: key) == nil { answers.size += size + key.utf8.count + 500 }
    }
    return response
  }
}
