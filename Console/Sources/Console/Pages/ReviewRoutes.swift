import Hummingbird
import Registry

/// The queue of texts that others wrote and that wait for review.
enum ReviewRoutes {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/review") { request, context -> Response in
      let query = ListQuery(request.uri.queryParameters)
      var page = try await ReviewPage.read(query, for: try context.requirePerson(), registry)
      if let done = query["done"].flatMap({ Int($0) }), let count = query["count"].flatMap({ Int($0) }) {
        page.notice = Page.Notice(
          text: """
            <p>\(context.words(.accepted, ["count": .number(.init(count)), "number": .text("\(done)")]))</p>
            <form action="/operations/\(done)/undo" method="post"><input type="hidden" name="back" value="/review">
            <button>\(context.words(.undo))</button></form>
            """)
      }
      return page.page(context.words).response(context)
    }
    router.post("/review") { request, context -> Response in
      let person = try context.requirePerson()
      let form = try await Form(of: request)
      let query = ListQuery(request.uri.queryParameters)
      let chosen = form.all.compactMap { Chosen($0.name, $0.value) }
      guard !chosen.isEmpty else {
        var page = try await ReviewPage.read(query, for: person, registry)
        page.notice = Page.Notice(text: "<p>\(context.words(.acceptNone))</p>", isError: true)
        return page.page(context.words).response(context)
      }
      let isFinal = form["as"] == "final"
      do {
        let result = try await registry.edit(
          as: OperationIntent(actor: person, command: "console review", note: nil)
        ) { (editor) throws(RegistryError) in
          var count = 0
          for text in chosen {
            let done = try editor.reviewTranslation(
              code: text.code, language: text.language, isFinal: isFinal, ifRevision: text.revision)
            if done.isChanged { count += 1 }
          }
          return count
        }
        let language = query["language"].map { "&language=\(PathText.encoded($0))" } ?? ""
        return .redirect(
          to: "/review?done=\(result.operation ?? 0)&count=\(result.value)\(language)", type: .normal)
      } catch let error as RegistryError where error.code == .changedSince {
        var page = try await ReviewPage.read(query, for: person, registry)
        page.notice = Page.Notice(
          text: "<p>\(context.words(.reviewChanged, ["count": 1]))</p>", isError: true)
        page.ticked = Set(chosen.map(\.key))
        return page.page(context.words).response(context)
      }
    }
  }

  /// A ticked text: the field `pick-CODE-LANGUAGE`, whose value is the revision that was shown.
  private struct Chosen: Sendable {
    let code: String
    let language: String
    let revision: Int

    var key: String { "\(code)-\(language)-\(revision)" }

    init?(_ name: String, _ value: String) {
      let parts = name.split(separator: "-", maxSplits: 2)
      guard parts.count == 3, parts[0] == "pick", let revision = Int(value) else { return nil }
      (code, language, self.revision) = (String(parts[1]), String(parts[2]), revision)
    }
  }
}
