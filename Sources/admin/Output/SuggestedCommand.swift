import Registry
import Synchronization

/// A command of this program that a message suggests. It can be typed as it is: when it would not find the registry of
/// the running command by itself, it names that registry with `--db`.
struct SuggestedCommand: CustomStringConvertible {
  /// The command, for the end of a message.
  let description: String

  /// Creates a command from its words, such as `history --operation 4`.
  ///
  /// The registry is left out when it is the one that `$REGISTRY_DB` names, or else the one in the current folder.
  init(_ words: String) { self.init(words, registry: Self.registry.withLock { $0 }) }

  /// Creates a command that names its registry, because it may be typed later and in another folder.
  ///
  /// - Parameters:
  ///   - words: The words of the command.
  ///   - registry: The registry; nil to leave it out.
  init(_ words: String, registry: RegistryPath?) {
    description = "admin \(words)" + (registry.map { " --db \(ShellWord($0))" } ?? "")
  }

  /// The command between quotation marks, for the middle of a message.
  var quoted: String { description.contains("'") ? "`\(description)`" : "'\(description)'" }

  /// The registry of the running command; nil when a command finds it by itself.
  private static let registry = Mutex<RegistryPath?>(nil)

  /// Makes the suggested commands name the registry of the running command where that is needed.
  static func use(registryOf shared: SharedOptions) {
    guard let path = shared.path.absolute, path != SharedOptions.defaultPath.absolute else { return }
    // A path that begins with a dash would be taken for an option.
    let typed = shared.path
    registry.withLock { $0 = typed.bytes.first == UInt8(ascii: "-") ? path : typed }
  }
}
