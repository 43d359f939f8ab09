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
      let isAsked = request.uri.formParameters["preview"] == "1"
      var page = try await page(number, for: person, registry, isAsked: isAsked)
      page.notice = try await notice(request.uri.formParameters["done"], number, person, registry, context.words)
      return page.page(context.words).response(context)
    }
    router.post("/operations/:number/undo") { request, context -> Response in
      let number = try context.parameters.require("number", as: Int.self)
      let person = try context.requirePerson()
      let form = try await Form(of: request)
      // What was typed before the session ended is shown again, so that nobody else's name is under it.
      if KeptForm.isKept(form) {
        var page = try await page(number, for: person, registry, isAsked: true)
        (page.note, page.notice) = (form["note"] ?? "", Page.Notice(text: "<p>\(context.words(.keptShown))</p>"))
        return page.page(context.words).response(context)
      }
      let note = form["note"].flatMap { $0.isEmpty ? nil : $0 }
      let result = try await registry.edit(
        as: OperationIntent(actor: person, command: "console undo", note: note)
      ) { (editor) throws(RegistryError) in try editor.undo(number) }
      let back = result.value.conflicts.isEmpty ? form["back"].map(InterfaceLanguage.ownPath) : nil
      return .redirect(
        to: SavedNotice.path(back ?? "/operations/\(number)", after: result.operation), type: .normal)
    }
  }

  /// Returns the notice after an undo.
  ///
  /// - Parameter done: The number of the operation that the undo has made, or `same`. Those of others are no news.
  private static func notice(
    _ done: Substring?, _ number: Int, _ person: String, _ registry: RegistryAccess, _ words: Words
  ) async throws -> Page.Notice? {
    if done == "same" { return Page.Notice(text: "<p>\(words(.undoNothing))</p>") }
    guard let done = done.flatMap({ Int($0) }) else { return nil }
    let made = try await registry.read { try $0.operation(done, by: person, shownChanges: 1) }
    guard let made, made.reversal != nil else { return nil }
    return Page.Notice(text: "<p>\(words(.undone, ["number": .text("\(number)"), "undo": .text("\(done)")]))</p>")
  }

  /// Reads the page of an operation.
  ///
  /// Nothing but an undo that is not kept tells what an undo would do, which takes long for many changes. So it is made
  /// at once for an operation that the page shows completely, and for a larger one when somebody asks for it.
  private static func page(
    _ number: Int, for person: String, _ registry: RegistryAccess, isAsked: Bool
  ) async throws -> OperationPage {
    let limit = OperationPage.limit
    let (operation, languages) = try await registry.read { registry in
      (
        try registry.history(HistoryFilter(operation: number, shownChanges: limit)).first,
        try registry.languages().map(\.value)
      )
    }
    guard let operation else { throw HTTPError(.notFound) }
    let isSmall = operation.changeCount <= limit
    return OperationPage(
      operation: operation,
      undo: isSmall || isAsked ? try await preview(of: number, by: person, registry) : .notAsked, languages: languages)
  }

  /// Returns what an undo would do, without doing it.
  private static func preview(
    of number: Int, by person: String, _ registry: RegistryAccess
  ) async throws -> OperationPage.Undo {
    // Operation 1 has made the registry.
    guard number > 1 else { return .impossible }
    do {
      let result = try await registry.rehearse(as: OperationIntent(actor: person, command: "console undo")) {
        (editor) throws(RegistryError) in try editor.undo(number)
      }
      return result.changes.isEmpty && result.conflicts.isEmpty ? .impossible : .possible(result)
    } catch let error as RegistryError where error.code.kind == .invalid || error.code.kind == .notFound {
      return .impossible
    }
  }
}
