import RegistryBytes
import RegistryTestSupport
import Testing

@testable import RegistryCatalog

/// Catalogs that are made from values, and the file that an earlier build released.
struct CatalogSnapshotTests {
  private let fixture: SnapshotFixture
  private let sound: Snapshot

  init() throws {
    fixture = try SnapshotFixture()
    sound = try fixture.released.snapshot()
  }

  @Test func `a snapshot that an earlier build released is still read and verified`() throws {
    let catalog = try fixture.released.catalog()
    #expect(catalog.release == "1.0")
    #expect(catalog.revision == 2)
    #expect(catalog.contentDigest == "sha256:957cdc0e50608122b588d44415ddadbf46fc33b18da54d048396b8ca775cce46")
    #expect(catalog.content.makeContentDigest() == catalog.contentDigest)
    #expect(catalog.content.codes.count == 61)
    #expect(catalog.content.messageCount == 182)
    #expect(try ManifestClaims(at: fixture.manifestPath).fileSHA256 == DatabaseImage(fixture.bytes).sha256)
  }

  @Test func `a catalog made from values gives every answer of the one loaded from the file`() throws {
    let (loaded, made) = (try fixture.released.catalog(), try Catalog(sound))
    #expect(made.revision == loaded.revision)
    #expect(made.contentDigest == loaded.contentDigest)
    #expect(made.languages == loaded.languages)
    #expect(made.categories == loaded.categories)
    let tags = loaded.languages.map(\.tag.description) + ["de", "", "*", "ar-SA", "zh-TW", "zh-CN", "fr-CA-x-quebec"]
    let headers = ["fr-CA, fr;q=0", "zh-TW, zh-Hans;q=0", "ar;q=0.2, zh", "en;q=0", "de, *;q=0.5"]
    for code in -1...1_700 {
      #expect(made.statusCode(code) == loaded.statusCode(code), "\(code)")
      for header in headers { #expect(made.message(for: code, in: header) == loaded.message(for: code, in: header)) }
      for first in tags {
        for second in tags {
          let (message, expected) = (
            made.message(for: code, in: [first, second]), loaded.message(for: code, in: [first, second])
          )
          // Messages compare their texts by canonical equivalence.
          guard message == expected, message.map({ Array($0.text.utf8) }) == expected.map({ Array($0.text.utf8) })
          else {
            Issue.record("\(code) in \(first), \(second)")
            continue
          }
        }
      }
    }
    for tag in tags { #expect(made.missingCodes(in: tag) == loaded.missingCodes(in: tag), "\(tag)") }
    for key in loaded.categories.map(\.key) + ["none"] {
      #expect(made.statusCodes(inCategory: key) == loaded.statusCodes(inCategory: key), "\(key)")
    }
  }

  /// What makes a sound snapshot unsound.
  enum Flaw: CaseIterable {
    case languageTwice
    case categoryTwice
    case codeTwice
    case messageTwice
    case messageOfNoCode
    case messageInNoLanguage
    case codeInNoCategory
  }

  @Test(arguments: Flaw.allCases)
  func `values with two rows of one key, or a row that belongs nowhere, are refused`(flaw: Flaw) throws {
    var (languages, categories) = (sound.languages, sound.categories)
    var (codes, messages) = (sound.codes, sound.messages)
    func message(_ code: Int, _ tag: String) throws -> Snapshot.Message {
      Snapshot.Message(code: code, language: try #require(LanguageTag(tag)), text: "x")
    }
    switch flaw {
    case .languageTwice: languages.append(.blank(.arabic))
    case .categoryTwice: categories.append(StatusCategory(key: "data", position: 9, ranges: [], names: [:]))
    case .codeTwice: codes.append(StatusCode(number: 1402, symbol: "OTHER", category: "data"))
    case .messageTwice: messages.append(try message(200, "ar"))
    case .messageOfNoCode: messages.append(try message(9_999, "en"))
    case .messageInNoLanguage: messages.append(try message(200, "de"))
    case .codeInNoCategory: codes.append(StatusCode(number: 9_999, symbol: "OTHER", category: "none"))
    }
    let snapshot = Snapshot(
      revision: 2, languages: languages, categories: categories, codes: codes, messages: messages)
    let error = try #require(throws: RegistryError.self) { try Catalog(snapshot) }
    #expect(error.code == .ruleBroken)
  }

  @Test func `the rows of a snapshot can come in any order`() throws {
    let shuffled = Snapshot(
      revision: sound.revision, languages: sound.languages.reversed(), categories: sound.categories.reversed(),
      codes: sound.codes.reversed(), messages: sound.messages.reversed())
    #expect(shuffled == sound)
    #expect(try Catalog(shuffled).contentDigest == fixture.released.catalog().contentDigest)
  }
}
