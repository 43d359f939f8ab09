import ArgumentParser
import Registry

/// Writes a copy of the registry.
struct Backup: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a verified copy of the registry to a new file.",
    discussion: """
      The copy is the registry at one moment, with its history, and editors can go on meanwhile. It is examined as \
      'doctor' does before it gets its name. It is a registry like the original: to restore it, put it in the \
      original's place when no command runs.
      """)

  @Argument(help: "The new file.")
  var file: PathArgument

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let backup = try shared.reading().backup(to: file.path)
    let errors = backup.findings.filter { $0.severity == .error }.count
    if errors > 0 {
      shared.console.note(
        "The registry has \(counted(errors, "finding")), and so has its copy: see \(SuggestedCommand("doctor").quoted)."
      )
    }
    try shared.console.print(
      WriteReport(
        sentence: "\(file.path) is a copy of \(shared.path) at revision \(backup.revision).",
        values: [
          .cell("path", .string(file.path.description)), .cell("revision", .integer(backup.revision)),
          .cell("size", .integer(backup.size)), .cell("sha256", .string(backup.sha256)),
          .member("findings", .array(backup.findings.map(\.json))),
        ]))
  }
}
