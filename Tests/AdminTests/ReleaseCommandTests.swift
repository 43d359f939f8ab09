import Foundation
import RegistryTestSupport
import Testing

@Suite struct ReleaseCommandTests {
  /// Creates a registry that was released as 1.0 and edited since, with breaking, additive and wording changes.
  private func edited() throws -> AdminFolder {
    let admin = try AdminFolder()
    for line in [
      "snapshot create --release 1.0 -o .", "code edit 1402 --http-status 402", "code retire 1403 -y",
      "code add 1450 --symbol LIMIT_REACHED --category payment --text Limit", "translation set 1450 ar الحد",
      "translation set 1450 zh 限额", "translation set 1402 ar لا-يكفي", "language edit ar --own-name عربي",
    ] {
      let result = try admin.run(line.split(separator: " ").map(String.init))
      try #require(result.status == 0, "\(line): \(result.error)")
    }
    return admin
  }

  private func changes(_ admin: AdminFolder, _ arguments: String...) throws -> [JSONValue] {
    let result = try admin.run(["snapshot", "diff"] + arguments + ["--json"])
    try #require(result.status == 0, "\(result.error)")
    let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(result.outputBytes))
    guard case .array(let changes) = document["changes"] else { throw CancellationError() }
    return changes
  }

  @Test func `a diff takes files, registries and the names of releases`() throws {
    let admin = try edited()
    let changes = try changes(admin, "1.0")
    #expect(changes.contains { $0["kind"] == "http-status-changed" && $0["code"] == 1402 && $0["after"] == 402 })
    #expect(changes.contains { $0["kind"] == "code-retired" && $0["impact"] == "breaking" && $0["before"] == "active" })
    #expect(changes.contains { $0["kind"] == "message-changed" && $0["language"] == "ar" && $0["impact"] == "wording" })
    #expect(changes.filter { $0["kind"] == "code-added" }.count == 3, "a field that is not said is no change")
    for (old, new) in [
      ("registry-1.0.db", "registry.db"), ("1.0", "registry.db"), ("registry-1.0.db", "./registry.db"),
    ] {
      #expect(try self.changes(admin, old, new) == changes)
    }
    #expect(try self.changes(admin, "1.0", "registry-1.0.db").isEmpty)
    #expect(try self.changes(admin, "registry.db", "1.0").count == changes.count)
    try admin.expectRefusal(4, saying: "9.9 is neither a file nor a release", "1.0") {
      try admin.run("snapshot", "diff", "9.9")
    }
    #expect(try admin.run("snapshot", "diff", "registry-1.0.manifest.json").status == 6)
  }

  @Test func `a diff reads as release notes, by category`() throws {
    let admin = try edited()
    let table = try admin.run("snapshot", "diff", "1.0", "--format", "table").output
    #expect(
      table.hasPrefix(
        "10 changes: 2 breaking, 6 additive, 2 wording.\n\nlanguages\n"
          + "  wording   ar  own_name: العربية → عربي\n\npayment\n"), "\(table)")
    #expect(table.contains("  breaking  1402 INSUFFICIENT_BALANCE  http_status: - → 402\n"))
    #expect(table.contains("  wording   1402 ar  [-الرصيد غير كافٍ-]{+لا-يكفي+}\n"))
    #expect(table.contains("  additive  1450 LIMIT_REACHED  is new\n  additive  1450 en  {+Limit+}\n"))
    let markdown = try admin.run("snapshot", "diff", "1.0", "--format", "markdown").output
    #expect(
      markdown.contains("\n### payment\n\n- **Breaking:** `1402 INSUFFICIENT_BALANCE`: `http_status` → 402\n"),
      "\(markdown)")
    #expect(markdown.contains("- `1450 LIMIT_REACHED` is new\n"))
    #expect(try admin.run("snapshot", "diff", "1.0", "1.0", "--format", "table").output == "Nothing changed.\n")
    let tsv = try admin.run("snapshot", "diff", "1.0").output
    #expect(tsv.contains("http-status-changed\tbreaking\tstatus_code\t1402\t\thttp_status\t\t402\n"))
  }

  @Test func `the sections of release notes have the order of the categories`() throws {
    let admin = try edited()
    for code in ["1600", "1000", "1500"] {
      #expect(try admin.run("code", "edit", code, "--http-status", "500").status == 0)
    }
    let table = try admin.run("snapshot", "diff", "1.0", "--format", "table").output
    let sections = table.split(separator: "\n").filter { $0.wholeMatch(of: /[a-z]+/) != nil }
    #expect(sections == ["languages", "public", "payment", "file", "otp"])
  }

  @Test func `the gate refuses breaking changes, unless they are allowed by name`() throws {
    let admin = try edited()
    let closed = try admin.run("snapshot", "gate", "1.0", "--json")
    #expect(closed.status == 2)
    let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(closed.outputBytes))
    #expect(document["verdict"] == "fail")
    #expect(document["suggested"] == "major")
    guard case .array(let violations) = document["violations"] else { throw CancellationError() }
    #expect(violations.map { $0["kind"] } == ["http-status-changed", "code-retired"])
    let allow = ["--allow", "code-retired:1403=merged", "--allow", "http-status-changed:Insufficient_Balance=agreed"]
    let open = try admin.run(["snapshot", "gate", "1.0", "registry.db"] + allow)
    #expect(open.status == 0)
    #expect(open.output.hasPrefix("suggested\tmajor\n"))
    let shared = ["--allow", "code-retired:1403", "--allow", "http-status-changed:1402", "--reason", "agreed"]
    #expect(try admin.run(["snapshot", "gate", "1.0"] + shared).status == 0)
    let unused = try admin.run(["snapshot", "gate", "1.0", "1.0"] + allow)
    #expect(unused.error.contains("note: --allow code-retired:1403 matches no change."))
    #expect(try admin.json("snapshot", "gate", "1.0", "1.0")["suggested"] == "none")
    for wrong in ["code-retired:1403", "code-retired=x", "nonsense"] {
      #expect(try admin.run("snapshot", "gate", "1.0", "--allow", wrong).status == 64, "\(wrong)")
    }
    try admin.expectRefusal(65, saying: "not a kind of breaking change") {
      try admin.run("snapshot", "gate", "1.0", "--allow", "message-changed:1402=x")
    }
  }

  @Test func `a release uses the gate, and its manifest contains the allowances with their reasons`() throws {
    let admin = try edited()
    let create = ["snapshot", "create", "--release", "2.0", "-o", ".", "--against", "registry-1.0.db"]
    try admin.expectRefusal(
      2, saying: "The release would break callers of 1.0", "1402: http-status-changed, http_status from - to 402",
      lines: 3
    ) { try admin.run(create) }
    let allow = ["--allow", "code-retired:1403=merged into 1402", "--allow", "http-status-changed:1402=agreed"]
    try #require(try admin.run(create + allow).status == 0)
    let manifest = try JSONDecoder().decode(
      [String: JSONValue].self, from: Data(try admin.bytes("registry-2.0.manifest.json")))
    #expect(manifest["gate"]?["against"] == "1.0")
    #expect(manifest["gate"]?["suggested"] == "major")
    #expect(
      manifest["gate"]?["allowed"]
        == .array([
          .object(["kind": "code-retired", "subject": "1403", "reason": "merged into 1402"]),
          .object(["kind": "http-status-changed", "subject": "1402", "reason": "agreed"]),
        ]))
    #expect(try admin.run("snapshot", "verify", "registry-2.0.db").status == 0)
    let skip = ["snapshot", "create", "--release", "3", "-o", ".", "--no-gate", "x"]
    for wrong in [skip + allow, skip + ["--against", "1.0"]] { #expect(try admin.run(wrong).status == 64) }
    // The registry knows what was allowed, and shows it.
    for shown in [try admin.json("snapshot", "show", "2.0"), try admin.jsonList("snapshot", "list")[1]] {
      #expect(shown["gate"]?["against"] == "1.0")
      #expect(shown["gate"]?["allowed"] == manifest["gate"]?["allowed"])
    }
    _ = try admin.shell("rm registry-2.0.*")
    _ = try admin.json("snapshot", "create", "--release", "2.0", "-o", ".")
    #expect(
      try JSONDecoder().decode([String: JSONValue].self, from: Data(try admin.bytes("registry-2.0.manifest.json")))
        == manifest)
    // The same release is the same, whether the gate is asked again or not. Another reason is refused.
    let plain = try admin.json("snapshot", "create", "--release", "2.0", "-o", ".")
    #expect(plain["changed"] == false)
    #expect(plain["repeated"] == true)
    #expect(try admin.run(create + allow + ["--format", "table"]).output.contains("byte for byte"))
    try admin.expectRefusal(3, saying: "The release 2.0 was made at", "by tester, compared with 1.0.") {
      try admin.run(create + ["--allow", "code-retired:1403", "--allow", "http-status-changed:1402", "--reason", "x"])
    }
  }

  @Test func `a common reason does not replace the reason that an allowance has`() throws {
    let admin = try edited()
    let done = try admin.json(
      "snapshot", "create", "--release", "2.0", "-o", ".", "--allow", "code-retired:1403=merged into 1402", "--allow",
      "http-status-changed:1402", "--reason", "agreed")
    guard case .array(let allowed) = done["gate"]?["allowed"] else { throw CancellationError() }
    let reasons = allowed.map { [$0["kind"], $0["reason"]] }
    #expect(reasons.contains(["code-retired", "merged into 1402"]), "\(reasons)")
    #expect(reasons.contains(["http-status-changed", "agreed"]), "\(reasons)")
  }

  @Test func `a former symbol of a code allows its change`() throws {
    let admin = try edited()
    try #require(try admin.run("code", "edit", "1402", "--symbol", "BALANCE_TOO_LOW").status == 0)
    let allow = { (symbol: String) in
      [
        "--allow", "code-retired:*=x", "--allow", "symbol-renamed:\(symbol)=x", "--allow",
        "http-status-changed:\(symbol)=x",
      ]
    }
    for symbol in ["insufficient_balance", "BALANCE_TOO_LOW"] {
      let gate = try admin.run(["snapshot", "gate", "1.0"] + allow(symbol))
      #expect(gate.status == 0, "\(gate.output)")
    }
    #expect(try admin.run(["snapshot", "gate", "1.0"] + allow("SUCCESS")).status == 2)
  }

  @Test func `a cell of the CSV export with a quotation mark and no comma is quoted`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "الرصيد \"غير كاف\"").status == 0)
    try #require(try admin.run("snapshot", "create", "--release", "1", "-o", ".", "--also", "csv").status == 0)
    let program = """
      import csv
      rows = list(csv.DictReader(open("registry-1.csv", encoding="utf-8", newline="")))
      print([row["text"] for row in rows if (row["code"], row["language"]) == ("1402", "ar")][0])
      """
    let read = try Command("python3", ["-c", program], in: admin.path).run()
    #expect(read.output == "الرصيد \"غير كاف\"\n", "\(read.error)")
    let text = String(decoding: try admin.bytes("registry-1.csv"), as: UTF8.self)
    #expect(text.contains(",\"الرصيد \"\"غير كاف\"\"\"\n"))
  }

  @Test func `a new release is compared with the newest one, and the first one with nothing`() throws {
    let admin = try edited()
    #expect(try admin.jsonList("snapshot", "list")[0]["gate"] == .null)
    let create = ["snapshot", "create", "-o", "."]
    try admin.expectRefusal(2, saying: "The release would break callers of 1.0", lines: 3) {
      try admin.run(create + ["--release", "2.0"])
    }
    let allow = ["--allow", "http-status-changed:*", "--allow", "code-retired:*", "--reason", "agreed"]
    try admin.expectRefusal(
      2, saying: "The version 1.1 is too low after 1.0", "1.1: version-too-low, after 1.0 and these changes", lines: 2
    ) { try admin.run(create + ["--release", "1.1"] + allow) }
    #expect(try admin.run(create + ["--release", "1.1", "--allow", "version-too-low:1.1"] + allow).status == 0)
    let list = try admin.jsonList("snapshot", "list")
    guard case .array(let allowed) = list[1]["gate"]?["allowed"] else { throw CancellationError() }
    #expect(allowed.map { $0["kind"] } == ["version-too-low", "http-status-changed", "code-retired"])
    // Nothing has changed since, so any name will do.
    #expect(try admin.json("snapshot", "create", "-o", ".", "--release", "1.0.9")["gate"]?["suggested"] == "none")
    try #require(try admin.run("translation", "set", "1402", "ar", "نص").status == 0)
    #expect(try admin.json("snapshot", "create", "-o", ".", "--release", "1.0.10")["gate"]?["against"] == "1.0.9")
    #expect(try admin.json("doctor")["findings"] == .array([]))
  }

  @Test func `a manifest keeps its companions when the release is written again without them`() throws {
    let admin = try edited()
    let create = ["snapshot", "create", "--release", "2", "-o", ".", "--also", "json", "--no-gate", "x"]
    try #require(try admin.run(create).status == 0)
    let manifest = try admin.bytes("registry-2.manifest.json")
    #expect(try admin.json("snapshot", "create", "--release", "2", "-o", ".")["changed"] == false)
    _ = try admin.shell("rm registry-2.db")
    #expect(try admin.json("snapshot", "create", "--release", "2", "-o", ".")["changed"] == true)
    #expect(try admin.bytes("registry-2.manifest.json") == manifest)
    #expect(try admin.run("snapshot", "create", "--release", "2", "-o", ".", "--also", "csv").status == 0)
    #expect(try admin.run("snapshot", "verify", "registry-2.db").status == 0)
    #expect(String(decoding: try admin.bytes("registry-2.manifest.json"), as: UTF8.self).contains("registry-2.json"))
  }

  @Test func `the release of a name that is recorded is written again into any folder, companions included`() throws {
    let admin = try edited()
    let made = try admin.shell(
      """
      mkdir out && admin snapshot create --release 1.0 -o out --also json,csv -q &&
      cmp registry-1.0.db out/registry-1.0.db && admin snapshot verify out/registry-1.0.db && ls out
      """)
    #expect(
      made.output == "out/registry-1.0.db\tok\t1.0\t1\nregistry-1.0.csv\nregistry-1.0.db\nregistry-1.0.json\n"
        + "registry-1.0.manifest.json\n", "\(made.error)")
    let past = try admin.json(
      "snapshot", "create", "--release", "1.0.1", "-o", ".", "--revision", "2", "--allow", "http-status-changed:1402=x",
      "--allow", "version-too-low:1.0.1=y")
    #expect(past["revision"] == 2)
    #expect(try changes(admin, "1.0", "1.0.1").map { $0["kind"] } == ["http-status-changed"])
    try admin.expectRefusal(4, saying: "The registry has no revision 99; it is at revision 8.") {
      try admin.run("snapshot", "create", "--release", "1.0.2", "-o", ".", "--revision", "99")
    }
  }

  @Test func `releases are listed, oldest first`() throws {
    let admin = try edited()
    let create = ["snapshot", "create", "--release", "2.0", "-o", ".", "--last-reviewed", "--no-gate", "a new start"]
    try #require(try admin.run(create).status == 0)
    let list = try admin.jsonList("snapshot", "list")
    #expect(list.map { $0["name"] } == ["1.0", "2.0"])
    #expect(list.map { $0["last_reviewed"] } == [false, true])
    #expect(list[0]["revision"] == 1)
    #expect(list.map { $0["gate_skipped"] } == [.null, "a new start"])
    #expect(list.map { $0["gate"] } == [.null, .null])
    #expect(try admin.run("snapshot", "list").output.split(separator: "\n").count == 2)
    #expect(
      try admin.jsonList("snapshot", "list").first?["content_digest"]
        == (try admin.json("snapshot", "show", "registry-1.0.db")["content_digest"]))
  }

  @Test func `unfit content is refused with every text listed, and nothing is written`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "en", "Blocked").status == 0)
    try #require(try admin.run("translation", "unset", "200", "zh", "-y").status == 0)
    try admin.expectRefusal(
      2, saying: "The content cannot be released", "200 in zh-Hans is missing.",
      "1402 in ar was made from a source text", lines: 4
    ) { try admin.run("snapshot", "create", "--release", "1.0", "-o", ".") }
    let refused = try admin.run("snapshot", "create", "--release", "1.0", "-o", ".", "--json", "--dry-run")
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(refused.errorBytes))["error"]
    guard case .array(let findings) = error?["findings"] else { throw CancellationError() }
    #expect(findings.map { $0["check"] } == ["missing-text", "stale-text", "stale-text"])
    try #require(try admin.run("undo").status == 0)
    try #require(try admin.run("undo").status == 0)
    try admin.expectRefusal(2, saying: "200 in en is translated, not final", lines: 184) {
      try admin.run("snapshot", "create", "--release", "1.0", "-o", ".", "--require-state", "final")
    }
    #expect(try admin.run("snapshot", "create", "--release", "1.0", "-o", ".").status == 0)
  }

  @Test func `the same content is written as JSON and CSV beside the snapshot`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("snapshot", "create", "--release", "1.0", "-o", ".", "--also", "json,csv").status == 0)
    #expect(
      try admin.folder.names == [
        "registry-1.0.csv", "registry-1.0.db", "registry-1.0.json", "registry-1.0.manifest.json", "registry.db",
      ])
    let again = try admin.json("snapshot", "create", "--release", "1.0", "-o", ".", "--also", "csv,json")
    #expect(again["changed"] == false)
    try admin.write(Array("code\n".utf8), to: "registry-1.0.csv")
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db").status == 2)
    #expect(try admin.run("snapshot", "create", "--release", "1.0", "-o", ".", "--also", "xml").status == 64)
  }

  @Test func `the bytes do not depend on the order, the environment or the actor of the edits`() throws {
    let create = "admin snapshot create --release 1.0 -o . --created-at 2026-01-31T12:00:00Z --json"
    let french = "language add fr --english-name French --own-name Français"
    let histories: [(line: String, environment: [String: String?])] = [
      ("admin translation set 1402 ar أ && admin translation set 200 zh 完成 && admin \(french)", [:]),
      ("admin \(french) && admin translation set 200 zh 完成 && admin translation set 1402 ar أ", [:]),
      (
        "admin translation set 200 zh 完成 && admin \(french) && admin translation set 1402 ar أ && "
          + "sqlite3 registry.db VACUUM",
        [:]
      ),
      (
        "admin \(french) && admin translation set 1402 ar أ && admin translation set 200 zh 完成",
        ["TZ": "Asia/Riyadh", "LC_ALL": "ar_SA.UTF-8", "LANG": "zh_CN.GBK", "REGISTRY_ACTOR": "نورة"]
      ),
      (
        "printf '200\\tzh\\t完成\\n' | admin translation set --from - && admin \(french) && admin undo && "
          + "admin redo && admin undo && admin \(french) && admin translation set 1402 ar أ",
        [:]
      ),
    ]
    var (hashes, digests): ([JSONValue?], [JSONValue?]) = ([], [])
    for (line, environment) in histories {
      let made = try AdminFolder().shell("{ \(line); } > log && \(create)", environment: environment)
      try #require(made.status == 0, "\(made.error)")
      let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(made.outputBytes))
      hashes.append(document["file_sha256"])
      digests.append(document["content_digest"])
    }
    #expect(Set(hashes.prefix(4).map { "\($0, default: "")" }).count == 1, "equal length")
    #expect(hashes[4] != hashes[0], "another revision")
    #expect(Set(digests.map { "\($0, default: "")" }).count == 1)
  }

  @Test func `a manifest can be given by path`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("snapshot", "create", "--release", "1.0", "-o", ".").status == 0)
    try #require(try admin.shell("mkdir away && mv registry-1.0.manifest.json away/m.json").status == 0)
    let verify = ["snapshot", "verify", "registry-1.0.db"]
    #expect(try admin.run(verify).error.contains("no manifest beside it"))
    #expect(try admin.run(verify + ["--manifest", "away/m.json"]).error.isEmpty)
    #expect(try admin.run(verify + ["--manifest", "away/none.json"]).status == 4)
    #expect(try admin.run(verify + ["--manifest", "registry.db"]).status == 7)
  }

  @Test func `a read-only mount serves readers and refuses an export`() throws {
    let admin = try AdminFolder()
    try #require(try admin.shell("mkdir dist ro && admin snapshot create --release 1.0 -o dist").status == 0)
    let mount = "mount --bind dist ro && mount -o remount,ro,bind ro"
    guard try admin.shell("unshare -m sh -c '\(mount)'").status == 0 else {
      // Only root can mount. SystemRefusalTests tests an unprivileged user.
      return
    }
    let result = try admin.shell(
      """
      export -f admin
      unshare -m bash -c '\(mount) && touch ro/x; admin snapshot verify ro/registry-1.0.db && \\
        python3 -c "import sqlite3; print(sqlite3.connect(\\"file:ro/registry-1.0.db?mode=ro\\", uri=True)\
      .execute(\\"SELECT count(*) FROM message\\").fetchone()[0])"
        admin snapshot create --release 2.0 -o ro; echo $?; ls ro'
      """)
    #expect(
      result.output == "ro/registry-1.0.db\tok\t1.0\t1\n183\n8\nregistry-1.0.db\nregistry-1.0.manifest.json\n",
      "\(result.error)")
  }

  @Test func `other formats have the same content, with their hashes in the manifest`() throws {
    let admin = try AdminFolder()
    for (language, text) in [
      ("en", "Not enough, \"{amount}\""), ("ar", "لا يكفي {amount}"), ("zh", "余额不够 {amount}"),
    ] {
      try #require(try admin.run("translation", "set", "1402", language, text).status == 0)
    }
    let create = ["snapshot", "create", "--release", "1.0", "-o", ".", "--also", "csv,json"]
    try #require(try admin.run(create).status == 0)
    let script = """
      import csv, hashlib, json, sqlite3
      rows = sqlite3.connect('registry-1.0.db').execute('SELECT language, code, text FROM message').fetchall()
      document = json.load(open('registry-1.0.json', encoding='utf-8'))
      assert [(m['language'], m['code'], m['text']) for m in document['messages']] == rows
      assert list(document) == sorted(document)
      assert [c['key'] for c in document['categories']] == sorted(c['key'] for c in document['categories'])
      assert document['categories'][0]['names']['zh-Hans'] == '客户'
      lines = list(csv.DictReader(open('registry-1.0.csv', encoding='utf-8', newline='')))
      assert [(l['language'], int(l['code']), l['text']) for l in lines] == rows
      manifest = json.load(open('registry-1.0.manifest.json', encoding='utf-8'))
      for name, file in manifest['also'].items():
          data = open(name, 'rb').read()
          assert b'\\r' not in data and (len(data), hashlib.sha256(data).hexdigest()) == (file['size'], file['sha256'])
      print(len(rows), len(manifest['also']))
      """
    let checked = try Command("python3", ["-c", script], in: admin.path).run()
    #expect(checked.output == "183 2\n", "\(checked.error)")
    #expect(try admin.run(create + ["--format", "table"]).output.contains("was there already, byte for byte"))
  }
}
