import HTTPTypes
import Registry

/// What a page says about an error of the registry: what has happened, and what to do.
struct RegistryErrorText {
  let status: HTTPResponse.Status
  let text: HTML

  init(_ error: RegistryError, _ words: Words) {
    let word: Word?
    (status, word) =
      switch error.code {
      case .busy: (.serviceUnavailable, .registryBusy)
      case .migrationPending: (.serviceUnavailable, .registryMoved)
      case .fileReplaced: (.conflict, .registryReplaced)
      case .notDurable: (.internalServerError, .registryNotDurable)
      case .diskFull: (.serviceUnavailable, .registryFull)
      case .readOnly, .interruptedWriter: (.serviceUnavailable, .registryReadOnly)
      default: Self.general(error.code.kind)
      }
    let command = error.code == .migrationPending ? "admin migrate" : "admin doctor"
    let lines = word.map { [words.phrase($0, ["command": .code(command)])] } ?? words.phrases(for: error)
    text = "\(lines.map { line -> HTML in "<p>\(line.html)</p>" })"
  }

  private static func general(_ kind: RegistryError.Kind) -> (HTTPResponse.Status, Word?) {
    switch kind {
    case .notFound: (.notFound, nil)
    case .conflict: (.conflict, nil)
    case .invalid, .mismatch: (.unprocessableContent, nil)
    case .foreign, .corrupt: (.serviceUnavailable, .registryUnusable)
    default: (.internalServerError, .failed)
    }
  }
}
