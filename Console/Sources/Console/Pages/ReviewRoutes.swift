import Hummingbird
import Registry

/// The queue of texts that others wrote and that wait for review.
struct ReviewRoutes: Sendable {
  let registry: RegistryAccess
  let checkers: CheckerStore

  /// The command of the operations in which texts are accepted.
  private static let command = "console review"

  func addRoutes(to router: Router<ConsoleContext>) {
    router.get("/review") { request, context -> Response in
      let query = ListQuery(request.uri.formParameters)
      let person = try context.requirePerson()
      var page = try await ReviewPage.read(query, for: person, registry, checkers)
      page.notice = try await notice(query, person, context.words)
      return page.page(context.words).response(context)
    }
    router.post("/review") { request, context -> Response in try await accept(request, context) }
  }

  /// Returns the notice after texts were accepted, or after that was undone. The operations of others are no news.
  private func notice(_ query: ListQuery, _ person: String, _ words: Words) async throws -> Page.Notice? {
    if query["done"] == "same" { return Page.Notice(text: "<p>\(words(.alreadySo))</p>") }
    guard let done = query["done"].flatMap({ Int($0) }) else { return nil }
    let checkers = checkers
    let (operation, saved) = try await registry.read { registry in
      (
        try registry.operation(done, by: person),
        try SavedNotice(done, by: person, registry, checkers)
      )
    }
    let back = query.address("/review")
    guard let operation, operation.command == Self.command, operation.undoneBy == nil else {
      return saved?.notice(back: back, words)
    }
    let count = Set(operation.changes.map(\.row)).count
    let text: HTML = """
      <p>\(words(.accepted, ["count": .number(.init(count)), "number": .text("\(done)")]))</p>
      \(SavedNotice.undo(done, back: back, .undo, words))
      """
    return Page.Notice(text: text)
  }

  private func accept(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let person = try context.requirePerson()
    let form = try await Form(of: request)
    let query = ListQuery(request.uri.formParameters)
    let chosen = form.all.compactMap { Chosen($0.name, $0.value) }
    guard !chosen.isEmpty else {
      var page = try await ReviewPage.read(query, for: person, registry, checkers)
      page.notice = Page.Notice(text: "<p>\(context.words(.acceptNone))</p>", isError: true)
      return page.page(context.words).response(context)
    }
    if KeptForm.isKept(form) {
      var page = try await ReviewPage.read(query, for: person, registry, checkers)
      (page.ticked, page.notice) = (
        Set(chosen.map(\.key)), Page.Notice(text: "<p>\(context.words(.keptShown))</p>")
      )
      return page.page(context.words).response(context)
    }
    let isFinal = form["as"] == "final"
    do {
      let result = try await registry.edit(
        as: OperationIntent(actor: person, command: Self.command, note: nil)
      ) { (editor) throws(RegistryError) in
        for text in chosen {
          _ = try editor.reviewTranslation(
            code: text.code, language: text.language, isFinal: isFinal, ifRevision: text.revision)
        }
      }
      return .redirect(to: SavedNotice.path(query.address("/review"), after: result.operation), type: .normal)
    } catch let error as RegistryError where error.code.kind == .conflict || error.code.kind == .invalid {
      return try await refused(error, chosen, query, person, context)
    }
  }

  /// Shows the queue again: the texts that have changed are marked and not ticked, the others stay ticked.
  private func refused(
    _ error: RegistryError, _ chosen: [Chosen], _ query: ListQuery, _ person: String, _ context: ConsoleContext
  ) async throws -> Response {
    let words = context.words
    var page = try await ReviewPage.read(query, for: person, registry, checkers)
    page.ticked = Set(chosen.map(\.key))
    let changed = try await registry.read { registry in
      try chosen.filter { text in
        let slot = try registry.translations(TranslationFilter(language: text.language), ofCode: Int(text.code)).first
        return slot?.translation?.revision != text.revision
      }
    }
    page.status = changed.isEmpty ? .unprocessableContent : .conflict
    page.changed = Set(changed.compactMap(\.row))
    let links = changed.map { text -> HTML in
      let subject = text.row.map { words.subject($0, page.languages).html }
      return "<a href=\"/codes/\(text.code)#text-\(text.language)\">\(subject)</a> "
    }
    page.notice = Page.Notice(
      text: changed.isEmpty
        ? FindingLine.lines(error, page.languages, words).map(\.html).reduce("", +)
        : "<p>\(words(.reviewChanged, ["count": .number(.init(changed.count))]))</p><p>\(links)</p>",
      isError: true)
    return page.page(words).response(context)
  }

  /// A ticked text: the field `pick-CODE-LANGUAGE`, whose value is the revision that was shown.
  private struct Chosen: Sendable {
    let code: String
    let language: String
    let revision: Int

    var key: String { "\(code)-\(language)-\(revision)" }
    var row: RegistryRow? {
      Int(code).flatMap { code in LanguageTag(language).map { .translation(code, $0) } }
    }

    init?(_ name: String, _ value: String) {
      let parts = name.split(separator: "-", maxSplits: 2)
      guard parts.count == 3, parts[0] == "pick", Int(parts[1]) != nil, let revision = Int(value) else { return nil }
      (code, language, self.revision) = (String(parts[1]), String(parts[2]), revision)
    }
  }
}
