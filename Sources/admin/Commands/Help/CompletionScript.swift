import ArgumentParser

/// A shell that has completions.
enum Shell: String, ExpressibleByArgument, CaseIterable {
  case bash, zsh, fish
}

/// The completion script of a shell.
///
/// ArgumentParser writes it, but knows only options that follow the name of a command. Here the options of every
/// command are added before the name, as in `admin --db FILE code show`.
struct CompletionScript {
  let shell: Shell
  private let options = CommandInfo(SharedOptions.self)?.options ?? []

  /// The text of the script.
  var text: String {
    switch shell {
    case .bash: bash(Admin.completionScript(for: .bash))
    case .zsh: zsh(Admin.completionScript(for: .zsh))
    case .fish: fish(Admin.completionScript(for: .fish))
    }
  }

  private func bash(_ script: String) -> String {
    let flags = options.filter { $0.kind == .flag }.flatMap(\.spellings).joined(separator: " ")
    let valued = options.filter { $0.kind == .option }
    let values = valued.map { option in
      let words = option.allValues.map { "-W '\($0.joined(separator: "'$'\\n''"))'" } ?? "-f"
      return "        '\(option.name)') __admin_add_completions \(words); return ;;"
    }
    let isCommandNext = "    __admin_offer_flags_options 0\n\n    # Offer subcommand /"
    var parts = script.components(separatedBy: isCommandNext)
    for index in parts.indices.dropLast() {
      parts[index] = parts[index].replacingLast(
        "non_repeating_flags=(", with: "non_repeating_flags=(\(flags) "
      ).replacingLast(
        "non_repeating_options=()",
        with: "non_repeating_options=(\(valued.map(\.name).joined(separator: " ")))")
    }
    let offer = """
          __admin_offer_flags_options 0

          # Offer option value completions
          if [[ "${#unparsed_words[@]}" -eq 0 ]]; then
              case "${prev}" in
      \(values.joined(separator: "\n"))
              esac
          fi

          # Offer subcommand /
      """
    return parts.joined(separator: offer)
  }

  private func zsh(_ script: String) -> String {
    let specs = options.compactMap { option in
      script.split(separator: "\n").first {
        $0.hasPrefix("        '\(option.name)[")
          || $0.contains("{\(option.spellings.reversed().joined(separator: ","))}'[")
      }
    }.map { line in
      line.replacing(/\{__admin_complete "\$\{___format\[@\]\}"\}/, with: "(\(Self.formats))")
    }
    let isCommandNext = "        '(-): :->command'\n"
    return script.replacing(isCommandNext, with: specs.map { $0 + "\n" }.joined() + isCommandNext)
  }

  private func fish(_ script: String) -> String {
    let names = options.map { option in
      let names = option.spellings.map { $0.drop { $0 == "-" } }.joined(separator: "/")
      return "'\(names)\(option.kind == .option ? "=" : "")'"
    }.joined(separator: " ")
    let isGroup = "__admin_parse_subcommand 0 'version' 'h/help'\n"
    let offers = script.split(separator: "\n").filter { line in
      line.contains("\"admin status\"") && options.contains { line.contains(" -l '\($0.name.dropFirst(2))' ") }
    }.map { $0.replacing("\"admin status\"", with: "\"admin\"") + "\n" }
    return script.replacing(isGroup, with: "__admin_parse_subcommand 0 \(names) 'version' 'h/help'\n") + offers.joined()
  }

  private static let formats = Format.allCases.map(\.rawValue).joined(separator: " ")
}

extension String {
  /// Returns the parts between the occurrences of a separator.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var (parts, rest): ([String], Substring) = ([], self[...])
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// Returns the text with the last occurrence of a part replaced.
  fileprivate func replacingLast(_ part: String, with other: String) -> String {
    guard let range = ranges(of: part).last else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
