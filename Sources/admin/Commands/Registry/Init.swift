import ArgumentParser
import Registry

/// Creates the registry.
struct Init: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create the registry: migrations and seed.",
    discussion: "The only command that creates the file; one that exists is left as it is.")

  @Flag(help: "Without the seed: the source language alone.")
  var empty = false

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let status = try RegistryStore.create(
      at: shared.path, contents: empty ? .empty : .seed, as: try write.intent("init"))
    let codes = status.codes.values.reduce(0, +)
    let verb = write.dryRun ? "Would create" : "Created"
    try shared.console.print(
      WriteReport(
        sentence: "\(verb) \(shared.path) with \(codes) codes.",
        values: [
          .cell("path", .string(shared.path.description)), .cell("schema_version", .integer(status.schemaVersion)),
          .cell("revision", .integer(status.revision)), .cell("codes", .integer(codes)),
          .member("changed", .bool(true)), .member("dry_run", .bool(write.dryRun)),
        ]))
  }
}
