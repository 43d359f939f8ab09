/// What the interface says about errors of the registry, by the name of their code. Of several patterns, the first
/// whose values the error has is used.
enum ErrorWords {}
