import Registry
import RegistryChecks

extension CodePage {
  /// What the page shows, read from one state of the registry.
  struct Content: Sendable {
    let details: CodeDetails
    /// The revision of the registry.
    let revision: Int
    let languages: [Language]
    /// The stale texts of the code by language.
    let stale: [LanguageTag: StaleTranslation]
    let origins: [RegistryRow: TextOrigin]
    /// What checks find in the stored texts.
    let findings: [Finding]
    /// The terms of the glossary in the source text, by the language that renders them.
    let terms: [LanguageTag: [Term]]
    let categories: [StatusCategory]
    /// The numbers before and after this one.
    let neighbours: (previous: Int?, next: Int?)

    init(_ name: String, _ registry: RegistryReader, _ checkers: CheckerStore) throws(RegistryError) {
      details = try registry.details(ofCode: name)
      revision = try registry.revision()
      let number = details.code.number
      languages = try registry.languages().map(\.value)
      let source = languages.first { $0.fallback == nil }
      if details.slots.contains(where: { $0.translation?.isStale == true }) {
        let stale = try registry.staleTranslations(code: "\(number)")
        self.stale = Dictionary(stale.map { ($0.translation.language, $0) }) { first, _ in first }
      } else {
        stale = [:]
      }
      origins = try registry.textOrigins(ofCode: number)
      let checker = try checkers.checker(registry)
      findings = try registry.textFindings(ofCode: number, with: checker)
      let sourceText = details.slots.first { $0.language == source?.tag }?.translation?.text ?? ""
      terms = Dictionary(
        languages.filter { $0.fallback != nil }.map { ($0.tag, checker.terms(in: sourceText, renderedIn: $0.tag)) }
      ) { first, _ in first }
      categories = try registry.categories().map(\.value)
      neighbours = try registry.neighbors(ofCode: number)
    }

    /// The source language.
    var source: Language? { languages.first { $0.fallback == nil } }

    /// Returns the text in a language.
    func translation(_ language: Language) -> Translation? {
      details.slots.first { $0.language == language.tag }?.translation
    }

    /// Returns who wrote the text in a language.
    func origin(_ language: Language) -> TextOrigin? {
      origins[.translation(details.code.number, language.tag)]
    }

    /// Returns what checks find in the stored text of a language.
    func findings(_ language: Language) -> [Finding] {
      findings.filter { $0.row?.language == language.tag }
    }

    /// The languages other than the source that have a text.
    var translated: [Language] { languages.filter { $0.fallback != nil && translation($0) != nil } }
  }
}
