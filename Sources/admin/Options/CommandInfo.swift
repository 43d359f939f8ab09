import ArgumentParser
import FoundationEssentials

/// What ArgumentParser knows about a command: the content of its help, as `--experimental-dump-help` prints it.
struct CommandInfo: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let subcommands: [CommandInfo]?
  let arguments: [Argument]?

  /// An option, flag or positional argument.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      /// The name with its dashes.
      var spelled: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let isOptional: Bool
    let isRepeating: Bool
    let abstract: String?
    let allValues: [String]?

    /// The names with their dashes, the short ones first.
    var spellings: [String] { (names ?? []).map(\.spelled).sorted { $0.utf8.count < $1.utf8.count } }

    /// The name for messages, which is the long one.
    var name: String { spellings.last ?? valueName ?? "" }
  }

  private struct Dump: Decodable {
    let command: CommandInfo
  }

  /// Describes a command with its subcommands.
  ///
  /// - Returns: The description; nil when ArgumentParser describes commands in another format.
  init?(_ type: any ParsableArguments.Type) {
    guard let dump = try? JSONDecoder().decode(Dump.self, from: Data(type._dumpHelp().utf8)) else { return nil }
    self = dump.command
  }

  /// The commands below this one, without `help`, which every program has.
  var children: [CommandInfo] { (subcommands ?? []).filter { $0.commandName != "help" } }

  /// The options and flags, without those that every program has.
  var options: [Argument] {
    (arguments ?? []).filter { $0.kind != .positional && !["--help", "--version"].contains($0.name) }
  }

  /// The positional arguments.
  var operands: [Argument] { (arguments ?? []).filter { $0.kind == .positional } }
}
