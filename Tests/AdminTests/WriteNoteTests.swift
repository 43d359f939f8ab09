import Foundation
import RegistryTestSupport
import Testing

/// The notes after a write that has a consequence which its author may not see.
@Suite struct WriteNoteTests {
  @Test func `retiring a code that replaces others names each that is in use`() throws {
    let admin = try AdminFolder()
    for code in ["1400", "1401"] {
      try #require(try admin.run("code", "deprecate", code, "--replaced-by", "1402").status == 0)
    }
    try #require(try admin.run("code", "retire", "1400", "-y").status == 0)
    try admin.expectRefusal(64, saying: "Retire 1402 INSUFFICIENT_BALANCE?", "It replaces 1401.") {
      try admin.run("code", "retire", "1402")
    }
    let note =
      "note: 1402 replaces 1401 DUPLICATE_PAYEE_UID_GLOBALLY. Name another code instead: "
      + "admin code deprecate 1401 --replaced-by CODE\n"
    #expect(try admin.run("code", "retire", "1402", "-n").error == note)
    #expect(try admin.run("code", "retire", "1402", "-y").error == note)
    #expect(try admin.run("code", "retire", "1402", "-y").error.isEmpty, "it was already so")
    #expect(try admin.run("code", "deprecate", "1401", "--replaced-by", "1403").status == 0)
  }

  @Test func `setting, editing or importing a text of a retired code says that nobody finds it`() throws {
    let admin = try AdminFolder()
    for code in ["1400", "1402", "1404"] { try #require(try admin.run("code", "retire", code, "-y").status == 0) }
    let note = "note: 1402 is retired: services find no message for it, in any language.\n"
    #expect(try admin.run("translation", "set", "1402", "ar", "أ").error == note)
    #expect(try admin.run("translation", "set", "1402", "ar", "أ").error.isEmpty, "it was already so")
    #expect(try admin.run("translation", "set", "1402", "ar", "ب", "-q").error.isEmpty)
    #expect(try admin.run("translation", "set", "1401", "ar", "أ").error.isEmpty)
    let edited = try admin.run("translation", "edit", "1402", "ar", environment: ["VISUAL": "sed -i s/ب/ج/"])
    #expect(edited.error.hasPrefix(note) && edited.error.contains("This replaces your own text"), "\(edited.error)")
    try admin.write(Array("1402\tar\tج\n1400\tar\tد\n1402\tzh-Hans\t丁\n1403\tar\tه\n".utf8), to: "texts.tsv")
    #expect(
      try admin.run("translation", "import", "texts.tsv").error
        == "note: These codes are retired, and services find no message for them: 1400, 1402.\n")
  }

  @Test func `a write names the registry when it is not the one in the current folder`() throws {
    let admin = try AdminFolder()
    let elsewhere = try AdminFolder()
    let path = elsewhere.folder.file("registry.db")
    let note = "note: The registry is \(path), not registry.db in this folder.\n"
    for (command, environment) in [
      (["--db", path], [:]), ([], ["REGISTRY_DB": path]), (["--db", path, "-n"], [:]), (["--json", "--db", path], [:]),
    ] as [([String], [String: String?])] {
      let set = try admin.run(["translation", "set", "1402", "ar", "x"] + command, environment: environment)
      let isDocument = command.contains("--json")
      #expect(set.status == 0 && set.error == (isDocument ? "" : note), "\(set.error)")
      #expect(set.output.contains(note.dropFirst(6).dropLast()) == isDocument)
    }
    try admin.expectRefusal(64, saying: "The registry is \(path). Retire 1402", "--yes") {
      try admin.run("code", "retire", "1402", "--db", path)
    }
    for arguments in [
      ["code", "retire", "1402", "-y"], ["undo"], ["redo"], ["translation", "review", "1400", "--language", "ar"],
      ["category", "edit", "otp", "--position", "9"], ["language", "edit", "ar", "--no-required"],
    ] {
      #expect(try admin.run(arguments + ["--db", path]).error == note, "\(arguments)")
      #expect(try admin.run(arguments + ["--db", path, "-q"]).error.isEmpty, "\(arguments)")
    }
  }

  @Test func `a suggested command names the registry that it would not find by itself`() throws {
    let admin = try AdminFolder()
    let elsewhere = try AdminFolder()
    let path = elsewhere.folder.file("registry.db")
    let source = ["translation", "set", "1402", "en", "Not enough", "--impact", "minor"]
    #expect(try admin.run(source + ["--db", path]).error.contains("translation edit 1402 ar zh-Hans --db \(path)\n"))
    for (options, environment, hint) in [
      (["--db", path], [:], "'admin code list --db \(path)'"), ([], [:], "'admin code list'"),
      ([], ["REGISTRY_DB": path], "'admin code list'"), (["--db", "registry.db"], [:], "'admin code list'"),
    ] as [([String], [String: String?], String)] {
      let shown = try admin.run(["code", "show", "99999"] + options, environment: environment)
      #expect(shown.error.hasSuffix("List them with \(hint).\n"), "\(shown.error)")
    }
    try admin.write(Array("1402\tar\tنص\t9\n".utf8), to: "texts.tsv")
    let skipped = try admin.run("translation", "import", "texts.tsv", "--on-conflict", "skip", "--db", path)
    #expect(skipped.error.contains("admin translation import texts.skipped.tsv --db \(path)\n"), "\(skipped.error)")
    let history = try admin.run("history", "--db", path, "--format", "table").output
    #expect(history.contains("more: admin history --operation 1 --db \(path)\n"))
    let nothing = try admin.run("undo", "--actor", "somebody", "--db", path).error
    #expect(nothing.contains("'admin undo 2 --db \(path)'"), "\(nothing)")
    // A path that a shell would divide is quoted, and one that looks like an option is written another way.
    try #require(try admin.shell("cp registry.db 'o r.db'; cp registry.db ./-r.db").status == 0)
    #expect(try admin.run("code", "show", "x", "--db", "o r.db").error.contains("`admin code list --db 'o r.db'`"))
    #expect(try admin.run("code", "show", "x", "--db=-r.db").error.contains("--db \(admin.folder.file("-r.db"))'"))
  }

  @Test
  func `the registry in the current folder is not named, however its path is written, and nor is one that is read`()
    throws
  {
    let admin = try AdminFolder()
    for path in [
      "registry.db", "./registry.db", admin.folder.file("registry.db"),
      "../\(admin.path.split(separator: "/").last ?? "")/registry.db",
    ] {
      let set = try admin.run("translation", "set", "1402", "ar", "x", "--db", path)
      #expect(set.status == 0 && set.error.isEmpty, "\(path): \(set.error)")
    }
    let elsewhere = try AdminFolder(isEmpty: true)
    for arguments in [["code", "show", "1402"], ["status"], ["history", "--limit", "1"], ["doctor", "-q"]] {
      let shown = try elsewhere.run(arguments + ["--db", admin.folder.file("registry.db")])
      #expect(shown.status == 0 && shown.error.isEmpty, "\(arguments): \(shown.error)")
    }
    // A command that fails says only why.
    try elsewhere.expectRefusal(4, saying: "no code '1499'") {
      try elsewhere.run("translation", "set", "1499", "ar", "x", "--db", admin.folder.file("registry.db"))
    }
  }
}
