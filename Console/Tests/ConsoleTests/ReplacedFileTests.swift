import Foundation
import Registry
import Testing

@testable import Console

@Suite struct ReplacedFileTests {
  @Test func `a file with the same revision has its own search, checks and glossary`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let other = console.path + ".other"
    try FileManager.default.copyItem(atPath: console.path, toPath: other)
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "zh-Hans", text: "余额不足  紫色大象")
    }
    _ = try RegistryStore(opening: RegistryPath(other), for: .editing)
      .edit(as: OperationIntent(actor: "noura", command: "test")) { (editor) throws(RegistryError) in
        _ = try editor.setTranslation(code: "1403", language: "zh-Hans", text: "账户已冻结  绿色鲸鱼")
      }
    let (old, new) = (PathText.encoded("紫色大象"), PathText.encoded("绿色鲸鱼"))
    #expect(try await console.get("/find?q=\(old)").body.contains("/codes/1402"))
    #expect(try await console.get("/checks?language=zh-Hans").body.contains("/codes/1402?"))
    #expect(rename(other, console.path) == 0)
    #expect(try await console.get("/codes").status == 409)
    #expect(try await console.get("/find?q=\(new)").body.contains("/codes/1403"))
    #expect(try await !console.get("/find?q=\(old)").body.contains("/codes/1402"))
    let checks = try await console.get("/checks?language=zh-Hans").body
    #expect(checks.contains("/codes/1403?") && !checks.contains("/codes/1402?"))
  }
}
