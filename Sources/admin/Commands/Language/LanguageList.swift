import ArgumentParser
import Registry

/// Lists languages.
struct LanguageList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List languages, their directions and fallbacks.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let languages = try shared.reading().languages()
    try shared.console.print(
      Table(
        columns: ["LANGUAGE", "DIRECTION", "FALLBACK", "REQUIRED", "POSITION", "REVISION", "ENGLISH NAME", "OWN NAME"],
        rows: languages.map { language, revision in
          [
            language.tag.description, language.direction.rawValue, language.fallback?.description,
            language.isRequired ? "yes" : "no", "\(language.position)", "\(revision)", language.englishName,
            language.ownName,
          ]
        }),
      json: .array(languages.map { .object(JSON.language($0.language, revision: $0.revision)) }))
  }
}
