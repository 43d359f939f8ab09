// A client of `Registry` sees the values, the errors and the catalog as its own.
@_exported import RegistryCatalog
