import ArgumentParser
import Registry

/// A command with the options of every command.
protocol SharedCommand: ParsableCommand {
  var shared: SharedOptions { get }
}

/// A command that waits for other programs and servers.
protocol AsyncSharedCommand: SharedCommand, AsyncParsableCommand {}

/// A command that writes to the registry.
///
/// When that is not the registry in the current folder, a note names it after the command: `$REGISTRY_DB` may name
/// another registry than the user thinks of.
protocol WritingCommand: SharedCommand {
  /// Whether this call writes.
  var writes: Bool { get }
}

extension WritingCommand {
  var writes: Bool { true }

  /// Prints the note.
  func nameRegistryElsewhere() {
    guard writes, let path = shared.pathElsewhere else { return }
    shared.console.note("The registry is \(path), not registry.db in this folder.")
  }
}

extension SharedOptions {
  /// The absolute path of the registry; nil when it is the one in the current folder.
  var pathElsewhere: RegistryPath? {
    guard let path = path.absolute, path != RegistryPath("registry.db").absolute else { return nil }
    return path
  }
}
