import RegistryCatalog

extension RegistryReader {
  /// Returns the content that a release of the current state would have.
  ///
  /// - Returns: The content of the registry.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func snapshot() throws(RegistryError) -> Snapshot {
    Snapshot(
      revision: try revision(), languages: try languages().map(\.value), categories: try categories().map(\.value),
      codes: try codes().map(\.value), messages: try database.messages())
  }
}

extension Database {
  /// Returns the messages, ordered by language and number. The same query reads the live file and a snapshot.
  func messages() throws(RegistryError) -> [Snapshot.Message] {
    var messages: [Snapshot.Message] = []
    let rows = try query("SELECT code, language, text FROM message ORDER BY language, code")
    while try rows.next() {
      let code = try rows.integer(0)
      // Consecutive rows of one language share one tag. Parsing a tag for each of 300,000 rows would take longer than
      // reading them.
      let text = try rows.text(1)
      let language =
        if let last = messages.last?.language, last.description == text { last } else { try rows.tag(1) }
      messages.append(Snapshot.Message(code: code, language: language, text: try rows.text(2)))
    }
    return messages
  }
}
