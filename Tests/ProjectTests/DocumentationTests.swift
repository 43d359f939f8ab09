import Foundation
import RegistryTestSupport
import Testing

@Suite struct DocumentationTests {
  private func pages() throws -> [(name: String, text: String)] {
    let docs = try FileManager.default.contentsOfDirectory(atPath: Command.package + "/docs").map { "docs/\($0)" }
    return try (["README.md", "CONTRIBUTING.md", "CHANGELOG.md"] + docs).filter { $0.hasSuffix(".md") }.map {
      ($0, try String(contentsOfFile: Command.package + "/" + $0, encoding: .utf8))
    }
  }

  @Test func `README is short`() throws {
    let readme = try #require(try pages().first { $0.name == "README.md" })
    #expect(readme.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  @Test func `every link to a file of the project has a target`() throws {
    for (name, text) in try pages() {
      let folder = URL(filePath: Command.package + "/" + name).deletingLastPathComponent().path
      for match in text.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
        #expect(FileManager.default.fileExists(atPath: "\(folder)/\(match.1)"), "\(name): \(match.1)")
      }
    }
  }

  @Test func `every page and script that a page names exists`() throws {
    for (name, text) in try pages() {
      for match in text.matches(of: /(?:Console\/)?(?:docs|scripts|Examples|Tests|Sources)\/[A-Za-z0-9_.\/-]+/) {
        let path = String(match.0).trimmingCharacters(in: ["."])
        #expect(FileManager.default.fileExists(atPath: Command.package + "/" + path), "\(name): \(path)")
      }
    }
  }

  @Test func `README links to every page of the docs folder`() throws {
    let readme = try #require(try pages().first { $0.name == "README.md" }).text
    for (name, _) in try pages() where name.hasPrefix("docs/") { #expect(readme.contains(name), "\(name)") }
  }

  @Test(.enabled(if: Command.exists("script"), "script (util-linux) gives the session its terminal"))
  func `README shows what its commands really print`() throws {
    let check = try Command(
      Command.package + "/scripts/readme", [Command.products + "/admin", "--check"], in: Command.package
    ).run()
    #expect(check.status == 0, "\(check.output)\(check.error)")
  }

  @Test(.enabled(if: Command.exists("python3"), "python3 is not installed"))
  func `README's Python reads a snapshot`() throws {
    let readme = try #require(try pages().first { $0.name == "README.md" }).text
    let program = try #require(readme.firstMatch(of: /```python\n((?s).*?)```/)).1
    let folder = try TemporaryFolder()
    let admin = try Command.products + "/admin"
    #expect(try Command(admin, ["init"], in: folder.path).run().status == 0)
    try FileManager.default.createDirectory(atPath: folder.file("dist"), withIntermediateDirectories: false)
    #expect(
      try Command(admin, ["snapshot", "create", "--release", "1.0", "-o", "dist"], in: folder.path).run().status == 0)
    let shown = try Command("python3", ["-c", String(program)], in: folder.path).run()
    #expect(shown.output == "الرصيد غير كافٍ ar rtl\n", "\(shown.error)")
  }

  @Test(.enabled(if: Command.exists("sqlite3"), "sqlite3 is not installed"), arguments: ["schema", "examples"])
  func `the generated parts of the docs are up to date`(script: String) throws {
    let check = try Command(Command.package + "/scripts/" + script, ["--check"], in: Command.package).run()
    #expect(check.status == 0, "\(check.output)\(check.error)")
  }

  @Test(.enabled(if: Command.exists("python3"), "python3 is not installed"))
  func `the glossary shows the terms of a new registry`() throws {
    let check = try Command(
      Command.package + "/scripts/glossary", [try Command.products + "/admin", "--check"], in: Command.package
    ).run()
    #expect(check.status == 0, "\(check.output)\(check.error)")
  }

  @Test(.enabled(if: Command.exists("sqlite3"), "sqlite3 is not installed"))
  func `the tour of the quickstart runs, twice in the same folder`() throws {
    let folder = try TemporaryFolder()
    let tour = Command(
      Command.package + "/scripts/tour", [try Command.products + "/admin"], in: folder.path)
    for _ in 1...2 {
      let shown = try tour.run()
      #expect(shown.status == 0, "\(shown.error)")
      let rows = [
        "ar|الرصيد غير كافٍ|rtl", "en|Insufficient balance|ltr", "zh-Hans|账户余额不足|ltr",
      ]
      #expect(shown.output.contains(rows.joined(separator: "\n") + "\n"))
    }
    #expect(try folder.names == ["dist", "registry.db"])
  }

  @Test func `the project contains no absolute path of a machine`() throws {
    let list = try Command("git", ["ls-files", "-z"], in: Command.package).run()
    let files = list.output.split(separator: "\0").map(String.init)
    try #require(list.status == 0 && files.count > 50, "git ls-files works in the package's folder")
    for file in files {
      // A file whose removal is not committed yet, or a link to a folder, has no text.
      guard let data = try? Data(contentsOf: URL(filePath: Command.package + "/" + file)) else { continue }
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains(/\/(?:home|root|Users|work)\/[a-z]/), "\(file)")
    }
  }
}
