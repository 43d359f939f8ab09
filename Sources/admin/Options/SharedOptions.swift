import ArgumentParser
import Registry

/// Flags of every command.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The registry's file; else $REGISTRY_DB, else registry.db here.", valueName: "path"))
  var db: PathArgument?

  @Option(help: "How to print: table on a terminal, tsv when piped.")
  var format: Format?

  @Flag(help: "Print JSON; short for --format json.")
  var json = false

  @Flag(help: "No colour; NO_COLOR and TERM=dumb do the same.")
  var noColor = false

  @Flag(name: .shortAndLong, help: "No notes on standard error, no sentence after a write.")
  var quiet = false

  var path: FilePath { db?.path ?? Self.defaultPath }

  /// The registry's file where none is named.
  static var defaultPath: FilePath {
    PathArgument(argument: ProcessBytes.environment("REGISTRY_DB") ?? "registry.db").path
  }

  /// The registry for reading.
  func reading() throws -> RegistryStore { try open(path, for: .reading) }

  /// The registry for writing.
  func editing() throws -> RegistryStore { try open(path, for: .editing) }

  /// A registry, also another than the one that the command line names.
  func open(_ path: FilePath, for access: RegistryStore.Access) throws -> RegistryStore {
    let store = try RegistryStore(opening: path, for: access)
    console.note(recoveredJournal: store.recoveredJournal)
    return store
  }

  var console: Console {
    Console(format: json ? .json : format, allowsColor: !noColor, isQuiet: quiet)
  }
}
