// Clients of `Registry` can use the values, the errors, the catalog and the checks without importing `RegistryCatalog`
// and `RegistryChecks`.
@_exported import RegistryCatalog
@_exported import RegistryChecks
