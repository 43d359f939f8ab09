import ArgumentParser
import Registry

/// Prints a page of the manual.
struct Manual: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Show the manual page of a command.",
    discussion: """
      A terminal shows the page as man(1) does; a pipe or a file gets its source, in the format of man(7). --list \
      names all pages. To install one: admin man admin-code-show > ~/.local/share/man/man1/admin-code-show.1
      """)

  @Argument(help: "The command, such as code show or admin-code-show; else admin itself.")
  var command: [String] = []

  @Flag(help: "List the names of all pages.")
  var list = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if list, !command.isEmpty { throw ValidationError("--list lists all pages: give no command with it.") }
  }

  func run() throws {
    guard let root = CommandInfo(Admin.self) else {
      throw CommandFailure(code: "failed", message: "The commands cannot be described.", hint: nil, exit: 1)
    }
    let console = shared.console
    if list {
      let names = Report(ManualPage.all(of: root).map(\.name), [Column("PAGE", "name") { .string($0) }])
      return try console.print(names)
    }
    let path = try path()
    guard let page = ManualPage.all(of: root).first(where: { $0.path == path }) else { return }
    guard console.format != .json else {
      return try console.printJSON(.object(["name": .string(page.name), "page": .string(page.source)]))
    }
    try console.printManual(page.source)
  }

  /// Returns the names of the command, from `code show`, `admin code show` or `admin-code-show`.
  private func path() throws -> [String] {
    var names = command.flatMap { $0.split(separator: "-").map(String.init) }
    if names.first == "admin" { names.removeFirst() }
    var words = try CommandWords([])
    for name in names { try words.descend(to: name) }
    return words.path
  }
}
