import ArgumentParser
import FoundationEssentials
import Glibc
import Registry

/// The option that says who somebody is.
struct ActorOption: ParsableArguments {
  @Option(help: ArgumentHelp("Who; else $REGISTRY_ACTOR, else the login name.", valueName: "name"))
  var actor: TextArgument?

  /// Returns the name for the history. A user without a passwd entry is named by the user id.
  func name() throws -> String {
    if let actor { return try actor.text() }
    if let name = ProcessBytes.environment("REGISTRY_ACTOR") { return try TextArgument(argument: name).text() }
    let login = ProcessInfo.processInfo.userName
    return login.isEmpty ? "uid \(getuid())" : login
  }
}
