@_exported import RegistryCatalog
