import Foundation
import RegistryTestSupport
import Testing

/// Compares `docs/cli.md` with the binary's description of itself.
@Suite struct CommandPageTests {
  private struct Help: Decodable {
    let command: Command
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      let names: [Name]?
    }
    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }

  private func leaves() throws -> [(path: String, flags: Set<String>)] {
    let folder = try TemporaryFolder()
    let dump = try Command(Command.products + "/admin", ["--experimental-dump-help"], in: folder.path).run()
    let help = try JSONDecoder().decode(Help.self, from: Data(dump.outputBytes))
    var leaves: [(String, Set<String>)] = []
    func visit(_ command: Help.Command, _ path: [String]) {
      let path = path + [command.commandName]
      let children = (command.subcommands ?? []).filter { $0.commandName != "help" }
      for child in children { visit(child, path) }
      guard children.isEmpty else { return }
      let names = (command.arguments ?? []).flatMap { $0.names ?? [] }
      let flags = names.map { ($0.kind == "long" ? "--" : "-") + $0.name }
      leaves.append((path.joined(separator: " "), Set(flags).subtracting(["--help", "-h", "--version"])))
    }
    visit(help.command, [])
    return leaves
  }

  private func page() throws -> String {
    try String(contentsOfFile: Command.package + "/docs/cli.md", encoding: .utf8)
  }

  @Test func `the table of commands lists exactly the commands`() throws {
    let documented = try page().matches(of: /(?m)^\| `(admin [a-z]+(?: [a-z]+)?)/).map { String($0.1) }
    #expect(documented.sorted() == (try leaves().map(\.path).sorted()))
  }

  @Test func `every flag is described on the page`() throws {
    let page = try page()
    for (path, flags) in try leaves() {
      for flag in flags {
        #expect(
          page.contains("`\(flag)") || page.contains(" \(flag) ") || page.contains(" \(flag)`"), "\(path) \(flag)")
      }
    }
  }

  @Test func `every flag on the page exists`() throws {
    let flags = try leaves().reduce(into: Set<String>()) { $0.formUnion($1.flags) }
    for match in try page().matches(of: /--[a-z][a-z-]+/)
    where !["--help", "--generate-completion-script"].contains(match.0) {
      #expect(flags.contains(String(match.0)), "\(match.0)")
    }
  }

  @Test func `every exit code in the table of the page is in the help`() throws {
    let folder = try TemporaryFolder()
    let help = try Command(Command.products + "/admin", ["--help"], in: folder.path).run().output
      .replacing(/\s+/, with: " ")
    let codes = try page().matches(of: /(?m)^\| (\d+) \|/).map { String($0.1) }
    #expect(codes.count == 11)
    for code in codes { #expect(help.contains(" \(code) "), "\(code)") }
  }
}
