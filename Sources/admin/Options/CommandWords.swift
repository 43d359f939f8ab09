import ArgumentParser
import Registry

/// The words of a command line: those that name a command, and the rest.
///
/// ArgumentParser reports one error of a command line, and not always the one that helps. When it has refused a command
/// line, or may have accepted a repeated option, the words are looked at once more here.
struct CommandWords {
  /// The command that the words name, as far as they do.
  private(set) var command: any ParsableCommand.Type = Admin.self
  /// The names of the command, such as `admin`, `code`, `list`.
  private(set) var path: [String] = ["admin"]
  /// Options of every command that were given before its name, as in `admin --db FILE status`.
  private var early: [String] = []
  /// The words after the name.
  private var rest: [String] = []

  /// Finds the command.
  ///
  /// - Throws: `CommandFailure` when a word names no command, or an option before it is not one of every command.
  init(_ words: [String]) throws(CommandFailure) {
    var index = words.startIndex
    while !subcommands.isEmpty, index < words.endIndex, words[index] != "--" {
      let word = words[index]
      if word.hasPrefix("-"), word != "-" {
        let option = try Self.sharedOption(word)
        early.append(word)
        if option.kind == .option, !word.contains("="), index + 1 < words.endIndex {
          index += 1
          early.append(words[index])
        }
      } else {
        try descend(to: word)
      }
      index += 1
    }
    rest = Array(words[index...])
  }

  /// Follows the name of a subcommand.
  ///
  /// - Throws: `CommandFailure` with a similar name as the advice when there is none.
  mutating func descend(to word: String) throws(CommandFailure) {
    guard let next = subcommands.first(where: { $0.configuration.commandName == word }) else {
      throw unknownCommand(word)
    }
    command = next
    path.append(word)
  }

  private var subcommands: [any ParsableCommand.Type] { command.configuration.subcommands }

  private var help: String { "See '\(path.joined(separator: " ")) --help' for more information." }

  // MARK: Errors

  private func unknownCommand(_ word: String) -> CommandFailure {
    let known = subcommands.compactMap { $0.configuration.commandName }
    let begun = known.filter { word.count > 1 && $0.hasPrefix(word) }
    let near = begun.count == 1 ? begun.first : NearMiss.closest(to: word.lowercased(), in: known)
    let elsewhere = near == nil ? Self.commands(named: word) : []
    let advice =
      if let near {
        "Did you mean '\(near)'?"
      } else if !elsewhere.isEmpty {
        "Did you mean \(Self.alternatives(elsewhere))?"
      } else {
        "The commands are \(known.joined(separator: ", "))."
      }
    return .usage("'\(word)' is not a command of \(path.joined(separator: " ")).", "\(advice) \(help)")
  }

  /// Returns names as `'a', 'b' or 'c'`.
  private static func alternatives(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    return [quoted.dropLast().joined(separator: ", "), quoted.last ?? ""].filter { !$0.isEmpty }
      .joined(separator: " or ")
  }

  /// Returns the commands that have a verb, or the verb nearest to it.
  private static func commands(named word: String) -> [String] {
    let verbs = Admin.configuration.subcommands.flatMap { noun in
      noun.configuration.subcommands.compactMap { verb in
        verb.configuration.commandName.map { (name: $0, path: "admin \(noun.configuration.commandName ?? "") \($0)") }
      }
    }
    let near = NearMiss.closest(to: word.lowercased(), in: verbs.map(\.name))
    return verbs.filter { $0.name == near }.map(\.path)
  }

  private static func sharedOption(_ word: String) throws(CommandFailure) -> CommandInfo.Argument {
    let options = CommandInfo(SharedOptions.self)?.options ?? []
    let name = String(word.prefix { $0 != "=" })
    if let option = options.first(where: { $0.spellings.contains(name) }) { return option }
    let near = NearMiss.closest(to: name, in: options.flatMap(\.spellings).filter { $0.hasPrefix("--") })
    let advice = near.map { "Did you mean '\($0)'?" } ?? "The options of a command follow its name."
    throw .usage(
      "Unknown option '\(name)' before a command.", "\(advice) See 'admin --help' for more information.")
  }

