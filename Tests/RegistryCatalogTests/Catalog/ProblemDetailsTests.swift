import Foundation
import RegistryCatalog
import RegistryTestSupport
import Testing

struct ProblemDetailsTests {
  private let snapshot: SnapshotFixture
  private let catalog: Catalog

  init() throws {
    snapshot = try SnapshotFixture()
    catalog = try snapshot.released.catalog()
  }

  private func members(_ problem: ProblemDetails) throws -> [String: any Sendable] {
    let object = try JSONSerialization.jsonObject(with: Data(problem.json)) as? [String: any Sendable]
    return try #require(object)
  }

  @Test func `a code is a problem in the language of the caller`() throws {
    let problem = try #require(
      try catalog.problem(
        for: 200, in: AcceptLanguage("ar-SA,en;q=0.5"), status: 422, typeBase: "https://pay.example/codes/",
        detail: "…", instance: "/payments/7"))
    #expect(ProblemDetails.contentType == "application/problem+json")
    #expect(problem.contentLanguage == "ar")
    #expect(
      String(decoding: problem.json, as: UTF8.self) == """
        {"category":"public","code":200,"detail":"…","direction":"rtl","instance":"/payments/7","status":422,\
        "symbol":"SUCCESS","title":"تم التنفيذ بنجاح","type":"https://pay.example/codes/200"}
        """)
  }

  @Test func `what is not known is left out, and what the code says goes before what the caller does`() throws {
    let plain = try members(try #require(try catalog.problem(for: 1402, in: AcceptLanguage("zh-Hans"))))
    #expect(plain.keys.sorted() == ["category", "code", "direction", "symbol", "title", "type"])
    #expect(plain["type"] as? String == "/status-codes/1402")
    let full = try #require(try catalog.problem(for: 1003, in: AcceptLanguage(""), status: 500))
    #expect(full.status == 409)
    let said = try members(full)
    #expect(said["status"] as? Int == 409)
    #expect(said["retryable"] as? Bool == true)
    #expect(said["replaced_by"] as? Int == 1000)
  }

  @Test func `the language is that of the title, also where another one was asked for`() throws {
    let problem = try #require(try catalog.problem(for: 1402, in: AcceptLanguage("ar")))
    #expect(problem.contentLanguage == "en")
    #expect(problem.message.isFallback)
    #expect(try members(problem)["direction"] as? String == "ltr")
  }

  @Test func `texts are escaped as JSON, and arguments filled in`() throws {
    let text = "Needs \"{amount}\" \\ </script>"
    let changed = try snapshot.release("2.0", text: text, of: 1402, in: "en").catalog()
    let problem = try #require(
      try changed.problem(for: 1402, in: AcceptLanguage("en"), arguments: ["amount": "1\n2"]))
    #expect(try members(problem)["title"] as? String == "Needs \"\u{2068}1\n2\u{2069}\" \\ </script>")
    let error = try #require(throws: RegistryError.self) { try changed.problem(for: 1402, in: AcceptLanguage("en")) }
    #expect(error.code == .missingArgument)
  }

  @Test(arguments: [0, 1004, 99_999])
  func `an unknown or retired code is no problem that can be told`(code: Int) throws {
    #expect(try catalog.problem(for: code, in: AcceptLanguage("en")) == nil)
  }
}
