import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

@Suite struct SeedTests {
  private func seeded() throws -> (folder: TemporaryFolder, store: RegistryStore) {
    let folder = try TemporaryFolder()
    try RegistryStore.create(at: FilePath(folder.file("r.db")), contents: .seed, as: .test)
    return (folder, try RegistryStore(opening: FilePath(folder.file("r.db")), for: .reading))
  }

  /// The source page's list: category, number, English text.
  private func page() throws -> [[String]] {
    let text = try String(
      contentsOfFile: Command.package + "/Tests/RegistryTests/Fixtures/source-page.tsv", encoding: .utf8)
    return text.split(separator: "\n").dropFirst().map { $0.split(separator: "\t").map(String.init) }
  }

  @Test func `the page is in the registry to the letter`() throws {
    let (_, store) = try seeded()
    let snapshot = try store.snapshot()
    let english = Dictionary(
      uniqueKeysWithValues: snapshot.messages.filter { $0.language == .english }.map { ($0.code, $0.text) })
    let names = Dictionary(uniqueKeysWithValues: snapshot.categories.map { ($0.key, $0.names[.english] ?? "") })
    let found = snapshot.codes.map { [names[$0.category] ?? "", "\($0.code)", english[$0.code] ?? ""] }
    #expect(try page() == found)
    #expect(found.count == 61)
    #expect(snapshot.categories.count == 7)
    #expect(snapshot.messages.count == 183)
    #expect(Set(snapshot.codes.map(\.symbol)).count == 61)
  }

  @Test func `what the page does not say is not said`() throws {
    let (_, store) = try seeded()
    for code in try store.snapshot().codes {
      #expect(code.state == .active)
      #expect(code.replacedBy == nil && code.httpStatus == nil && code.isRetryable == nil && code.description == nil)
    }
  }

  @Test func `every text is translated, in its own script, and keeps the rules`() throws {
    let (_, store) = try seeded()
    for slot in try store.translations(TranslationFilter()) {
      let translation = try #require(slot.translation)
      #expect(translation.state == .translated && !translation.isStale && translation.revision == 1)
      #expect(try TextRules.message(translation.text).arguments.isEmpty)
      let scalars = translation.text.unicodeScalars
      #expect(!scalars.contains { $0.isControlForDisplay || $0 == "\u{200B}" || $0 == "\u{FEFF}" || $0 == "\u{0640}" })
      switch translation.language {
      case .arabic:
        #expect(scalars.first.map { (0x0620...0x064A).contains($0.value) } == true, "\(translation.text)")
        #expect(!translation.text.contains { ",;?".contains($0) })
      case .simplifiedChinese:
        #expect(scalars.contains { (0x4E00...0x9FFF).contains($0.value) })
        #expect(!translation.text.contains { ",;:?!()".contains($0) })
      default: #expect(scalars.allSatisfy { $0.isASCII })
      }
      let source = try store.code("\(slot.code)").slots.first?.translation?.text ?? ""
      let stops: Set<Character> = [".", "。"]
      #expect(translation.text.last.map(stops.contains) == source.last.map(stops.contains), "\(translation.text)")
    }
    for (category, _) in try store.categories() { #expect(category.names.count == 3) }
  }

  @Test func `a term has one rendering`() throws {
    let (_, store) = try seeded()
    let texts = Dictionary(grouping: try store.snapshot().messages, by: \.code).mapValues { messages in
      Dictionary(uniqueKeysWithValues: messages.map { ($0.language, $0.text) })
    }
    for (english, arabic, chinese) in [
      ("APIKEY", "API", "API 密钥"), ("OTP", "OTP", "验证码"), ("econciliation file", "المطابقة", "对账文件"),
      ("erchant", "التاجر", "商户"),
      ("ignature", "توقيع", "签名"), ("User Agent", "User-Agent", "User-Agent"), ("STCPay", "STCPay", "STCPay"),
    ] {
      let hits = texts.values.filter { $0[.english]?.contains(english) == true }
      #expect(!hits.isEmpty, "\(english)")
      for hit in hits {
        #expect(hit[.arabic]?.contains(arabic) == true, "\(hit)")
        #expect(hit[.simplifiedChinese]?.contains(chinese) == true, "\(hit)")
      }
    }
  }

  @Test func `the history of operation 1 accounts for every value`() throws {
    let (folder, _) = try seeded()
    let counts = try Command(
      "sqlite3",
      [
        "r.db",
        """
        SELECT count(*) FROM operation;
        SELECT count(*) FROM change JOIN translation USING (code, language) WHERE field = 'text' AND after IS text AND before IS NULL;
        SELECT count(*) FROM change JOIN status_code USING (code) WHERE field = 'symbol' AND after IS symbol;
        SELECT count(*) FROM change WHERE entity = 'category' AND field = 'name';
        SELECT count(*) FROM change WHERE entity = 'language';
        SELECT after FROM change WHERE category = 'public' AND field = 'ranges';
        SELECT DISTINCT typeof(after) FROM change WHERE field IN ('position', 'required', 'meaning_revision', 'source_revision');
        """,
      ], in: folder.path
    ).run()
    #expect(counts.output == "1\n183\n61\n21\n17\n200-200 1000-1099\ninteger\n")
  }

  @Test func `seed.sql works with the plain sqlite3 shell too`() throws {
    let (folder, store) = try seeded()
    let script =
      "cat '\(Command.package)'/migrations/*.sql '\(Command.package)'/seed.sql | sqlite3 -bail plain.db && sqlite3 plain.db 'SELECT * FROM message'"
    let plain = try Command("bash", ["-c", script], in: folder.path).run()
    #expect(plain.status == 0, "\(plain.error)")
    #expect(plain.output.split(separator: "\n").count == (try store.snapshot().messages.count))
  }
}
