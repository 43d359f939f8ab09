import Hummingbird
import Registry

/// What has changed since a page was made. A script asks for it every few seconds, so the usual answer, that nothing
/// has changed, reads one number. It sees the edits of other programs too.
struct Changes: Encodable, Sendable {
  /// A change of a code or of one of its texts.
  struct Change: Encodable, Sendable, Equatable {
    let code: Int
    /// The language of the text; nil when the code itself has changed.
    let language: String?
    let person: String
    let time: String
    let operation: Int
  }

  /// The most changes of an answer.
  static let limit = 50

  /// The number of the newest operation. It is less than the number that was asked about when an older copy of the
  /// registry was restored.
  let revision: Int
  /// The newest changes, the newest last.
  let changes: [Change]

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/-/changes") { request, context -> Response in
      _ = try context.requirePerson()
      guard let after = request.uri.formParameters.get("after", as: Int.self), after >= 0 else {
        throw HTTPError(.badRequest)
      }
      let code = request.uri.formParameters["code"].map(String.init)
      let found = try await registry.read { try Changes(after: after, code: code, $0) }
      guard let found else { return Response(status: .noContent) }
      return try Response(json: found)
    }
  }

  /// Reads what has changed after an operation; nil when nothing has.
  ///
  /// - Parameters:
  ///   - after: The number of the operation.
  ///   - code: The code to read about; nil for all.
  init?(after: Int, code: String?, _ registry: RegistryReader) throws(RegistryError) {
    revision = try registry.revision()
    guard revision != after else { return nil }
    let operations =
      revision < after
      ? []
      : try registry.history(
        HistoryFilter(code: code, limit: min(revision - after, Self.limit), shownChanges: Self.limit))
    var changes: [Change] = []
    for operation in operations.prefix(while: { $0.id > after }).reversed() {
      var seen: Set<RegistryRow> = []
      for row in operation.changes.map(\.row) where seen.insert(row).inserted {
        guard let code = Self.code(of: row) else { continue }
        changes.append(
          Change(
            code: code, language: row.language?.description, person: operation.actor, time: operation.at,
            operation: operation.id))
      }
    }
    self.changes = changes.suffix(Self.limit)
  }

  private static func code(of row: RegistryRow) -> Int? {
    switch row {
    case .statusCode(let code), .translation(let code, _): code
    default: nil
    }
  }
}
