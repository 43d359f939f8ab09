import HummingbirdCore
import Registry
import Testing

@testable import Console

@Suite struct ListTests {
  private func query(_ address: String) -> ListQuery { ListQuery(URI(address).formParameters) }

  @Test func `a plus sign in an address is a space, as browsers send it`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let found = try await console.get("/find?q=insuficient+balanse")
    #expect(found.body.contains("value=\"insuficient balanse\"") && found.body.contains("INSUFFICIENT_<wbr>BALANCE"))
    #expect(try await console.get("/find?q=1%2B1").body.contains("value=\"1+1\""))
  }

  @Test func `the address of a list keeps its filter, without what was just done`() {
    let query = query("/texts?language=ar&text=%D8%A7&stale=1&after=1402&done=5&state=")
    #expect(query.address("/texts") == "/texts?language=ar&text=%D8%A7&stale=1&after=1402")
    #expect(query.window == CodeWindow(after: 1402, limit: 100))
    #expect(query.isFiltered && !self.query("/texts?after=1").isFiltered)
  }

  @Test func `a list in the middle has links to both sides, and at its ends to one`() {
    let links = { (address: String, hasMore: Bool) in
      query(address).pages("/texts", (1100, 1200), hasMore: hasMore, .english)?.markup ?? ""
    }
    #expect(links("/texts", false).isEmpty)
    #expect(links("/texts?language=ar", true).contains("href=\"/texts?language=ar&amp;after=1200\""))
    #expect(!links("/texts", true).contains("before="))
    #expect(
      links("/texts?after=1000", true).contains("before=1100") && links("/texts?after=9", true).contains("after=1200"))
    #expect(!links("/texts?after=1000", false).contains("after="))
    #expect(!links("/texts?before=1300", false).contains("before=1100"))
  }

  @Test(arguments: ["codes", "texts", "review"])
  func `a place beyond every list is an empty page or the first`(list: String) async throws {
    let console = try TestConsole()
    try await console.signIn()
    for place in ["after", "before", "skip"] {
      for number in [Int.min, Int.max] {
        #expect(try await console.get("/\(list)?\(place)=\(number)").status == 200)
      }
    }
  }

  @Test(arguments: ["/texts?language=ar", "/codes", "/review", "/find?q=%D8%B1", "/checks?check=end-mark"])
  func `a list of this console can be come back to`(address: String) { #expect(CodeTrail.isList(address)) }

  @Test(arguments: ["//evil.example/texts", "https://evil.example/texts", "/operations/3", "/texts\r\nx", "texts", ""])
  func `nothing else is taken for a list`(address: String) { #expect(!CodeTrail.isList(address)) }

  @Test func `the list that a person came from goes on after a code that has left it`() async throws {
    let registry = try SeededRegistry()
    for code in [1400, 1402, 1405] { try registry.set(code, "en", "Changed \(code)", impact: .minor) }
    try registry.set(1402, "ar", "تغيّر")
    let trail = try #require(
      try await CodeTrail.read(
        "/texts?language=ar&stale=1", around: 1402, for: "layla", registry.access, RegistryInsight(of: registry.access))
    )
    #expect(trail.rows.map(\.code) == [1400, 1402, 1405])
    #expect(trail.previous == 1400 && trail.next == 1405)
    #expect(
      trail.html(.english).markup.contains(
        "href=\"/codes/1402?from=%2Ftexts%3Flanguage%3Dar%26stale%3D1\" aria-current"))
  }

  @Test func `the pages of a list hold every text once`() throws {
    let registry = try SeededRegistry()
    var seen: [String] = []
    var window = CodeWindow(limit: 50)
    while true {
      let part = try registry.store.read { try $0.translations(window: window) }
      #expect(part.rows.count <= 50)
      seen += part.rows.map { "\($0.code) \($0.language)" }
      guard part.hasMore else { break }
      let back = try registry.store.read { registry in
        try registry.translations(window: CodeWindow(before: (part.rows.last?.code ?? 0) + 1, limit: 50))
      }
      #expect(back.rows.map(\.code) == part.rows.map(\.code))
      window.after = part.rows.last?.code
    }
    #expect(seen.count == 183 && Set(seen).count == 183)
  }
}
