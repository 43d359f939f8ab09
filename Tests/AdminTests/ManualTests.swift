import Foundation
import RegistryTestSupport
import Testing

/// Tests the manual pages and completion scripts that the program prints.
@Suite struct ManualTests {
  private func pages(_ admin: AdminFolder) throws -> [String] {
    try admin.run("man", "--list").output.split(separator: "\n").map(String.init)
  }

  /// Returns the output of groff without bold letters, which are struck twice or set in another colour.
  private func plain(_ text: String) -> String { text.replacing(/.\u{8}|\u{1B}\[[0-9;]*m/, with: "") }

  @Test func `there is a page for every command, without a source checkout`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let pages = try pages(admin)
    #expect(pages.first == "admin")
    #expect(Set(pages).isSuperset(of: ["admin-code", "admin-code-show", "admin-translation-import", "admin-man"]))
    for page in pages {
      let result = try admin.run("man", page)
      #expect(result.status == 0)
      #expect(result.output.contains("\n.SH NAME\n\(page.replacing("-", with: "\\-")) \\- "), "\(page)")
    }
    let page = try admin.run("man", "admin-code-show").output
    #expect(try admin.run("man", "code", "show").output == page)
    #expect(try admin.run("man", "admin", "code", "show").output == page)
    #expect(try admin.jsonList("man", "--list").map { $0["name"] } == pages.map(JSONValue.string))
    let document = try admin.json("man", "code", "show")
    #expect(document["name"] == "admin-code-show")
    #expect(document["page"] == .string(page))
  }

  @Test func `a page has every option of its command`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let page = try admin.run("man", "history").output.replacing("\\-", with: "-")
    for option in ["--language", "--actor", "--since", "--until", "--db", "--no-pager", "-q", "--quiet"] {
      #expect(page.contains("\\fB\(option)\\fR"), "\(option)")
    }
    #expect(try admin.run("man").output.contains("REGISTRY_DB"))
    try admin.expectRefusal(64, saying: "Did you mean 'code'?") { try admin.run("man", "cod") }
  }

  @Test(.enabled(if: Command.exists("groff"), "groff is not installed"))
  func `groff shows every page without a warning`() throws {
    let admin = try AdminFolder(isEmpty: true)
    for page in try pages(admin) {
      let shown = try admin.shell("admin man \(page) | groff -man -Tutf8 -k -ww")
      #expect(shown.error.isEmpty, "\(page): \(shown.error)")
      #expect(plain(shown.output).contains("SYNOPSIS"))
    }
    let set = plain(try admin.shell("admin man translation set | groff -man -Tutf8 -k -rLL=400n").output)
    #expect(set.contains("'{' for a literal brace"))
    #expect(set.contains("follows '--'."))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `both ways to print a completion script print the same`(shell: String) throws {
    let admin = try AdminFolder(isEmpty: true)
    let script = try admin.run("completions", shell)
    #expect(script.status == 0)
    #expect(script.output == (try admin.run("--generate-completion-script", shell).output))
    #expect(try admin.json("completions", shell)["shell"] == .string(shell))
    #expect(try admin.run("completions", "tcsh").error.contains("'bash', 'zsh' or 'fish'"))
  }
}
