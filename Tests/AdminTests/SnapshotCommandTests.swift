import Foundation
import RegistryTestSupport
import Testing

@Suite struct SnapshotCommandTests {
  static let create = ["snapshot", "create", "--release", "1.0", "-o", "."]

  @Test func `create writes a snapshot and its manifest and records the release`() throws {
    let admin = try AdminFolder()
    let made = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    #expect(made["path"] == "./registry-1.0.db")
    #expect(made["manifest"] == "./registry-1.0.manifest.json")
    #expect(made["release"] == "1.0")
    #expect(made["revision"] == 1)
    #expect(made["codes"] == 61)
    #expect(made["messages"] == 183)
    let sum = try Command("sha256sum", ["registry-1.0.db"], in: admin.path).run().output.prefix(64)
    #expect(made["file_sha256"] == .string(String(sum)))
    let digest = try admin.sql("SELECT value FROM registry_info WHERE key = 'content_digest'", file: "registry-1.0.db")
    #expect(made["content_digest"] == .string(digest.trimmingCharacters(in: .newlines)))
    #expect(try admin.folder.names == ["registry-1.0.db", "registry-1.0.manifest.json", "registry.db"])
    let status = try admin.json("status")
    #expect(status["last_release"]?["name"] == "1.0")
    #expect(status["last_release"]?["actor"] == "tester")
    #expect(status["revision"] == 1)
  }

