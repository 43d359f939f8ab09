import Foundation
import RegistryTestSupport
import Testing

/// Tests the completion scripts in real shells with a real registry.
@Suite struct CompletionTests {
  static let cases: [(line: String, expected: [String])] = [
    ("admin code show 14", (1400...1407).map { "\($0)" }),
    ("admin code show INSUFF", ["INSUFFICIENT_BALANCE"]),
    ("admin code show insuff", ["insufficient_balance"]),
    ("admin translation set 1402 ", ["ar", "en", "zh-Hans"]),
    ("admin category edit o", ["otp"]),
    ("admin code list --category pay", ["payment"]),
    ("admin translation list --language z", ["zh-Hans"]),
    ("admin translation edit 1402 a", ["ar"]),
    ("admin --db registry.db code show 140", (1400...1407).map { "\($0)" }),
    ("admin -q --format json translation --db registry.db edit 1402 a", ["ar"]),
    ("admin --db registry.db cod", ["code"]), ("admin --format t", ["table", "tsv"]),
  ]

  private func completed(_ shell: String, _ admin: AdminFolder, _ line: String, _ driver: String) throws -> [String] {
    let script = try admin.run("--generate-completion-script", shell)
    try #require(script.status == 0)
    try admin.write(script.outputBytes, to: "completion")
    var command = Command(shell, shell == "zsh" ? ["-f", "-c", driver] : ["-c", driver], in: admin.path)
    command.environment = [
      "PATH": "\(try Command.products):\(ProcessInfo.processInfo.environment["PATH"] ?? "")", "LINE": line,
    ]
    command.seconds = 30
    let result = try command.run()
    return result.output.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty
    }.sorted()
  }

  @Test(arguments: cases)
  func `bash completes from the registry`(line: String, expected: [String]) throws {
    let admin = try AdminFolder()
    let driver = """
      source ./completion
      read -ra COMP_WORDS <<< "$LINE"; [ "${LINE% }" = "$LINE" ] || COMP_WORDS+=("")
      COMP_LINE=$LINE; COMP_POINT=${#LINE}; COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9; COMP_KEY=9
      _admin admin "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    #expect(try completed("bash", admin, line, driver).filter { !$0.hasPrefix("-") } == expected)
  }

  @Test(.enabled(if: Command.exists("fish"), "fish is not installed"), arguments: cases)
  func `fish completes from the registry`(line: String, expected: [String]) throws {
    let admin = try AdminFolder()
    // On its own terminal, because the script asks the line editor for the typed text.
    let driver = """
      { sleep 1; printf '%s\\t' "$LINE"; sleep 2; printf '\\003'; sleep 0.2; printf 'exit\\n'; } |
        TERM=xterm script -qec "fish --no-config -i -C 'source ./completion'" /dev/null
      """
    let script = try admin.run("--generate-completion-script", "fish")
    try admin.write(script.outputBytes, to: "completion")
    var command = Command("bash", ["-c", driver], in: admin.path)
    command.seconds = 300
    command.environment = [
      "PATH": "\(try Command.products):\(ProcessInfo.processInfo.environment["PATH"] ?? "")", "LINE": line,
    ]
    let shown = try command.run().output.replacing(/\u{1B}\[[0-9;?]*[A-Za-z]/, with: "")
    let typed = line.hasSuffix(" ") ? 0 : line.split(separator: " ").last?.count ?? 0
    for word in expected {
      // The shell may not print the typed text again.
      #expect(shown.contains(word.dropFirst(typed)), "\(shown)")
    }
  }

  @Test(.enabled(if: Command.exists("zsh"), "zsh is not installed"), arguments: cases)
  func `zsh completes from the registry`(line: String, expected: [String]) throws {
    let admin = try AdminFolder()
    // A separate shell on a pseudo-terminal, because completion only works while a line is edited.
    let driver = """
      zmodload zsh/zpty; cp completion _admin; zpty line zsh -f -i
      zpty -w line "PS1=; fpath=($PWD \\$fpath); autoload -U compinit; compinit -u -d dump"
      zpty -w line "zstyle ':completion:*' list-separator '|'; bindkey '^I' complete-word; \
      setopt list_rows_first; LISTMAX=0"
      zpty -w line "compadd () { builtin compadd -O found \\"\\$@\\"; \
      print -rl -- '<<' \\$found '>>' >> found.txt; builtin compadd \\"\\$@\\" }"
      zpty -n -w line "$LINE"$'\\t'
      for _ in {1..100}; do sleep 0.1; [[ -s found.txt ]] && break; done; sleep 0.5
      zpty -d line; grep -v '[<>]' found.txt
      """
    let found = try completed("zsh", admin, line, driver)
    #expect(Set(found).isSuperset(of: expected), "\(found)")
  }

  @Test func `completion uses the registry of the command line, and a missing one is no error`() throws {
    let admin = try AdminFolder()
    try #require(
      try admin.shell("mv registry.db 'o r.db'; admin language add fr --english-name French --own-name F --db 'o r.db'")
        .status == 0)
    let driver =
      "source ./completion; COMP_WORDS=(admin language edit --db \"'o r.db'\" f); COMP_CWORD=5; COMP_TYPE=9; "
      + "_admin admin f x; echo \"${COMPREPLY[@]}\""
    #expect(try completed("bash", admin, "", driver) == ["fr"])
    #expect(
      try completed(
        "bash", admin, "",
        "source ./completion; COMP_WORDS=(admin language edit f); COMP_CWORD=3; COMP_TYPE=9; "
          + "_admin admin f edit; echo \"${COMPREPLY[@]}\""
      ).isEmpty)
    for words in [#"admin --db "'o r.db'" language edit f"#, #"admin language "--db='o r.db'" edit f"#] {
      #expect(
        try completed(
          "bash", admin, "",
          "source ./completion; COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9; "
            + "_admin admin f edit; echo \"${COMPREPLY[@]}\"") == ["fr"], "\(words)")
    }
  }
}
