import ArgumentParser
import Registry

/// Lists languages.
struct LanguageList: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List languages, their directions and fallbacks.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let languages = try shared.reading().read { try $0.languages() }
    let headings = [
      "direction": "DIRECTION", "fallback": "FALLBACK", "required": "REQUIRED", "position": "POSITION",
      "english_name": "ENGLISH NAME", "own_name": "OWN NAME",
    ]
    let column = { (name: String) in
      Language.fields.filter { $0.name == name }.map { field in
        Column<Revised<Language>>(headings[name], name) { JSON(field.value($0.value), role: field.role) }
      }
    }
    try shared.console.print(
      Report(
        languages,
        [Column("LANGUAGE", "tag") { .string($0.value.tag.description) }] + column("direction") + column("fallback")
          + column("required") + column("position") + [Column("REVISION", "revision") { .integer($0.revision) }]
          + column("english_name") + column("own_name")))
  }
}
