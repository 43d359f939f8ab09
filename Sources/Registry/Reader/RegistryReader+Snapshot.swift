import RegistryCatalog

extension RegistryReader {
  /// Everything that a release made now would contain.
  public func snapshot() throws(RegistryError) -> Snapshot {
    Snapshot(
      revision: try revision(), languages: try languages().map(\.value), categories: try categories().map(\.value),
      codes: try codes().map(\.value), messages: try database.messages())
  }
}

extension Database {
  /// The messages by language and number; the same query serves the live file and a snapshot.
  func messages() throws(RegistryError) -> [Snapshot.Message] {
    var messages: [Snapshot.Message] = []
    let rows = try query("SELECT code, language, text FROM message ORDER BY language, code")
    while try rows.next() {
      let code = try rows.integer(0)
      // One tag for the whole run of a language: parsing it for each of 300,000 rows would cost more than the read.
      let text = try rows.text(1)
      let language =
        if let last = messages.last?.language, last.description == text { last } else { try rows.tag(1) }
      messages.append(Snapshot.Message(code: code, language: language, text: try rows.text(2)))
    }
    return messages
  }
}
