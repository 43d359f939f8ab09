import ArgumentParser
import Registry

/// Retires a code.
struct CodeRetire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Stop answering a code, for ever.",
    discussion: "Its row stays, so that the number is never used again; callers that still get it find no message.")

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @OptionGroup var confirmation: Confirmation
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (store, name) = (try shared.editing(), code)
    let current = try store.read { try $0.code(named: name).value }
    if current.state != .retired {
      try confirmation.confirm(
        "Retire \(current.number) \(current.symbol)? Services will find no message for it.", isDryRun: write.dryRun)
    }
    try shared.editCode(
      code, as: try write.intent("code retire"), ifRevision: revision.ifRevision, verb: "retired", in: store
    ) { $0.state = .retired }
  }
}
