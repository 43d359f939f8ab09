// Clients of `Registry` can use the values, the errors and the catalog without importing `RegistryCatalog`.
@_exported import RegistryCatalog
