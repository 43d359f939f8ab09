import Foundation
import Registry
import Testing

@testable import Console

@Suite struct PageCacheTests {
  private func set(_ text: String, _ console: TestConsole) throws {
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "zh-Hans", text: text)
    }
  }

  @Test func `a page that was kept is made again after an edit by another program`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    for turn in 1...3 {
      // Only then is the page kept.
      try await Task.sleep(for: .milliseconds(150))
      for _ in 1...2 { #expect(try await console.get("/codes/1402").status == 200) }
      #expect(try await console.get("/-/changes?after=\(turn)").status == 204)
      try set("余额\(turn)", console)
      #expect(try await console.get("/codes/1402").body.contains("余额\(turn)</textarea>"))
      #expect(try await console.get("/-/changes?after=\(turn)").status == 200)
    }
  }

  @Test func `edits that follow each other at once are all seen`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    for turn in 1...40 {
      try set("余额\(turn)", console)
      for _ in 1...2 { #expect(try await console.get("/codes/1402").body.contains("余额\(turn)</textarea>")) }
    }
  }

  @Test func `nobody gets the page of another person or language`() async throws {
    let console = try TestConsole()
    try await Task.sleep(for: .milliseconds(150))
    for person in ["layla", "noura", "layla"] {
      try await console.signIn(as: person)
      for language in ["en", "ar", "zh-Hans"] {
        _ = try await console.post("/interface-language", [("language", language)])
        for _ in 1...2 {
          let page = try await console.get("/codes").body
          #expect(page.contains(person) && page.contains("<html lang=\"\(language)\""))
        }
      }
    }
  }
}
