import Foundation
import MessageFormat
import RegistryTestSupport
import Testing

/// Runs the examples of docs/messages.md.
///
/// An example is a block after `<!-- message: LOCALE -->`. Its pattern may take several lines. Each line with an arrow
/// has values, `count=#3` for a number and `name=~text` for a text, and what the pattern formats to. After
/// `<!-- message-error: LOCALE -->`, the error follows the pattern.
struct MessagePageTests {
  private struct Example {
    let locale: String
    let isError: Bool
    let lines: [String]
  }

  private func examples() throws -> [Example] {
    let page = try String(contentsOfFile: "\(Command.package)/docs/messages.md", encoding: .utf8)
    return page.matches(of: /<!-- message(-error)?: (\S+) -->\n```text\n(.*?)\n```/.dotMatchesNewlines()).map { match in
      Example(
        locale: String(match.output.2), isError: match.output.1 != nil,
        lines: match.output.3.split(separator: "\n").map(String.init))
    }
  }

  @Test func `every example of a text formats to what the page says`() throws {
    let examples = try examples().filter { !$0.isError }
    #expect(examples.count >= 14)
    for example in examples {
      let lines = example.lines.filter { !$0.contains("→") }
      let pattern = try MessagePattern(lines.joined(separator: " "), locale: example.locale)
      for line in example.lines where line.contains("→") {
        let parts = line.split(separator: "→", omittingEmptySubsequences: false)
        var values: [String: MessageValue] = [:]
        for match in parts[0].matches(of: /(\w+)=([#~])((?:(?! \w+=[#~]).)*)/) {
          let text = match.output.3.trimmingCharacters(in: .whitespaces)
          values[String(match.output.1)] =
            match.output.2 == "#" ? .number(try #require(MessageNumber(text))) : .text(text)
        }
        let text = try pattern.format(values).filter { !"\u{2068}\u{2069}".contains($0) }
        let plain = String(text.map { $0 == "\u{202F}" || $0 == "\u{A0}" ? " " : $0 })
        #expect(plain == parts[1].trimmingCharacters(in: .whitespaces))
      }
    }
  }

  @Test func `every example of a mistake is refused in the words of the page`() throws {
    let examples = try examples().filter(\.isError)
    #expect(examples.count >= 3)
    for example in examples {
      let error = try #require(throws: MessageFormatError.self) {
        try MessagePattern(example.lines[0], locale: example.locale)
      }
      #expect("\(error.message) \(error.suggestion ?? "")" == example.lines.dropFirst().joined(separator: " "))
    }
  }
}
