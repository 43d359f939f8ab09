import ArgumentParser
import Registry

/// Shows one term.
struct TermShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a term with its words in every language.",
    discussion: "A word of any language finds the terms that have it: 'admin term show 验证码'.")

  @Argument(help: "The term in English, or a word in any language.", completion: .terms)
  var term: TextArgument

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (name, console) = (try term.text(), shared.console)
    let (terms, languages) = try shared.reading().read { registry in
      (try registry.terms(meantBy: name), try registry.languages().map(\.value.tag))
    }
    try console.print(terms.flatMap { $0.tables(languages) }, json: .object(["terms": .array(terms.map(\.json))]))
  }
}

extension Revised<Term> {
  /// The facts about the term, and its words by language.
  fileprivate func tables(_ languages: [LanguageTag]) -> [Table] {
    let facts = [["note", value.note], ["revision", "\(revision)"]]
    let words = languages.map { tag -> [String?] in
      let values = value.renderings[tag]?.values ?? [:]
      return [tag.description] + ["text", "other_forms", "synonyms", "forbidden"].map { values[$0]?.description }
    }
    return [
      Table(columns: ["TERM", value.source], rows: facts),
      Table(columns: ["LANGUAGE", "TEXT", "OTHER FORMS", "SYNONYMS", "FORBIDDEN"], rows: words),
    ]
  }
}
