import Hummingbird
import Registry

/// The routes of one code: its page, and the form with its texts.
struct CodeRoutes: Sendable {
  let registry: RegistryAccess
  let checkers: CheckerStore
  let insight: RegistryInsight

  func addRoutes(to router: Router<ConsoleContext>) {
    router.get("/codes/:code") { request, context -> Response in try await show(request, context) }
    router.post("/codes/:code") { request, context -> Response in try await save(request, context) }
    router.post("/codes/:code/typed") { request, context -> Response in try await showTyped(request, context) }
    router.post("/codes/:code/texts/:language/:action") { request, context -> Response in
      try await act(request, context)
    }
  }

  private func show(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let name = try context.parameters.require("code")
    let person = try context.requirePerson()
    let done = request.uri.formParameters["done"].flatMap { done in
      Int(done).map { "\($0)" } ?? (done == "same" ? "same" : nil)
    }
    let from = request.uri.formParameters["from"].map(String.init).flatMap { CodeTrail.isList($0) ? $0 : nil }
    let checkers = checkers
    let (content, saved) = try await registry.read { registry in
      let content = try CodePage.Content(name, registry, checkers)
      return (content, try done.flatMap { Int($0) }.flatMap { try SavedNotice($0, by: person, registry, checkers) })
    }
    let code = content.details.code.number
    if name != "\(code)" { return .redirect(to: CodePage.path(code, done: done, from: from), type: .normal) }
    var page = try await page(content, from: from, context)
    page.notice = saved?.notice(back: CodePage.path(code, from: from), context.words)
    if done == "same" { page.notice = Page.Notice(text: "<p>\(context.words(.alreadySo))</p>") }
    return page.page(context.words).response(context)
  }

  private func save(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let person = try context.requirePerson()
    let form = try await Form(of: request)
    let typed = CodeForm(form)
    let name = try context.parameters.require("code")
    let content = try await content(of: name)
    let code = content.details.code
    // What was typed before the session ended is shown again, so that nobody else's name is under it.
    if KeptForm.isKept(form) { return try await shown(typed, content, .keptShown, context) }
    if CodeEdit.needsImpact(typed, content.languages) {
      var page = try await page(content, from: typed.from, context)
      (page.form, page.needsImpact, page.status) = (typed, true, .unprocessableContent)
      page.notice = Page.Notice(text: "<p>\(context.words(.typedKept))</p>", isError: true)
      return page.page(context.words).response(context)
    }
    let edit = CodeEdit(typed, of: code.number)
    let result: EditResult<CodeEdit.Outcome>
    do {
      result = try await registry.edit(
        as: OperationIntent(actor: person, command: "console edit", note: typed.note), edit.make)
    } catch let error as RegistryError where error.code.kind == .invalid {
      guard let refusal = edit.refusal else { return try await refused(error, typed, content, context) }
      var page = try await page(content, from: typed.from, context)
      (page.form, page.refusal, page.status) = (typed, refusal, .unprocessableContent)
      let language = content.languages.filter { $0.tag.description == refusal.language }
      let text = context.words.phrase(.refusedText, ["language": context.words.value(language)])
      page.notice = Page.Notice(text: "<p>\(text.html)</p>", isError: true)
      return page.page(context.words).response(context)
    }
    // What follows reads nothing, so that no answer fails after the texts are stored.
    if !result.value.conflicts.isEmpty {
      return ConflictPage(
        code: code, languages: content.languages, person: person, outcome: result.value, form: typed
      ).page(context.words).response(context)
    }
    let next = form["then"].flatMap { Int($0) } ?? code.number
    let done = result.operation.map { "\($0)" } ?? "same"
    return .redirect(to: CodePage.path(next, done: done, from: typed.from), type: .normal)
  }

  /// Shows the page of a code with what was typed, and stores nothing.
  private func showTyped(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let typed = CodeForm(try await Form(of: request))
    let content = try await content(of: try context.parameters.require("code"))
    if !typed.hasEdits {
      return .redirect(to: CodePage.path(content.details.code.number, from: typed.from), type: .normal)
    }
    return try await shown(typed, content, .typedKept, context)
  }

  private func shown(
    _ typed: CodeForm, _ content: CodePage.Content, _ word: Word, _ context: ConsoleContext
  ) async throws -> Response {
    var page = try await page(content, from: typed.from, context)
    page.form = typed
    page.notice = Page.Notice(text: "<p>\(context.words(word))</p>")
    return page.page(context.words).response(context)
  }

