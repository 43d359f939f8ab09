import RegistryBytes
import RegistryCatalog
import RegistrySQLite

/// Reads the tables of a released snapshot with SQLite, which also checks the integrity of the file.
struct ReleasedTables {
  static let language = RowTable<Language>(snapshot: "language", key: ["tag"])
  static let category = RowTable<StatusCategory>(snapshot: "category", key: ["key"])
  static let statusCode = RowTable<StatusCode>(snapshot: "status_code", key: ["code"])

  private let database: Database

  /// Opens the image as a database in memory. An image that is not a database fails at the first query.
  init(_ image: DatabaseImage) throws(RegistryError) {
    do { database = Database(try Connection(image: image)) } catch { throw RegistryError(error) }
  }

  func schema() throws(RegistryError) -> DatabaseSchema { try DatabaseSchema(of: database) }

  /// Returns the first defect of the file as the end of a sentence; nil when the file is sound.
  func damage() throws(RegistryError) -> String? {
    let problem = try database.text("PRAGMA integrity_check(1)") ?? "no answer"
    if problem != "ok" { return problem }
    let isComplete = try database.queryOne("PRAGMA foreign_key_check") == nil
    return isComplete ? nil : "a row refers to one that does not exist"
  }

  func info(
    _ verification: SnapshotVerification, size: Int, fileSHA256: String
  ) throws(RegistryError) -> SnapshotInfo {
    var rows = try database.query("SELECT key, value FROM registry_info")
    return try verification.info(&rows, size: size, fileSHA256: fileSHA256)
  }

  func checkFallbacks(of languages: [Language], _ verification: SnapshotVerification) throws(RegistryError) {
    var rows = try database.query("SELECT language, step, tag FROM language_fallback ORDER BY language, step")
    try verification.checkFallbacks(of: languages, &rows)
  }

  /// Returns the content of the snapshot.
  func snapshot(revision: Int) throws(RegistryError) -> Snapshot {
    Snapshot(
      revision: revision, languages: try languages(), categories: try categories(), codes: try codes(),
      messages: try database.messages())
  }

  private func languages() throws(RegistryError) -> [Language] {
    let rows = try database.query(Self.language.select)
    var languages: [Language] = []
    while try rows.next() { languages.append(try Language(rows, Self.language.fields)) }
    return languages
  }

  private func categories() throws(RegistryError) -> [StatusCategory] {
    var ranges = try database.query("SELECT first, last, category FROM category_range ORDER BY first")
    var names = try database.query("SELECT category, language, name FROM category_name")
    let parts = try StatusCategory.Parts(ranges: &ranges, names: &names)
    let rows = try database.query(Self.category.select)
    var categories: [StatusCategory] = []
    while try rows.next() { categories.append(try StatusCategory(rows, Self.category.fields, parts)) }
    return categories
  }

  private func codes() throws(RegistryError) -> [StatusCode] {
    let rows = try database.query("\(Self.statusCode.select) ORDER BY code")
    var codes: [StatusCode] = []
    while try rows.next() { codes.append(try StatusCode(rows, Self.statusCode.fields)) }
    return codes
  }
}
