import Registry
import Testing

@testable import Console

@Suite struct OperationPageTests {
  @Test func `a large operation is shown in part, and what its undo would do only when somebody asks`() async throws {
    let console = try TestConsole()
    try console.edit { (editor) throws(RegistryError) in
      for number in 1_415...1_499 {
        _ = try editor.addCode(StatusCode(number: number, symbol: "TEST_\(number)", category: "payment"), text: "Test")
        _ = try editor.setTranslation(code: "\(number)", language: "ar", text: "نص")
        _ = try editor.setTranslation(code: "\(number)", language: "zh-Hans", text: "测试")
      }
    }
    try await console.signIn()
    let page = try await console.get("/operations/2").body
    #expect(page.components(separatedBy: "<li>").count < 600)
    #expect(page.contains("href=\"/operations/2?preview=1\"") && !page.contains("/operations/2/undo"))
    #expect(try await console.get("/operations/2?preview=1").body.contains("action=\"/operations/2/undo\""))
  }
}
