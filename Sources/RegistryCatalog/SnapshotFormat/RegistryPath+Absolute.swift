import RegistryBytes

extension RegistryPath {
  /// The absolute path, in which the symbolic links of the folder are resolved; nil when the folder does not exist.
  package var absolute: RegistryPath? { (try? FileSystem.absolute(bytes)).map(RegistryPath.init(bytes:)) }
}
