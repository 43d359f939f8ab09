import Hummingbird
import Registry
import Synchronization

/// Tells every person once when another file has taken the place of the registry, before anything is done with it: a
/// text that was typed for the old file is not stored in a restored backup unseen.
struct RegistryWatch: RouterMiddleware {
  typealias Context = ConsoleContext

  /// The file that each person was last shown.
  private final class Seen: Sendable {
    let files = Mutex<[String: RegistryAccess.FileMark]>([:])
  }

  let registry: RegistryAccess
  private let seen = Seen()

  init(_ registry: RegistryAccess) { self.registry = registry }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    // What a script asks for is not seen by anybody, and signing in or out needs no registry.
    let path = request.uri.path
    guard let person = context.person, !path.hasPrefix("/-/"), !RequestIdentity.isOpen(path) else {
      return try await next(request, context)
    }
    guard let file = registry.file() else { throw ConsoleError.registryGone }
    let before = seen.files.withLock { files in
      defer { files[person] = file }
      return files[person]
    }
    guard before == nil || before == file else { throw ConsoleError.registryReplaced }
    return try await next(request, context)
  }
}
