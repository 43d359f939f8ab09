import Foundation
import Registry
import Testing

@testable import Console

@Suite struct OperationPageTests {
  @Test func `what an undo would do is shown while another program writes, and changes nothing`() async throws {
    let console = try TestConsole()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: "رصيدك غير كافٍ")
    }
    try await console.signIn()
    let (path, finished) = (console.path, DispatchSemaphore(value: 0))
    await withCheckedContinuation { begun in
      Thread.detachNewThread {
        _ = try? RegistryStore(opening: RegistryPath(path), for: .editing).edit(
          as: OperationIntent(actor: "noura", command: "test")
        ) { _ in
          begun.resume()
          finished.wait()
        }
      }
    }
    defer { finished.signal() }
    let page = try await console.get("/operations/2")
    #expect(page.status == 200 && page.body.contains("action=\"/operations/2/undo\""))
    #expect(page.body.contains("</span>رصيدك<"))
    #expect(try console.revision == 2)
  }

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
