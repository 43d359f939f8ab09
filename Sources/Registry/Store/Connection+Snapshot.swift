import RegistrySQLite

extension Connection {
  /// The registry's revision: its newest operation.
  func revision() throws(RegistryError) -> Int {
    try integer("SELECT coalesce(max(id), 0) FROM operation")
  }

  /// Everything that a release contains, from the live file; call it inside a transaction.
  func snapshot() throws(RegistryError) -> Snapshot {
    Snapshot(
      revision: try revision(), languages: try languages(), categories: try categories(),
      codes: try codes().map(\.code), messages: try messages())
  }

  /// The messages by language and number; the same query serves the live file and a snapshot.
  func messages() throws(RegistryError) -> [Snapshot.Message] {
    var messages: [Snapshot.Message] = []
    let rows = try rows("SELECT code, language, text FROM message ORDER BY language, code")
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
