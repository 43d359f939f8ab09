import ArgumentParser
import Registry

/// Retires a code.
struct CodeRetire: WritingCommand {
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
    let (current, replaced) = try store.read { registry in
      let code = try registry.code(named: name).value
      let replaced = try registry.codes(replacedBy: code.number).map(\.value)
      return (code, code.state == .retired ? [] : replaced.filter { $0.state != .retired })
    }
    if current.state != .retired {
      let numbers = replaced.map { "\($0.number)" }.joined(separator: ", ")
      try confirmation.confirm(
        "Retire \(current.number) \(current.symbol)? Services will find no message for it."
          + (replaced.isEmpty ? "" : " It replaces \(numbers)."), in: shared, isDryRun: write.dryRun)
    }
    try shared.editCode(
      code, as: try write.intent("code retire"), ifRevision: revision.ifRevision, verb: "retired", in: store
    ) { $0.state = .retired }
    for code in replaced {
      shared.console.note(
        "\(current.number) replaces \(code.number) \(code.symbol). Name another code instead: "
          + "\(SuggestedCommand("code deprecate \(code.number) --replaced-by CODE"))")
    }
  }
}
