import Hummingbird
import Registry

/// The routes of the history: the list, one operation, and its undo.
enum HistoryRoutes {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/history") { request, context -> Response in
      let query = ListQuery(request.uri.formParameters)
      return try await registry.read { try HistoryPage.read(query, $0) }.page(context.words).response(context)
    }
    router.get("/operations/:number") { request, context -> Response in
      let number = try context.parameters.require("number", as: Int.self)
      let person = try context.requirePerson()
      let (operation, languages) = try await registry.read { registry -> (RegistryOperation?, [Language]) in
        (
          try registry.history(HistoryFilter(operation: number)).first, try registry.languages().map(\.value)
        )
      }
      guard let operation else { throw HTTPError(.notFound) }
      let plan = try await preview(of: number, by: person, registry)
      var page = OperationPage(operation: operation, plan: plan, languages: languages)
      if let done = request.uri.formParameters["done"] {
        page.notice = Page.Notice(
          text: done == "same"
            ? "<p>\(context.words(.undoNothing))</p>"
            : "<p>\(context.words(.undone, ["number": .text("\(number)"), "undo": .text(String(done))]))</p>")
      }
      return page.page(context.words).response(context)
    }
    router.post("/operations/:number/undo") { request, context -> Response in
      let number = try context.parameters.require("number", as: Int.self)
      let person = try context.requirePerson()
      let form = try await Form(of: request)
      let note = form["note"].flatMap { $0.isEmpty ? nil : $0 }
      let result = try await registry.edit(
        as: OperationIntent(actor: person, command: "console undo", note: note)
      ) { (editor) throws(RegistryError) in try editor.undo(number) }
      let done = result.operation.map { "\($0)" } ?? "same"
      if result.value.conflicts.isEmpty, let back = form["back"] {
        let path = InterfaceLanguage.ownPath(back)
        return .redirect(to: "\(path)\(path.contains("?") ? "&" : "?")done=\(done)", type: .normal)
      }
      return .redirect(to: "/operations/\(number)?done=\(done)", type: .normal)
    }
  }

  /// Returns what an undo would do, without doing it; nil when the operation cannot be undone.
  private static func preview(
    of number: Int, by person: String, _ registry: RegistryAccess
  ) async throws -> ReversalResult? {
    do {
      return try await registry.edit(
        as: OperationIntent(actor: person, command: "console undo", note: nil, isDryRun: true)
      ) { (editor) throws(RegistryError) in try editor.undo(number) }.value
    } catch let error as RegistryError where error.code.kind == .invalid || error.code.kind == .notFound {
      return nil
    }
  }
}
