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
    // The messages of the library are about the registry's own content, and in English.
    let message: HTML = "<p lang=\"en\" dir=\"ltr\">\(error.message)</p>"
    switch error.code {
    case .busy, .migrationPending, .fileReplaced: text = "\(word.map { "<p>\(words($0))</p>" as HTML })"
    default: text = "\(word.map { "<p>\(words($0))</p>" as HTML })\(message)"
    }
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
