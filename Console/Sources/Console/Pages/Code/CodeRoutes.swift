import Hummingbird
import Registry

/// The routes of one code.
enum CodeRoutes {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/codes/:code") { request, context -> Response in
      let name = try context.parameters.require("code")
      let (content, done) = try await registry.read { registry in
        let done = try request.uri.queryParameters.get("done", as: Int.self).flatMap { number in
          try registry.history(HistoryFilter(operation: number)).first
        }
        return (try CodePage.Content(name, registry), done)
      }
      let canonical = "\(content.details.code.number)"
      if name != canonical { return .redirect(to: "/codes/\(canonical)", type: .normal) }
      var page = CodePage(content: content)
      page.notice = done.map { SavedNotice.notice($0, back: "/codes/\(canonical)", content.languages, context.words) }
      if request.uri.queryParameters["done"] == "same" {
        page.notice = Page.Notice(text: "<p>\(context.words(.alreadySo))</p>")
      }
      return page.page(context.words).response(context)
    }
    router.post("/codes/:code") { request, context -> Response in
      let person = try context.requirePerson()
      let form = try await Form(of: request)
      let typed = CodeForm(form)
      let name = try context.parameters.require("code")
      let content = try await registry.read { try CodePage.Content(name, $0) }
      let code = content.details.code
      // What was typed before the session ended is shown again, so that nobody else's name is under it.
      if KeptForm.isKept(form) {
        let notice = Page.Notice(text: "<p>\(context.words(.keptShown))</p>")
        return CodePage(content: content, form: typed, notice: notice).page(context.words).response(context)
      }
      if CodeEdit.needsImpact(typed, content.languages) {
        let page = CodePage(content: content, form: typed, needsImpact: true, status: .unprocessableContent)
        return page.page(context.words).response(context)
      }
      let edit = CodeEdit(typed, of: code.number)
      let result: EditResult<CodeEdit.Outcome>
      do {
        result = try await registry.edit(
          as: OperationIntent(actor: person, command: "console edit", note: typed.note), edit.make)
      } catch {
        guard let refusal = edit.refusal else { throw error }
        let page = CodePage(content: content, form: typed, refusal: refusal, status: .unprocessableContent)
        return page.page(context.words).response(context)
      }
      let (outcome, operation) = (result.value, result.operation)
      if !outcome.conflicts.isEmpty {
        return ConflictPage(code: code, outcome: outcome, note: typed.note).page(context.words).response(context)
      }
      let next = form["then"].flatMap { Int($0) } ?? code.number
      return .redirect(to: "/codes/\(next)?done=\(operation.map { "\($0)" } ?? "same")", type: .normal)
    }
  }
}
