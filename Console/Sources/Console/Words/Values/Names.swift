/// The names that the interface has in one language for what the registry names for programs.
struct Names: Sendable {
  /// The fields of rows, by the names of their columns.
  let fields: [String: String]
  /// The commands through which operations are made.
  let commands: [String: String]
  /// Characters that cannot be seen, by their code points in hexadecimal digits, and any other one.
  let characters: [String: String]
  /// The plural categories.
  let categories: [String: String]
  /// Languages by their tags.
  let languages: [String: String]
}
