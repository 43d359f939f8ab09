import Foundation
import HTTPTypes
import Testing

@testable import Console

@Suite struct SessionTests {
  @Test(arguments: ["127.0.0.1:8080", "localhost:8081", "[::1]:8082", "127.0.0.1", "[::1]", "codes.example.org"])
  func `consoles on two ports have cookies of their own`(authority: String) {
    let port = ["127.0.0.1:8080": "-8080", "localhost:8081": "-8081", "[::1]:8082": "-8082"][authority] ?? ""
    #expect(RequestIdentity.port(of: authority) == port)
  }

  @Test func `people sign out and choose a language while the registry is gone`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    _ = try await console.get("/")
    try FileManager.default.moveItem(atPath: console.path, toPath: console.path + ".away")
    #expect(try await console.post("/interface-language", [("language", "ar")]).status == 303)
    #expect(try await console.post("/sign-out", []).status == 200)
    #expect(try await console.get("/codes").status == 401)
  }

  @Test func `a page that asks for news does not prolong a session`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    for _ in 1...7 {
      console.clock.move(by: .seconds(3_600))
      #expect(try await console.get("/-/changes?after=1").status == 204)
    }
    console.clock.move(by: .seconds(3_600))
    #expect(try await console.get("/codes").status == 401)
  }

  @Test func `a page that answers a form does not offer to leave it for another language`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let form = [("text-ar", "الرصيد لا يكفي"), ("base-ar", "y"), ("revision-ar", "99")]
    #expect(try await console.get("/codes/1402").body.contains("/interface-language"))
    let refused = try await console.post("/codes/1402", form)
    #expect(refused.status >= 400 && !refused.body.contains("/interface-language"))
  }

  @Test func `a day that does not exist has no operations`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    #expect(try await console.get("/history").body.contains("/operations/1\""))
    #expect(try await !console.get("/history?day=2026-02-31").body.contains("/operations/1\""))
  }
}
