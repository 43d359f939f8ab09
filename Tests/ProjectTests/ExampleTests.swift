import Foundation
import MessageFormat
import RegistryTestSupport
import Testing

/// Runs the programs in `Examples/` as the docs describe.
@Suite(.serialized) struct ExampleTests {
  /// The commands that build a reader in a folder and run it.
  struct Reader: CustomTestStringConvertible {
    let language: String
    let needs: [String]
    var build: [String] = []
    let call: [String]
    var testDescription: String { language }
  }

  static let examples = Command.package + "/Examples"
  static let readers = [
    Reader(language: "Python", needs: ["python3"], call: ["python3", "\(examples)/python/reader.py"]),
    Reader(language: "Perl", needs: ["perl"], call: ["perl", "\(examples)/perl/reader.pl"]),
    Reader(
      language: "C", needs: ["cc"],
      build: [
        "cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-O2", "-o", "reader", "\(examples)/c/reader.c", "-lsqlite3",
      ],
      call: ["./reader"]),
    Reader(
      language: "Go", needs: ["go"],
      build: ["go", "build", "-tags", "libsqlite3", "-o", "reader", "\(examples)/go/reader.go"], call: ["./reader"]),
  ]

  /// A folder with a live registry that has a missing text and a retired code, and a snapshot of it.
  private func released() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("dist"), withIntermediateDirectories: false)
    for arguments in [
      ["init"], ["language", "edit", "ar", "--no-required"], ["translation", "unset", "1402", "ar", "--yes"],
      ["code", "retire", "1004", "--yes"],
      ["snapshot", "create", "--release", "1.0", "-o", "dist"],
    ] {
      let result = try Command(Command.products + "/admin", arguments, in: folder.path).run()
      try #require(result.status == 0, "\(result.error)")
    }
    return folder
  }

  private func run(_ words: [String], in folder: TemporaryFolder) throws -> Command.Result {
    let program = try #require(words.first)
    var command = Command(
      program.hasPrefix("./") ? folder.file(String(program.dropFirst(2))) : program, Array(words.dropFirst()),
      in: folder.path)
    command.environment = ["GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": folder.file(".cache")]
    command.seconds = 300
    return try command.run()
  }

  @Test(arguments: readers)
  func `a reader answers from the snapshot and from the live file alike`(reader: Reader) throws {
    if !reader.needs.allSatisfy(Command.exists) { try Test.cancel("\(reader.language) is not installed") }
    let folder = try released()
    if !reader.build.isEmpty {
      let build = try run(reader.build, in: folder)
      try #require(build.status == 0, "\(build.error)")
    }
    for file in ["dist/registry-1.0.db", "registry.db"] {
      let answer = try run(reader.call + [file, "ar", "1402", "200", "1004", "99"], in: folder)
      #expect(answer.status == 0, "\(answer.error)")
      #expect(
        answer.output == """
          1402\tINSUFFICIENT_BALANCE\ten\tltr\tInsufficient balance
          200\tSUCCESS\tar\trtl\tتم التنفيذ بنجاح
          1004\t-\t-\t-\tunknown status code
          99\t-\t-\t-\tunknown status code

          """)
      #expect(try run(reader.call + [file, "xx", "200"], in: folder).status == 4)
    }
    try Data("no database".utf8).write(to: URL(filePath: folder.file("text.db")))
    try #require(try Command("sqlite3", ["other.db", "CREATE TABLE t (a)"], in: folder.path).run().status == 0)
    for (arguments, status) in [
      (["missing.db", "ar", "200"], Int32(4)), (["other.db", "ar", "200"], 6), (["text.db", "ar", "200"], 1),
      (["registry.db", "ar"], 64), (["registry.db", "ar", "2OO"], 64),
    ] {
      let refusal = try run(reader.call + arguments, in: folder)
      #expect(refusal.status == status, "\(arguments): \(refusal.error)")
      #expect(refusal.output.isEmpty)
      #expect(refusal.error.hasPrefix("reader: ") && refusal.error.hasSuffix("\n"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("missing.db")))
  }

  @Test(arguments: readers)
  func `a reader returns a text unchanged, and refuses bytes that are not UTF-8`(reader: Reader) throws {
    if !reader.needs.allSatisfy(Command.exists) { try Test.cancel("\(reader.language) is not installed") }
    let folder = try released()
    if !reader.build.isEmpty { try #require(try run(reader.build, in: folder).status == 0) }
    // A name with a special meaning for SQLite is still a file name.
    try FileManager.default.moveItem(atPath: folder.file("dist/registry-1.0.db"), toPath: folder.file(":memory:"))
    func answer(storing hexadecimal: String) throws -> Command.Result {
      let sql = "UPDATE message SET text = CAST(X'\(hexadecimal)' AS TEXT) WHERE code = 200 AND language = 'ar'"
      try #require(try Command("sqlite3", ["./:memory:", sql], in: folder.path).run().status == 0)
      return try run(reader.call + [":memory:", "ar", "200"], in: folder)
    }
    // Valid but unusual text: noncharacters, an emoji, a byte order mark, the limits of each length, a tab.
    for bytes in ["efbfbfefb790f48fbfbf", "f09f9880efbbbf09", "7fc280dfbfe0a080ed9fbfee8080f0908080"] {
      let shown = try answer(storing: bytes)
      #expect(shown.outputBytes.map { String(format: "%02x", $0) }.joined().hasSuffix("72746c09\(bytes)0a"))
      #expect(shown.status == 0 && shown.error.isEmpty, "\(bytes): \(shown.error)")
    }
    // Invalid text: a stray byte, an overlong form, a surrogate, a value beyond Unicode, a single lead byte, a NUL.
    for bytes in ["61ff", "c080", "e080af", "eda080", "f4908080", "f5808080", "c3", "610062"] {
      let refusal = try answer(storing: bytes)
      #expect(refusal.status == 1, "\(bytes): \(refusal.output)")
      #expect(refusal.output.isEmpty && refusal.error.hasPrefix("reader: "))
    }
  }

  @Test func `the Swift service answers each request from the snapshot and from the live file alike`() throws {
    let folder = try released()
    for file in ["dist/registry-1.0.db", "registry.db"] {
      var service = Command(try Command.products + "/service-example", [file], in: folder.path)
      service.input = Array("1402 ar\n1402 ar, zh-CN;q=0.5\n200 fr,AR\n1004 en\n99 en\nnonsense\n".utf8)
      let answer = try service.run()
      #expect(answer.status == 0, "\(answer.error)")
      #expect(
        answer.output == """
          1402\ten\tltr\tInsufficient balance
          1402\tzh-Hans\tltr\t余额不足
          200\tar\trtl\tتم التنفيذ بنجاح
          1004\t-\t-\tunknown status code
          99\t-\t-\tunknown status code
          -\t-\t-\tusage: CODE ACCEPT-LANGUAGE

          """)
    }
    let missing = try Command(Command.products + "/service-example", ["missing.db"], in: folder.path).run()
    #expect(missing.status == 1)
    #expect(missing.error.contains("missing.db"))
  }

  @Test(.enabled(if: Command.exists("ldd") && Command.exists("nm"), "ldd and nm show what a program links"))
  func `a service that uses only Registry links no Foundation, XML, ICU or argument parser`() throws {
    let linkage = Command.package + "/scripts/linkage"
    let service = try Command(linkage, [try Command.products + "/service-example"], in: Command.package).run()
    #expect(service.status == 0, "\(service.error)")
    #expect(service.output.contains("libsqlite3.so.0"))
    let admin = try Command(linkage, [try Command.products + "/admin"], in: Command.package).run()
    #expect(admin.status == 1 && admin.error.contains("ArgumentParser"), "it tells when there is one")
  }

  @Test func `a service that uses only RegistryCatalog verifies a release, answers from it and follows its path`()
    throws
  {
    let folder = try released()
    let products = try Command.products
    let script = """
      admin() { '\(products)/admin' "$@"; }
      ln -s dist/registry-1.0.db current.db
      { echo '1402 ar-SA'; echo '1402 zh-TW, zh-CN;q=0.5'; echo '99 en'
        until [ -e next ]; do sleep 0.05; done; echo reload; echo '1402 ar'
        until [ -e bad ]; do sleep 0.05; done; echo reload; echo '1402 ar'; } \\
        | '\(products)/catalog-example' current.db > answers &
      until [ "$(wc -l < answers)" -ge 3 ]; do sleep 0.05; done
      admin translation set 1402 ar 'الرصيد لا يكفي' -q && admin snapshot create --release 2.0 -o dist -q
      ln -s dist/registry-2.0.db new.db && mv -T new.db current.db && touch next
      until [ "$(wc -l < answers)" -ge 5 ]; do sleep 0.05; done
      sqlite3 dist/registry-2.0.db "UPDATE message SET text = 'x' WHERE code = 200" && touch bad
      wait; cat answers
      """
    let result = try Command("bash", ["-c", script], in: folder.path).run()
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("keeping the old catalog: /") }
    #expect(
      lines == [
        "1402\ten\tInsufficient balance", "1402\tzh-Hans\t余额不足", "unknown", "reloaded\ttrue",
        "1402\tar\tالرصيد لا يكفي", "keeping the old catalog: unverified",
        "1402\tar\tالرصيد لا يكفي",
      ], "\(result.error)")
  }

  @Test(.enabled(if: Command.exists("ldd") && Command.exists("nm"), "ldd and nm show what a program links"))
  func `a service that uses only RegistryCatalog links no libsqlite3`() throws {
    let linkage = Command.package + "/scripts/linkage"
    let catalog = try Command(
      linkage, ["--without-sqlite", try Command.products + "/catalog-example"], in: Command.package
    ).run()
    #expect(catalog.status == 0, "\(catalog.error)")
    #expect(!catalog.output.contains("sqlite"))
    let service = try Command(
      linkage, ["--without-sqlite", try Command.products + "/service-example"], in: Command.package
    ).run()
    #expect(service.status == 1 && service.error.contains("libsqlite3"), "it tells when there is one")
  }

  @Test(arguments: ["Python", "C"])
  func `a plural is formatted in three languages as the catalog formats it`(language: String) throws {
    let folder = try released()
    let admin = try Command.products + "/admin"
    let texts = [
      ("en", "{count, plural, one {# payment of {amount} was refused} other {# payments of {amount} were refused}}"),
      (
        "ar",
        "{count, plural, zero {لم تُرفض أي دفعة بقيمة {amount}} one {رُفضت دفعة واحدة بقيمة {amount}} "
          + "two {رُفضت دفعتان بقيمة {amount}} few {رُفضت # دفعات بقيمة {amount}} "
          + "many {رُفضت # دفعة بقيمة {amount}} other {رُفضت # دفعة بقيمة {amount}}}"
      ),
      ("zh-Hans", "{count, plural, other {# 笔金额为 {amount} 的付款被拒绝}}"),
    ]
    for (tag, text) in texts {
      let result = try Command(
        admin, ["translation", "set", "1402", tag, text] + (tag == "en" ? ["--impact", "major"] : []), in: folder.path
      ).run()
      try #require(result.status == 0, "\(result.error)")
    }
    let program: [String]
    if language == "Python" {
      // PyICU is a Debian package, which only Debian's own Python finds.
      let python = "/usr/bin/python3"
      if (try? Command(python, ["-c", "import icu"], in: folder.path).run().status) != 0 {
        try Test.cancel("PyICU (python3-icu) is not installed")
      }
      program = [python, "\(Self.examples)/python/plural.py"]
    } else {
      if !["cc", "c++"].allSatisfy(Command.exists) { try Test.cancel("A compiler is not installed") }
      let source = "\(Self.examples)/c"
      for words in [
        ["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-c", "\(source)/plural.c"],
        [
          "c++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-o", "plural", "plural.o", "\(source)/message.cpp",
          "-lsqlite3", "-licui18n", "-licuuc",
        ],
      ] {
        let result = try run(words, in: folder)
        try #require(result.status == 0, "\(result.error)")
      }
      program = ["./plural"]
    }
    for count in [0, 1, 2, 3, 11, 100, 12_003] {
      let result = try run(program + ["registry.db", "1402", "count=\(count)", "amount=12.50 SAR"], in: folder)
      try #require(result.status == 0, "\(result.error)")
      let expected = try texts.sorted { $0.0 < $1.0 }.map { tag, text in
        let values: [String: MessageValue] = ["count": MessageValue(count), "amount": "12.50 SAR"]
        return "\(tag)\t" + (try MessagePattern(text, locale: tag).format(values))
      }
      // ICU does not isolate numbers.
      let isolated = try Regex("\u{2068}([0-9,]+)\u{2069}", as: (Substring, Substring).self)
      let plain = expected.sorted().map { $0.replacing(isolated) { $0.output.1 } }
      #expect(result.output.split(separator: "\n").map(String.init).sorted() == plain)
    }
  }
}
