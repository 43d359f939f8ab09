import ArgumentParser
import Registry

/// Deprecates a code.
struct CodeDeprecate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "deprecate", abstract: "Mark a code as not to be sent by new code.",
    discussion: "Its messages are still released and answered.")

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Option(help: "The code to use instead.", completion: .codes)
  var replacedBy: String?

  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.editing()
    let replacement = try replacedBy.map { name in try store.read { try $0.code(named: name).value.number } }
    try shared.editCode(
      code, as: try write.intent("code deprecate"), ifRevision: revision.ifRevision, verb: "deprecated", in: store
    ) { code in
      code.state = .deprecated
      if let replacement { code.replacedBy = replacement }
    }
  }
}
