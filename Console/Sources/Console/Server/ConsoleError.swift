/// A refusal of the server itself.
enum ConsoleError: Error {
  /// The request is for a host that is not this console.
  case foreignHost
  /// The request was made by a page of another site.
  case foreignOrigin
  /// The link was used before, or is too old.
  case spentLink
  /// The kept form was typed by another person, whose name this is.
  case typedBy(String)
  /// There is no file at the path of the registry.
  case registryGone
  /// Another file has taken the place of the registry.
  case registryReplaced
}
