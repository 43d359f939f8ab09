/// A page of the manual about one command, in the format of man(7). It is made from the command's help.
struct ManualPage {
  /// The names of the command, such as `admin`, `code`, `show`.
  let path: [String]
  private let command: CommandInfo

  /// The name of the page, such as `admin-code-show`.
  var name: String { path.joined(separator: "-") }

  /// Returns the pages of a command and of all commands below it.
  static func all(of command: CommandInfo, below path: [String] = []) -> [ManualPage] {
    let path = path + [command.commandName]
    return [ManualPage(path: path, command: command)] + command.children.flatMap { all(of: $0, below: path) }
  }

  /// The source of the page.
  var source: String {
    let title = name.uppercased()
    var lines = [
      ".\\\" Made by: admin man \(name)",
      ".TH \"\(Self.escaped(title))\" 1 \"\" \"admin \(Admin.programVersion)\" \"admin\"",
      ".nh", ".SH NAME", "\(Self.escaped(name)) \\- \(Self.escaped(command.abstract ?? ""))",
    ]
    lines += [".SH SYNOPSIS"] + synopsis
    if let discussion = command.discussion { lines += [".SH DESCRIPTION"] + Self.paragraphs(discussion) }
    if !command.children.isEmpty {
      lines.append(".SH COMMANDS")
      for child in command.children {
        lines += entry(
          "\\fB\(Self.escaped((path + [child.commandName]).joined(separator: "-")))\\fR(1)", child.abstract)
      }
    }
    if !command.operands.isEmpty {
      lines.append(".SH ARGUMENTS")
      for operand in command.operands { lines += entry(Self.placeholder(operand), operand.abstract) }
    }
    if !command.options.isEmpty {
      lines.append(".SH OPTIONS")
      for option in command.options { lines += entry(Self.spelling(of: option), Self.text(of: option)) }
    }
    if path.count == 1 { lines += Self.environment }
    return (lines + seeAlso).joined(separator: "\n") + "\n"
  }

  private var synopsis: [String] {
    let words = "\\fB\(Self.escaped(path.joined(separator: " ")))\\fR"
    if !command.children.isEmpty { return ["\(words) \\fIcommand\\fR"] }
    let required = command.options.filter { !$0.isOptional }.map(Self.spelling)
    let operands = command.operands.map { operand in
      let name = Self.placeholder(operand) + (operand.isRepeating ? "..." : "")
      return operand.isOptional ? "[\(name)]" : name
    }
    return [([words] + operands + required + ["[\\fIoptions\\fR]"]).joined(separator: " ")]
  }

  private var seeAlso: [String] {
    let parents = path.indices.dropFirst().map { path.prefix($0).joined(separator: "-") }
    guard !parents.isEmpty else { return [] }
    return [".SH SEE ALSO", parents.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ", ")]
  }

  private func entry(_ tag: String, _ text: String?) -> [String] { [".TP", tag, Self.line(text ?? "")] }

  private static func placeholder(_ argument: CommandInfo.Argument) -> String {
    "\\fI\(escaped(argument.valueName ?? ""))\\fR"
  }

  private static func spelling(of option: CommandInfo.Argument) -> String {
    let names = option.spellings.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
    return option.kind == .option ? "\(names) \(placeholder(option))" : names
  }

  private static func text(of option: CommandInfo.Argument) -> String {
    let values = option.allValues.map { "Values: \($0.joined(separator: ", "))." }
    return [option.abstract, values].compactMap(\.self).joined(separator: " ")
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").enumerated().flatMap { index, paragraph in
      (index == 0 ? [] : [".PP"]) + paragraph.split(separator: "\n").map { line(String($0)) }
    }
  }

  /// Returns a line of text, which does not begin like a request.
  private static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("\\(aq") ? "\\&" + text : text
  }

  /// Returns a text whose characters are all shown as they are (groff_char(7)).
  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "'": "\\(aq"
      case "`": "\\(ga"
      case "^": "\\(ha"
      case "~": "\\(ti"
      case "\"": "\\(dq"
      default: String(character)
      }
    }.joined()
  }

  /// The variables that the commands read.
  private static let environment: [String] =
    [".SH ENVIRONMENT"]
    + [
      ("REGISTRY_DB", "The registry's file, when --db is not given."),
      ("REGISTRY_ACTOR", "Who writes, when --actor is not given."),
      ("VISUAL, EDITOR", "The editor of 'admin translation edit'."),
      ("PAGER", "The pager for output that is longer than the screen; else less. None when it is empty or cat."),
      ("COLUMNS, LINES", "The size of a terminal that does not know its own."),
      ("NO_COLOR", "No colour, when it is set."), ("TMPDIR", "The folder for temporary files; else /tmp."),
      ("SOURCE_DATE_EPOCH", "The date of a release, in seconds since 1970, when --created-at is not given."),
    ].flatMap { name, text in [".TP", ".B \(name)", line(text)] }
}
