import RegistryCatalog

/// A line of a file of terms, which says how one language renders a term.
///
/// A list or note that is nil is not in the file: what is stored stays.
public struct TermLine: Sendable {
  /// The source of the term.
  public let source: String
  /// A language of the registry, in any BCP 47 form.
  public let language: String
  /// The rendering.
  public let text: String
  /// The other forms of the rendering.
  public let otherForms: [String]?
  /// The synonyms of the rendering.
  public let synonyms: [String]?
  /// The forbidden words.
  public let forbidden: [String]?
  /// The note of the term; an empty one takes it away.
  public let note: String?

  /// Creates a line from its parts.
  public init(
    source: String, language: String, text: String, otherForms: [String]? = nil, synonyms: [String]? = nil,
    forbidden: [String]? = nil, note: String? = nil
  ) {
    self.source = source
    self.language = language
    self.text = text
    self.otherForms = otherForms
    self.synonyms = synonyms
    self.forbidden = forbidden
    self.note = note
  }

  /// The rendering that the line describes.
  fileprivate var rendering: TermRendering {
    TermRendering(text, otherForms: otherForms ?? [], synonyms: synonyms ?? [], forbidden: forbidden ?? [])
  }

  /// Changes a term to what the line says about it.
  fileprivate func apply(to term: inout Term, in tag: LanguageTag) {
    var rendering = term.renderings[tag] ?? TermRendering(text)
    rendering.text = text
    if let otherForms { rendering.otherForms = otherForms }
    if let synonyms { rendering.synonyms = synonyms }
    if let forbidden { rendering.forbidden = forbidden }
    term.renderings[tag] = rendering
    if let note, !note.isEmpty { term.note = note }
  }
}

extension Editor {
  /// Adds the terms of a file, all or none.
  ///
  /// A term has a line for each of its renderings. A term that the glossary has already with the same content changes
  /// nothing.
  ///
  /// - Parameters:
  ///   - replacing: Whether a term that the glossary has already is changed to what the file says about it. Its
  ///     renderings in other languages stay.
  ///   - lines: Passes the number of every line to the closure that it receives, with the content of the line, or the
  ///     error of a line that cannot be read.
  /// - Returns: The number of terms that were added or changed, and of those that were already so.
  /// - Throws: `RegistryError.Code.invalidRows`, with every line that cannot be read, whose rendering ``addTerm(_:)``
  ///   would refuse, or whose term is in the glossary with other content; the error that `lines` throws.
  public func addTerms(
    replacing: Bool = false,
    _ lines: (
      _ body: (Int, Result<TermLine, RegistryError>) throws(RegistryError) -> Void
    ) throws(RegistryError) -> Void
  ) throws(RegistryError) -> LineCounts {
    var file = TermFile(languages: try registry.languages().map(\.value.tag))
    try lines { (line, content) throws(RegistryError) in try file.take(line, content) }
    var counts = LineCounts()
    for entry in file.entries {
      do throws(RegistryError) {
        if try add(entry, replacing: replacing) { counts.changed += 1 } else { counts.unchanged += 1 }
      } catch {
        file.refused.append(try RegistryError.RefusedLine(line: entry.line, refusing: error))
      }
    }
    guard file.refused.isEmpty else {
      throw RegistryError(refusing: file.refused.sorted { $0.line < $1.line }, of: file.count)
    }
    return counts
  }

  /// Adds or changes a term of a file. Returns whether anything changed.
  private func add(_ entry: TermFile.Entry, replacing: Bool) throws(RegistryError) -> Bool {
    guard let current = try registry.termIfKnown(entry.source) else {
      var term = Term(entry.source, renderings: [:])
      entry.apply(to: &term)
      try addTerm(term)
      return true
    }
    if replacing { return try editTerm(entry.source) { entry.apply(to: &$0) }.value != current.value }
    var term = current.value
    entry.apply(to: &term)
    guard term == current.value else {
      throw RegistryError(
        .alreadyExists, "The term \(current.value.source) exists, with other content.", .replaceTerm)
    }
    return false
  }
}

/// The terms of a file, collected line by line.
private struct TermFile {
  /// A term with its lines.
  struct Entry {
    let source: String
    /// The number of the first line.
    let line: Int
    var parts: [(tag: LanguageTag, content: TermLine)]
    var note: String?

    func apply(to term: inout Term) {
      if note != nil { term.note = nil }
      for part in parts { part.content.apply(to: &term, in: part.tag) }
    }
  }

  let languages: [LanguageTag]
  /// The number of lines.
  private(set) var count = 0
  var refused: [RegistryError.RefusedLine] = []
  private var all: [Entry] = []
  private var indices: [String: Int] = [:]
  private var broken: Set<String> = []

  init(languages: [LanguageTag]) { self.languages = languages }

  /// The terms without a refused line.
  var entries: [Entry] { all.filter { !broken.contains($0.source.lowercased()) } }

  mutating func take(_ line: Int, _ content: Result<TermLine, RegistryError>) throws(RegistryError) {
    count += 1
    var key: String?
    do throws(RegistryError) {
      let content = try content.get()
      key = content.source.lowercased()
      try add(content, line)
    } catch {
      refused.append(try RegistryError.RefusedLine(line: line, refusing: error))
      if let key { broken.insert(key) }
    }
  }

  private mutating func add(_ content: TermLine, _ line: Int) throws(RegistryError) {
    let key = content.source.lowercased()
    try Term.validate(content.source, name: "The term")
    let tag = try language(named: content.language)
    try content.rendering.validate(in: tag)
    guard let index = indices[key] else {
      indices[key] = all.count
      all.append(Entry(source: content.source, line: line, parts: [(tag, content)], note: content.note))
      return
    }
    if all[index].parts.contains(where: { $0.tag == tag }) {
      throw RegistryError(.alreadyExists, "The term \(content.source) has two lines in \(tag).")
    }
    if let note = content.note, !note.isEmpty {
      if let other = all[index].note, !other.isEmpty, !other.hasSameBytes(as: note) {
        throw RegistryError(
          .invalidValue, "The term \(content.source) has another note in line \(all[index].line).",
          .follow(rule: "A term has one note: repeat it, or leave the others empty."))
      }
      all[index].note = note
    }
    all[index].parts.append((tag, content))
  }

  private func language(named name: String) throws(RegistryError) -> LanguageTag {
    guard let tag = LanguageTag(name) else {
      throw RegistryError(
        .invalidLanguageTag, "'\(name)' is not a language tag.",
        .follow(rule: "Write it as in BCP 47: en, ar, zh-Hans."))
    }
    guard let match = tag.lookup(in: languages) else {
      throw RegistryError(
        .languageNotFound, "The registry has no language \(tag).", .addLanguage(known: languages.map(\.description)))
    }
    return match
  }
}
