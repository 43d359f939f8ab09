import ArgumentParser
import MessageFormat
import Registry

/// Prints the plural forms of a language, and a text with all of them to be filled in.
struct TranslationFrame: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Print the plural forms of a language, and an empty text with all of them.",
    discussion: """
      The last line is a text to copy. In a form, # stands for the number. docs/messages.md shows how to write such \
      texts.
      """)

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @Argument(help: "The name of the argument.")
  var name = "count"

  @Flag(help: "For 1st, 2nd, 3rd instead of 1, 2, 3.")
  var ordinal = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let tag = language
    let language = try shared.reading().read { try $0.language(named: tag).value }
    let locale = language.tag.description
    let kind: PluralRules.Kind = ordinal ? .ordinal : .cardinal
    let text = MessagePattern.frame(for: locale, argument: name, kind)
    let pattern: MessagePattern
    do { pattern = try MessagePattern(text, locale: locale) } catch {
      throw CommandFailure(
        code: "invalid-value", message: "\(name) cannot be the name of an argument.",
        hint: "Write a letter, then letters, digits and _, as in count.", exit: 65)
    }
    let rules = PluralRules(for: locale, kind)
    if !rules.isKnown { shared.console.note("CLDR has no plural rules for \(locale): every number is 'other'.") }
    let forms = rules.categories.map { (category: $0, samples: rules.samples(of: $0)) }
    let rows = forms.map { form in
      let numbers = form.samples.map(\.description) + (form.samples.count > 2 ? ["…"] : [])
      return [form.category.rawValue, numbers.joined(separator: ", ")]
    }
    let document: [String: JSON] = [
      "argument": .string(pattern.arguments.first ?? name), "language": .string(locale), "text": .string(text),
      "forms": .array(
        forms.map { form in
          .object([
            "category": .string(form.category.rawValue),
            "samples": .array(form.samples.map { .string($0.description) }),
          ])
        }),
    ]
    try shared.console.print(
      Table(columns: [locale, language.ownName], rows: rows + [["text", text]]), json: .object(document))
  }
}
