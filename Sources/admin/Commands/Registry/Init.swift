import ArgumentParser
import Registry

/// Creates the registry.
struct Init: ParsableCommand {
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
    try shared.console.print(
      write.dryRun
        ? "Would create \(shared.path) with \(codes) codes." : "Created \(shared.path) with \(codes) codes.",
      row: [shared.path.description, "\(status.schemaVersion)", "\(status.revision)", "\(codes)"],
      json: .object([
        "path": .string(shared.path.description), "schema_version": .integer(status.schemaVersion),
        "revision": .integer(status.revision), "codes": .integer(codes), "changed": .bool(true),
        "dry_run": .bool(write.dryRun),
      ]))
  }
}
