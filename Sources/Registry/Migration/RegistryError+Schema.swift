import RegistryCatalog

extension RegistryError {
  static func newerSchema(found: Int, supported: Int) -> RegistryError {
    RegistryError(
      .newerSchema, "The registry's schema is \(found); this build supports up to \(supported).",
      .upgrade)
  }
}
