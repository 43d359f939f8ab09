import ArgumentParser
import Registry

/// The options of every command.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The registry's file; else $REGISTRY_DB, else registry.db here.", valueName: "path"))
  var db: PathArgument?

  @Option(help: "How to print: table on a terminal, tsv when piped.")
  var format: Format?

  @Flag(help: "Print JSON; short for --format json.")
  var json = false

  @Flag(help: "No colour; NO_COLOR and TERM=dumb do the same.")
  var noColor = false

  @Flag(help: "Print long output directly, not through $PAGER.")
  var noPager = false

  @Flag(name: .shortAndLong, help: "No notes on standard error, no sentence after a write.")
  var quiet = false

  func validate() throws {
    guard json, let format, format != .json else { return }
    throw ValidationError("--json is short for --format json: give it or --format \(format.rawValue).")
  }

  var path: RegistryPath { db?.path ?? Self.defaultPath }

  /// The path of the registry when the command line contains none.
  static var defaultPath: RegistryPath {
    PathArgument(argument: ProcessBytes.environment("REGISTRY_DB") ?? "registry.db").path
  }

  /// Opens the registry for reading.
  func reading() throws -> RegistryStore { try open(path, for: .reading) }

  /// Opens the registry for editing.
  func editing() throws -> RegistryStore { try open(path, for: .editing) }

  /// Opens a registry, which can be another one than that on the command line.
  func open(_ path: RegistryPath, for access: RegistryStore.Access) throws -> RegistryStore {
    let store = try RegistryStore(opening: path, for: access)
    console.note(recoveredJournal: store.recoveredJournal)
    return store
  }

  var console: Console {
    Console(format: json ? .json : format, allowsColor: !noColor, allowsPager: !noPager, isQuiet: quiet)
  }
}