  @Test func `the manifest describes the file`() throws {
    let admin = try AdminFolder()
    let made = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    let manifest = try JSONDecoder().decode(
      [String: JSONValue].self, from: Data(try admin.bytes("registry-1.0.manifest.json")))
    #expect(
      manifest.keys.sorted() == [
        "codes", "content_digest", "contract", "coverage", "created_at", "file", "file_sha256", "messages", "release",
        "revision", "size",
      ])
    #expect(manifest["file"] == "registry-1.0.db")
    #expect(manifest["size"] == .integer(try admin.bytes("registry-1.0.db").count))
    #expect(manifest["contract"] == 1)
    for key in ["codes", "content_digest", "created_at", "file_sha256", "messages", "release", "revision"] {
      #expect(manifest[key] == made[key])
    }
    #expect(
      manifest["coverage"]?["ar"]
        == .object(["initial": 0, "translated": 61, "reviewed": 0, "final": 0, "missing": 0, "stale": 0]))
  }

  @Test func `exporting again changes nothing, byte for byte`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run(Self.create).status == 0)
    let first = (try admin.bytes("registry-1.0.db"), try admin.bytes("registry-1.0.manifest.json"), try admin.bytes())
    let again = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    #expect(again["changed"] == false)
    #expect(try admin.bytes("registry-1.0.db") == first.0)
    #expect(try admin.bytes("registry-1.0.manifest.json") == first.1)
    #expect(try admin.bytes() == first.2)
  }

  @Test func `the date is taken from the option, the environment, or the revision, in this order`() throws {
    let admin = try AdminFolder()
    let revision = try admin.sql("SELECT at FROM operation").trimmingCharacters(in: .newlines)
    #expect(try admin.json("snapshot", "create", "--release", "a", "-o", ".")["created_at"] == .string(revision))
    var arguments = ["snapshot", "create", "--release", "b", "-o", "."]
    #expect(try admin.run(arguments, environment: ["SOURCE_DATE_EPOCH": "0"]).status == 0)
    #expect(try admin.sql("SELECT created_at FROM release WHERE name = 'b'") == "1970-01-01T00:00:00Z\n")
    arguments[3] = "c"
    arguments += ["--created-at", "2026-01-31T14:00:00+02:00"]
    #expect(try admin.run(arguments, environment: ["SOURCE_DATE_EPOCH": "0"]).status == 0)
    #expect(try admin.sql("SELECT created_at FROM release WHERE name = 'c'") == "2026-01-31T12:00:00Z\n")
    // A recorded release keeps its date. The environment does not change it, and the option must not.
    let again = try admin.run(
      "snapshot", "create", "--release", "c", "-o", ".", "--json", environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(again.output.contains(#""changed":false"#))
    try admin.expectRefusal(3, saying: "with the date 2026-01-31T12:00:00Z, not 2026-02-01T00:00:00Z") {
      try admin.run(arguments.dropLast() + ["2026-02-01T00:00:00Z"])
    }
  }

  @Test func `a dry run writes no file and records nothing`() throws {
    let admin = try AdminFolder()
    let before = try admin.bytes()
    let planned = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".", "--dry-run")
    #expect(planned["dry_run"] == true)
    #expect(try admin.folder.names == ["registry.db"])
    #expect(try admin.bytes() == before)
    let made = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    #expect(made["file_sha256"] == planned["file_sha256"])
  }

  @Test func `a missing text is reported on standard error, and its fallback is used`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("language", "edit", "ar", "--no-required").status == 0)
    try #require(try admin.run("translation", "unset", "1402", "ar", "-y").status == 0)
    let made = try admin.run(Self.create)
    #expect(made.error == "note: ar has no text for 1 codes; its fallback answers.\n")
    let query = "SELECT text, text_language, direction FROM localized_message WHERE code = 1402 AND language = 'ar'"
    #expect(try admin.sql(query, file: "registry-1.0.db") == "Insufficient balance|en|ltr\n")
    #expect(try admin.sql(query) == "Insufficient balance|en|ltr\n")
  }

  @Test func `verify and show print the metadata of the release`() throws {
    let admin = try AdminFolder()
    let made = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    let shown = try admin.json("snapshot", "show", "registry-1.0.db")
    let verified = try admin.json("snapshot", "verify", "registry-1.0.db")
    for key in ["release", "revision", "content_digest", "file_sha256", "codes", "messages", "created_at", "size"] {
      #expect(shown[key] == made[key])
      #expect(verified[key] == made[key])
    }
    #expect(verified["verdict"] == "ok")
    #expect(verified["manifest"] == true)
    #expect(shown["languages"]?["zh-Hans"] == .object(["messages": 61]))
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db").output == "registry-1.0.db\tok\t1.0\t1\n")
    #expect(try admin.run("snapshot", "show", "registry-1.0.db").output.contains("messages\t183\n"))
  }

  @Test func `a snapshot is verified without its manifest, with a note`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run(Self.create).status == 0)
    try FileManager.default.removeItem(atPath: admin.folder.file("registry-1.0.manifest.json"))
    let result = try admin.run("snapshot", "verify", "registry-1.0.db")
    #expect(result.status == 0)
    #expect(result.error.contains("There is no manifest beside it"))
  }

  @Test func `verify and show take the name of a recorded release, which is replayed from the history`() throws {
    let admin = try AdminFolder()
    let made = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".")
    _ = try admin.shell("rm registry-1.0.*; admin translation set 1402 ar x")
    let shown = try admin.json("snapshot", "show", "1.0")
    let verified = try admin.json("snapshot", "verify", "1.0")
    for key in ["release", "revision", "content_digest", "codes", "messages", "created_at"] {
      #expect(shown[key] == made[key])
      #expect(verified[key] == made[key])
    }
    #expect(verified["verdict"] == "ok")
    for key in ["path", "file_sha256", "size"] { #expect(verified[key] == .null) }
    #expect(shown["languages"]?["zh-Hans"] == .object(["messages": 61]))
    #expect(shown["actor"] == "tester")
    #expect(try admin.run("snapshot", "verify", "1.0").output == "\tok\t1.0\t1\n")
    #expect(try admin.run("snapshot", "show", "1.0").output.contains("messages_ar\t61\n"))
    try admin.expectRefusal(4, saying: "There is no file 1.0") {
      try admin.run("snapshot", "verify", "1.0", "--require-manifest")
    }
    // A path that exists wins.
    try admin.write(Array("x".utf8), to: "1.0")
    #expect(try admin.run("snapshot", "show", "1.0").status == 6)
    _ = try admin.shell("rm 1.0")
    try admin.rewrite(["UPDATE change SET after = 'y' WHERE code = 1402 AND language = 'ar' AND operation = 1"])
    try admin.expectRefusal(7, saying: "The history cannot reproduce the release 1.0") {
      try admin.run("snapshot", "verify", "1.0")
    }
  }

  @Test func `the names of releases in an error are the newest ones, with the number of the others`() throws {
    let admin = try AdminFolder()
    for (number, hint) in [(5, "It has r1, r2, r3, r4, r5."), (6, "r4, r5, r6, and there is 1 more"), (8, "3 more")] {
      for release in 1...number {
        try #require(try admin.run("snapshot", "create", "--release", "r\(release)", "-o", "dist").status == 0)
      }
      try admin.expectRefusal(4, saying: hint) { try admin.run("snapshot", "show", "9.9") }
    }
    try admin.expectRefusal(
      4, saying: "The newest are r4, r5, r6, r7, r8, and there are 3 more: 'admin snapshot list'."
    ) { try admin.run("snapshot", "diff", "9.9") }
  }

  @Test(arguments: ["notes.txt", "notes.txt/", "notes.txt/dist"])
  func `a file in the place of the folder is named as what it is`(output: String) throws {
    let admin = try AdminFolder()
    try admin.write(Array("mine".utf8), to: "notes.txt")
    try admin.expectRefusal(65, saying: "notes.txt is a file, not a folder. Name a folder, or a new name") {
      try admin.run("snapshot", "create", "--release", "1.0", "-o", output)
    }
  }

  @Test func `a symbolic link is verified as the release that it points to`() throws {
    let admin = try AdminFolder()
    let made = try admin.shell("mkdir a; admin snapshot create --release 1.0 -o a; ln -s a/registry-1.0.db current.db")
    try #require(made.status == 0)
    #expect(try admin.json("snapshot", "verify", "current.db")["manifest"] == true)
    try #require(try admin.shell("touch a/registry-1.0.db-wal").status == 0)
    try admin.expectRefusal(7, saying: "registry-1.0.db-wal is beside") {
      try admin.run("snapshot", "verify", "current.db")
    }
    try #require(try admin.shell("rm a/*").status == 0)
    try admin.expectRefusal(4, saying: "current.db is neither a file nor a release") {
      try admin.run("snapshot", "verify", "current.db")
    }
    try #require(try admin.shell("mkfifo pipe; ln -sf pipe current.db").status == 0)
    try admin.expectRefusal(6, saying: "current.db is a FIFO") { try admin.run("snapshot", "verify", "current.db") }
  }

  @Test func `the digest can be recomputed in Python from the rows, with every kind of field`() throws {
    let admin = try AdminFolder()
    let prepared = try admin.shell(
      """
      admin code edit 1402 --http-status 402 --retryable no --description 'Für جدد 新' &&
      admin code deprecate 1401 --replaced-by 1402 && admin code retire 1004 -y &&
      admin language add fr --english-name French --own-name Français && admin snapshot create --release 1.0 -o .
      """)
    try #require(prepared.status == 0, "\(prepared.error)")
    let program = Command.package + "/Examples/python/content_digest.py"
    let result = try Command("python3", [program, "registry-1.0.db"], in: admin.path).run()
    #expect(result.status == 0)
    #expect(result.output.hasSuffix(" as promised\n"))
  }

  @Test(arguments: ["registry.db", "registry-1.0.db"])
  func `the two queries of the contract answer from the sqlite3 shell and from Python`(file: String) throws {
    let admin = try AdminFolder()
    try #require(try admin.run(Self.create).status == 0)
    let queries = [
      "SELECT text FROM message WHERE code = 1402 AND language = 'ar'",
      "SELECT text, text_language, direction FROM localized_message WHERE code = 1402 AND language = 'ar'",
    ]
    let before = try admin.bytes(file)
    #expect(try admin.sql(queries[0], file: file) == "الرصيد غير كافٍ\n")
    #expect(try admin.sql(queries[1], file: file) == "الرصيد غير كافٍ|ar|rtl\n")
    let program = """
      import sqlite3, sys
      db = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
      for query in sys.argv[2:]: print(*db.execute(query).fetchone(), sep="|")
      print([d[0] for d in db.execute("SELECT * FROM localized_message LIMIT 1").description])
      print([d[0] for d in db.execute("SELECT * FROM message LIMIT 1").description])
      print(dict(db.execute("SELECT key, value FROM registry_info"))["format"])
      """
    let result = try Command("python3", ["-c", program, file] + queries, in: admin.path).run()
    #expect(
      result.output == """
        الرصيد غير كافٍ
        الرصيد غير كافٍ|ar|rtl
        ['code', 'symbol', 'category', 'language', 'text', 'text_language', 'direction']
        ['code', 'language', 'text']
        1

        """, "\(result.error)")
    #expect(try admin.bytes(file) == before)
    #expect(try admin.sql("SELECT count(*) FROM localized_message", file: file) == "183\n")
  }
}
