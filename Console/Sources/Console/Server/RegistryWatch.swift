import Hummingbird
import Registry
import Synchronization

/// Tells each person once that another file has taken the place of the registry. It does so before it carries out the
/// person's request, so that a text that was typed for the old file is not stored in a restored backup unseen.
final class RegistryWatch: RouterMiddleware {
  typealias Context = ConsoleContext

  private let registry: RegistryAccess
  /// The file that each person was last shown.
  private let shown = Mutex<[String: RegistryAccess.FileMark]>([:])

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
    let before = shown.withLock { files in
      defer { files[person] = file }
      return files[person]
    }
    guard before == nil || before == file else { throw ConsoleError.registryReplaced }
    return try await next(request, context)
  }
}
