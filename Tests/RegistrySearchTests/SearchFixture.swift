import Registry
import RegistryTestSupport

/// The content of a new registry.
enum SearchFixture {
  static let seed = Result {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try RegistryStore.create(at: path, contents: .seed, as: OperationIntent(actor: "seeder", command: "init"))
    return try RegistryStore(opening: path, for: .reading).read { try $0.snapshot() }
  }
}
