// Clients of `RegistryCatalog` can write the values of a message without importing `MessageFormat`.
@_exported import MessageFormat