  private func unknownOption(_ word: String, _ options: [CommandInfo.Argument]) -> CommandFailure {
    let name = String(word.prefix { $0 != "=" })
    let known = options.flatMap(\.spellings).filter { $0.hasPrefix("--") }
    let begun = known.filter { name.count > 3 && $0.hasPrefix(name) }
    let near = begun.count == 1 ? begun.first : NearMiss.closest(to: name, in: known)
    let advice =
      near.map { "Did you mean '\($0)'?" }
      ?? (word.hasPrefix("--") ? nil : "Words that begin with '-' and are no options follow '--'.")
    return .usage("Unknown option '\(name)'.", [advice, help].compactMap(\.self).joined(separator: " "))
  }

  // MARK: Options

  /// Checks the options, without a look at what they mean.
  ///
  /// - Returns: The command line with the options of every command behind the name of the command, and with values that
  ///   begin with a dash joined to their options, as ArgumentParser needs them.
  /// - Throws: `CommandFailure` when there is an unknown option, or one is repeated that has one value.
  func checked() throws(CommandFailure) -> [String] {
    if !subcommands.isEmpty, !early.isEmpty { throw .usage("There is no command.", help) }
    guard subcommands.isEmpty, let options = CommandInfo(command)?.options else {
      return path.dropFirst() + early + rest
    }
    let builtIn = ["-h", "--help", "--help-hidden", "--version"]
    var checked: [String] = []
    var given: Set<String> = []
    let words = early + rest
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index]
      index += 1
      if word == "--" {
        checked += [word] + words[index...]
        break
      }
      guard Self.isOption(word), !builtIn.contains(word) else {
        checked.append(word)
        continue
      }
      let name = String(word.prefix { $0 != "=" })
      guard let option = options.first(where: { $0.spellings.contains(name) }) else {
        guard Self.isCluster(word, of: options) else { throw unknownOption(word, options) }
        for letter in word.dropFirst().prefix(while: { $0 != "=" }) {
          try note(options.first { $0.spellings.contains("-\(letter)") }, &given)
        }
        checked.append(word)
        continue
      }
      try note(option, &given)
      guard option.kind == .option, name == word, index < words.endIndex else {
        checked.append(word)
        continue
      }
      let value = words[index]
      if Self.isNegative(value) {
        checked.append("\(option.name)=\(value)")
        index += 1
      } else if !Self.isOption(value) {
        checked += [word, value]
        index += 1
      } else if !value.hasPrefix("--"), !Self.isCluster(value, of: options), !builtIn.contains(value) {
        checked.append("\(option.name)=\(value)")
        index += 1
      } else {
        checked.append(word)
      }
    }
    return path.dropFirst() + checked
  }

  /// Notes that an option is given.
  ///
  /// - Throws: `CommandFailure` when it is given for the second time and has one value.
  private func note(_ option: CommandInfo.Argument?, _ given: inout Set<String>) throws(CommandFailure) {
    guard let option, option.kind == .option, !option.isRepeating, !given.insert(option.name).inserted else { return }
    throw .usage("The option \(option.name) is given twice.", "Give it once. \(help)")
  }

  private static func isOption(_ word: String) -> Bool {
    word.hasPrefix("-") && word != "-" && !isNegative(word)
  }

  /// Whether a word is a number below zero, which ArgumentParser takes for an option.
  private static func isNegative(_ word: String) -> Bool {
    word.hasPrefix("-") && Int(DecimalDigits.ascii(in: word)) != nil
  }

  /// Whether a word is a dash and letters that are all options, such as `-qn`, or such a word with a value.
  private static func isCluster(_ word: String, of options: [CommandInfo.Argument]) -> Bool {
    guard !word.hasPrefix("--") else { return false }
    let letters = word.dropFirst().prefix { $0 != "=" }
    return letters.allSatisfy { letter in options.contains { $0.spellings.contains("-\(letter)") } }
  }

  /// Returns whether an option may be repeated. This is a quick look, without the help of the command.
  static func mayRepeat(_ words: [String]) -> Bool {
    let names = words.prefix { $0 != "--" }.filter { $0.hasPrefix("-") }.flatMap { word in
      let name = String(word.prefix { $0 != "=" })
      let parts = name.hasPrefix("--") ? [name] : name.dropFirst().map { "-\($0)" }
      return parts.map { ["-o": "--output", "-m": "--note"][$0] ?? $0 }
    }
    return Set(names).count < names.count
  }
}

extension CommandFailure {
  /// Creates the error of a wrong command line.
  static func usage(_ message: String, _ hint: String?) -> CommandFailure {
    CommandFailure(code: "usage", message: message, hint: hint, exit: 64)
  }
}
