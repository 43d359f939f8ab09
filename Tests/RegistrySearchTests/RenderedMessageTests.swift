import MessageFormat
import RegistryCatalog
import Testing

@testable import RegistrySearch

/// Tests that a message with values in it is found, and that the values are returned as they were typed.
@Suite struct RenderedMessageTests {
  private static let search = Result { try SearchSamples.search(adding: RenderedMessages.codes) }

  @Test func `there are at least 60 rendered messages in three languages`() {
    #expect(RenderedMessages.samples.count >= 60)
    #expect(Set(RenderedMessages.samples.map(\.language)).count == 3)
  }

  /// Returns a message and the values that it shows, in the order of the text.
  private func render(_ sample: RenderedMessages.Sample) throws -> (text: String, values: [String]) {
    let pattern = try MessagePattern(sample.text, locale: sample.language.description)
    var arguments = Dictionary(sample.values.map { ($0.name, $0.value) }) { first, _ in first }
    arguments["method"] = "card"
    let text = try pattern.format(arguments)
    // Each value is isolated, so that their order can be read off the text.
    let values = text.split(separator: "\u{2068}", omittingEmptySubsequences: false).dropFirst().compactMap {
      $0.split(separator: "\u{2069}").first
    }
    return (text, values.map(String.init))
  }

  @Test(arguments: RenderedMessages.samples)
  func `a rendered message is found with exactly its values`(sample: RenderedMessages.Sample) throws {
    let (text, values) = try render(sample)
    let hit = try #require(try Self.search.get().search(text).first)
    #expect(hit.symbol == sample.symbol && hit.reason == .pattern && hit.language == sample.language, "\(hit)")
    #expect(hit.arguments.map(\.value) == values, "\(hit.arguments)")
    #expect(hit.arguments.allSatisfy { $0.names.count == 1 })
  }

  @Test(arguments: RenderedMessages.samples)
  func `the isolates around values are not needed`(sample: RenderedMessages.Sample) throws {
    let (text, values) = try render(sample)
    let plain = String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    let hit = try #require(try Self.search.get().search(plain).first)
    #expect(hit.symbol == sample.symbol && hit.reason == .pattern, "\(hit)")
    // Without isolates nobody can tell which `to` or `is blocked` belongs to a value.
    if sample.shown.contains(where: { $0.contains(" to ") || $0.contains("is blocked") }) { return }
    #expect(hit.arguments.map(\.value) == values, "\(hit.arguments)")
  }

  @Test(arguments: RenderedMessages.samples)
  func `a rendered message with a typing error is found`(sample: RenderedMessages.Sample) throws {
    let (text, _) = try render(sample)
    var letters = Array(text)
    // The second letter of the longest part without a value.
    let inside = letters.indices.filter { place in
      letters[place].isLetter
        && !String(letters[..<place]).reversed().prefix(while: { $0 != "\u{2069}" }).contains("\u{2068}")
    }
    let place = try #require(inside.dropFirst().first)
    letters.remove(at: place)
    let hits = try Self.search.get().search(String(letters), limit: 3)
    #expect(hits.contains { $0.symbol == sample.symbol }, "\(String(letters)): \(hits)")
  }
}
