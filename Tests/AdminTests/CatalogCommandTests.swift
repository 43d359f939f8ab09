import Foundation
import RegistryTestSupport
import Testing

/// `category` and `language`.
@Suite struct CatalogCommandTests {
  @Test func `a category is added with its ranges and names`() throws {
    let admin = try AdminFolder()
    let added = try admin.json(
      "category", "add", "refund", "--range", "1700-1799", "--range", "1900", "--name", "en=Refund", "--name",
      "zh-CN=退款")
    #expect(added["key"] == "refund")
    #expect(added["position"] == 8)
    #expect(added["names"] == .object(["en": "Refund", "zh-Hans": "退款"]))
    #expect(
      added["ranges"] == .array([.object(["first": 1700, "last": 1799]), .object(["first": 1900, "last": 1900])]))
    #expect(
      try admin.sql("SELECT category, language, field, after FROM change WHERE operation = 2") == """
        refund||position|8
        refund||ranges|1700-1799 1900-1900
        refund|en|name|Refund
        refund|zh-Hans|name|退款

        """)
    #expect(
      try admin.run("code", "add", "1900", "--symbol", "REFUND_FAILED", "--category", "refund", "--text", "x").status
        == 0)
  }

  @Test(
    arguments: [
      (["add", "refund", "--range", "1450-1550"], 65, "1450-1550 overlaps 1400-1499 of payment"),
      (["add", "refund", "--range", "1700-1799", "--range", "1750-1760"], 65, "overlap"),
      (["add", "refund"], 65, "at least one range"), (["add", "refund", "--range", "1799-1700"], 64, "range"),
      (["add", "refund", "--range", "9-1000000000"], 65, "outside 0-999999999"),
      (["add", "Refund", "--range", "1700-1799"], 65, "cannot be the key"),
      (["add", "payment", "--range", "1700-1799"], 65, "The category payment exists"),
      (["add", "refund", "--range", "1700-1799", "--name", "xx=x"], 4, "no language xx"),
      (
        ["edit", "payment", "--range", "1405-1499"], 65,
        "1400 DUPLICATE_PAYEE_UID_IN_REQUEST would be left outside payment"
      ),
      (["edit", "paymnt", "--position", "1"], 4, "Did you mean payment?"),
      (["edit", "payment"], 64, "Nothing to change"),
      (
        ["edit", "payment", "--position", "9", "--if-revision", "7"], 3,
        "The category payment was never at revision 7: it is at 1"
      ),
    ] as [([String], Int32, String)])
  func `a category that breaks a rule is refused`(arguments: [String], status: Int32, says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(status, saying: says) { try admin.run(["category"] + arguments) }
  }

  @Test func `edit extends a range and adds a name`() throws {
    let admin = try AdminFolder()
    let edited = try admin.json(
      "category", "edit", "otp", "--range", "1600-1899", "--name", "en=One-time password", "--position", "1",
      "--if-revision", "1")
    #expect(edited["ranges"] == .array([.object(["first": 1600, "last": 1899])]))
    #expect(edited["revision"] == 2)
    #expect(edited["names"]?["ar"] != nil)
    #expect(try admin.run("category", "list").output.hasPrefix("otp\t1\t2\t1600-1899\t"))
    #expect(try admin.jsonList("category", "list").count == 7)
  }

  @Test func `a language is added with properties derived from its tag`() throws {
    let admin = try AdminFolder()
    let french = try admin.json("language", "add", "FR", "--english-name", "French", "--own-name", "Français")
    #expect(
      french == [
        "tag": "fr", "english_name": "French", "own_name": "Français", "direction": "ltr", "fallback": "en",
        "required": false,
        "position": 4, "revision": 2, "operation": 2, "changed": true, "dry_run": false,
      ])
    let urdu = try admin.json(
      "language", "add", "ur", "--english-name", "Urdu", "--own-name", "اردو", "--fallback", "ar", "--required")
    #expect(urdu["direction"] == "rtl")
    #expect(urdu["required"] == true)
    #expect(
      try admin.sql(
        """
        SELECT text_language, direction FROM localized_message WHERE code = 1402 AND language IN ('fr', 'ur') \
        ORDER BY language
        """)
        == "en|ltr\nar|rtl\n")
    let traditional = try admin.json(
      "language", "add", "zh-Hant", "--english-name", "Traditional Chinese", "--own-name", "繁體中文")
    #expect(traditional["fallback"] == "en")
  }

  @Test(
    arguments: [
      (["add", "../x", "--english-name", "X", "--own-name", "X"], 65, "is not a language tag"),
      (["add", "ar", "--english-name", "X", "--own-name", "X"], 65, "The language ar exists"),
      (["add", "fr", "--own-name", "X"], 64, "--english-name"),
      (["add", "fr", "--english-name", "X", "--own-name", " "], 65, "empty"),
      (["add", "fr", "--english-name", "X", "--own-name", "X", "--fallback", "de"], 4, "no language de"),
      (["add", "fr", "--english-name", "X", "--own-name", "X", "--direction", "up"], 64, "direction"),
      (["edit", "en", "--fallback", "ar"], 65, "cannot change whether it has a fallback"),
      (["edit", "ar", "--fallback", "ar"], 65, "would form a cycle"),
      (["edit", "fr", "--position", "1"], 4, "no language fr"), (["edit", "ar"], 64, "Nothing to change"),
      (["edit", "ar", "--position", "9", "--if-revision", "0"], 3, "The language ar has changed since revision 0"),
    ] as [([String], Int32, String)])
  func `a language that breaks a rule is refused`(arguments: [String], status: Int32, says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(status, saying: says) { try admin.run(["language"] + arguments) }
  }

  @Test func `edit changes a language, and fallbacks cannot form a cycle`() throws {
    let admin = try AdminFolder()
    let edited = try admin.json("language", "edit", "zh-CN", "--no-required", "--fallback", "ar", "--if-revision", "1")
    #expect(edited["tag"] == "zh-Hans")
    #expect(edited["fallback"] == "ar")
    #expect(
      try admin.sql("SELECT field, before, after FROM change WHERE operation = 2") == "fallback|en|ar\nrequired|1|0\n")
    try admin.expectRefusal(65, saying: "would form a cycle") {
      try admin.run("language", "edit", "ar", "--fallback", "zh")
    }
  }

  @Test(arguments: [
    ("arabic", "ar"), ("عربي", "ar"), ("العربية", "ar"), ("中文", "zh-Hans"), ("Chinese", "zh-Hans"),
  ])
  func `a language or category that is called by its name is suggested`(name: String, tag: String) throws {
    let admin = try AdminFolder()
    let isTag = name.utf8.count == name.count
    try admin.expectRefusal(isTag ? 4 : 65, saying: "Did you mean \(tag)?") {
      try admin.run("translation", "set", "1402", name, "x")
    }
    try admin.expectRefusal(4, saying: "no category 'الدفع'. Did you mean payment?") {
      try admin.run("code", "list", "--category", "الدفع")
    }
  }
}
