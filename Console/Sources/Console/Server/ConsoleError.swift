/// A refusal of the server itself.
enum ConsoleError: Error {
  /// The request is for a host that is not this console.
  case foreignHost
  /// The request was made by a page of another site.
  case foreignOrigin
  /// The link was used before, or is too old.
  case spentLink
}