  /// Does what a button beside a text says, with the stored text alone. What was typed elsewhere stays in its fields.
  private func act(_ request: Request, _ context: ConsoleContext) async throws -> Response {
    let person = try context.requirePerson()
    let form = try await Form(of: request)
    let typed = CodeForm(form)
    let before = try await content(of: try context.parameters.require("code"))
    let code = before.details.code
    guard let action = TextAction(rawValue: try context.parameters.require("action")),
      let language = before.languages.first(where: { $0.tag.description == context.parameters.get("language") }),
      let field = typed[language.tag]
    else { throw HTTPError(.notFound) }
    if KeptForm.isKept(form) { return try await shown(typed, before, .keptShown, context) }
    if action == .remove, form["sure"] != "1" {
      let fallback = before.languages.first { $0.tag == language.fallback }
      return RemovalPage(code: code, language: language, text: field.base, fallback: fallback, form: form)
        .page(context.words).response(context)
    }
    var page = try await page(before, from: typed.from, context)
    // The button is about the stored text. With another one in the field, a person would think that this is stored.
    if action != .remove, field.isEdit {
      (page.form, page.status) = (typed, .unprocessableContent)
      page.notice = Page.Notice(text: "<p>\(context.words(.actionUnsaved))</p>", isError: true)
      return page.page(context.words).response(context)
    }
    let (name, checkers) = ("\(code.number)", checkers)
    do {
      let result = try await registry.edit(
        as: OperationIntent(actor: person, command: action.command, note: typed.note)
      ) { (editor) throws(RegistryError) -> CodePage.Content? in
        let stored = try editor.registry.translations(
          TranslationFilter(language: language.tag.description), ofCode: code.number
        ).first?.translation
        guard !field.isReplaced(by: stored) else { return nil }
        try action.perform(on: code.number, language, text: field.base, revision: field.revision, editor)
        // Nothing is read after the operation is stored, so the page is read before.
        return try CodePage.Content(name, editor.registry, checkers)
      }
      guard let after = result.value else {
        return try await refused(nil, typed, try await content(of: name), context)
      }
      let others = typed.following(language.tag)
      guard others.hasEdits else {
        let done = result.operation.map { "\($0)" } ?? "same"
        return .redirect(to: CodePage.path(code.number, done: done, from: typed.from), type: .normal)
      }
      page = CodePage(content: after, person: person, trail: page.trail, form: others)
      page.done = result.operation
      page.notice =
        result.operation.map { operation in
          SavedNotice(operation, row: .translation(code.number, language.tag), after).notice(
            back: CodePage.path(code.number, from: typed.from), context.words)
        } ?? Page.Notice(text: "<p>\(context.words(.alreadySo))</p>")
      return page.page(context.words).response(context)
    } catch let error as RegistryError where error.code.kind == .invalid || error.code.kind == .conflict {
      let error = error.code == .changedSince ? nil : error
      return try await refused(error, typed, try await content(of: name), context)
    }
  }

  /// Shows the page of a code with what was typed, and says why nothing was done.
  ///
  /// - Parameter error: Why; nil when another text is stored than the one that was shown.
  private func refused(
    _ error: RegistryError?, _ typed: CodeForm, _ content: CodePage.Content, _ context: ConsoleContext
  ) async throws -> Response {
    var page = try await page(content, from: typed.from, context)
    let isConflict = error.map { $0.code.kind == .conflict } ?? true
    (page.form, page.status) = (typed, isConflict ? .conflict : .unprocessableContent)
    let text =
      error.map { FindingLine.lines($0, content.languages, context.words).map(\.html).reduce("", +) }
      ?? "<p>\(context.words(.actionChanged))</p>"
    page.notice = Page.Notice(text: text, isError: true)
    return page.page(context.words).response(context)
  }

  private func content(of name: String) async throws -> CodePage.Content {
    let checkers = checkers
    return try await registry.read { try CodePage.Content(name, $0, checkers) }
  }

  private func page(
    _ content: CodePage.Content, from: String?, _ context: ConsoleContext
  ) async throws -> CodePage {
    let person = try context.requirePerson()
    let trail = try await CodeTrail.read(
      from, around: content.details.code.number, for: person, registry, insight)
    return CodePage(content: content, person: person, trail: trail)
  }
}
