import Foundation
import RegistryTestSupport
import Testing

/// Tests the promises of docs/reliability.md about edits, and prints the figures.
@Suite struct PromiseTests {
  /// Every command that writes, with the setup that it needs.
  static let writes: [(setup: String, command: String)] = [
    ("", "translation set 1402 ar أ"), ("", "translation set 1402 ar أ --if-revision 1"),
    ("", "translation set 1402 en Changed --impact minor"), ("", "translation set --from texts.tsv"),
    ("", "translation set --from revisions.tsv"), ("", "translation review 1402 --language ar"),
    ("", "translation review 1402 --language ar --final --if-revision 1"), ("", "translation unset 1402 ar -y"),
    ("", "translation unset 1402 ar -y --if-revision 1"),
    ("", "code add 1450 --symbol ADDED --category payment --text Added --http-status 409"),
    ("", "code add --from codes.csv"), ("", "language add --from languages.csv"),
    ("", "code edit 1402 --http-status 402 --description money --if-revision 1"),
    ("", "code deprecate 1402 --replaced-by 1401"), ("", "code retire 1402 -y"),
    ("", "category add refund --range 1700-1799 --name en=Refund"),
    ("", "category edit otp --name ar=رمز --if-revision 1"),
    ("", "language add fr --english-name French --own-name Français"), ("", "language edit ar --no-required"),
    ("translation set 1402 ar أ", "undo 2"), ("translation set 1402 ar أ", "undo --if-revision 2"),
    ("translation set 1402 ar أ && admin undo", "redo --if-revision 3"),
    ("translation set 1402 ar أ && admin undo", "undo 3"), ("raw", "doctor --adopt"),
    ("", "snapshot create --release 1.0 -o ."), ("", "migrate"),
  ]

  private func prepared(_ setup: String) throws -> AdminFolder {
    let admin = try AdminFolder()
    try admin.write(Array("1402\tar\tأ\n200\tzh\t完成\n".utf8), to: "texts.tsv")
    try admin.write(Array("1402\tar\tأ\t1\n200\ten\tDone\t1\n".utf8), to: "revisions.tsv")
    try admin.write(Array("code,symbol,category,text\n1450,ADDED,payment,Added\n".utf8), to: "codes.csv")
    try admin.write(Array("tag,english_name,own_name\nfr,French,Français\n".utf8), to: "languages.csv")
    if setup == "raw" {
      _ = try admin.sql("UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'")
    } else if !setup.isEmpty {
      try #require(try admin.shell("admin \(setup)").status == 0)
    }
    return admin
  }

  private func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }

  @Test func `a failed or dry run changes nothing`() throws {
    var (dryRuns, refusals, changedBytes) = (0, 0, 0)
    for (setup, command) in Self.writes {
      let admin = try prepared(setup)
      let (before, names) = (try admin.bytes(), try admin.folder.names)
      let dry = try admin.run(words(command) + ["--dry-run"])
      #expect(dry.status == 0, "\(command): \(dry.error)")
      dryRuns += 1
      // The last input that is checked, so that everything else was done before it is refused.
      let failing = command == "migrate" ? ["--db", "texts.tsv"] : ["--note", " "]
      if !command.hasPrefix("snapshot") {
        let refused = try admin.run(words(command) + failing)
        #expect(refused.status != 0, "\(command)")
        refusals += 1
      }
      for wrong in [
        "translation set 1402 ar {", "translation set 1402 fr x", "code add 1402 --symbol X --category otp --text x",
      ] {
        #expect(try admin.run(words(wrong)).status != 0)
        refusals += 1
      }
      if try admin.bytes() != before { changedBytes += 1 }
      #expect(try admin.folder.names == names, "\(command)")
    }
    print("promise 8: \(dryRuns) dry runs, \(refusals) refusals, registries with a changed byte: \(changedBytes)")
    #expect(changedBytes == 0)
  }

  @Test func `repeating a command whose answer was lost is safe`() throws {
    var wrong: [String] = []
    for (setup, command) in Self.writes {
      let admin = try prepared(setup)
      let first = try admin.run(words(command) + ["--json"])
      #expect(first.status == 0, "\(command): \(first.error)")
      let after = try admin.bytes()
      let second = try admin.run(words(command) + ["--json"])
      let answer = try? JSONDecoder().decode([String: JSONValue].self, from: Data(second.outputBytes))
      let isKept = try admin.bytes() == after
      if second.status != 0 || answer?["changed"] != false || !isKept {
        wrong.append("\(command): \(second.error)\(second.output)")
      }
    }
    print("promise 13: \(Self.writes.count) commands repeated, wrong outcomes: \(wrong.count)")
    #expect(wrong == [])
  }

  @Test func `sixteen processes that edit the same ten rows lose no edit`() throws {
    let admin = try AdminFolder()
    let (processes, edits) = (16, 200)
    let storm = try admin.shell(
      "for n in $(seq \(processes)); do '\(try Command.products)/edit-storm' registry.db w$n \(edits) & done; wait",
      seconds: 300)
    try #require(storm.status == 0, "\(storm.error)")
    let conflicts = storm.output.split(separator: "\n").compactMap { Int($0) }
    #expect(conflicts.count == processes)
    let total = processes * edits
    #expect(try admin.json("status")["revision"] == .integer(1 + total))
    // Every edit is in the history, and each replaced the text that its process had read.
    let texts = try admin.sql("SELECT count(DISTINCT after) FROM change WHERE operation > 1 AND field = 'text'")
    #expect(texts == "\(total)\n")
    let blind = try admin.sql(
      """
      SELECT count(*) FROM (
        SELECT before, lag(after) OVER (PARTITION BY code ORDER BY operation) AS previous, operation
        FROM change WHERE language = 'ar' AND field = 'text')
      WHERE operation > 1 AND before IS NOT previous
      """)
    #expect(blind == "0\n")
    #expect(try admin.run("doctor").status == 0)
    let lost = total - (Int(texts.dropLast()) ?? 0)
    print(
      "promise 2: \(processes) processes × \(edits) edits on 10 rows, \(conflicts.reduce(0, +)) conflicts, "
        + "lost: \(lost)")
  }

  @Test func `sixteen concurrent admin processes lose no edit`() throws {
    let admin = try AdminFolder()
    let worker = """
      worker() {
        for edit in 1 2 3 4; do
          revision=${revision:-1}
          until answer=$(admin translation set 1402 ar "$1-$edit" --if-revision $revision --actor "$1" 2> "$1.err"); do
            [ $? -ge 64 ] && exit 1
            revision=$(sed -n 's/.*it is at \\([0-9]*\\).*/\\1/p' "$1.err")
          done
          revision=$(cut -f3 <<< "$answer")
        done
      }
      for n in $(seq 16); do worker w$n & done; wait
      """
    let storm = try admin.shell(worker, seconds: 300)
    #expect(storm.status == 0, "\(storm.error)")
    #expect(try admin.json("status")["revision"] == 65)
    #expect(
      try admin.sql(
        "SELECT count(DISTINCT actor || after) FROM change JOIN operation ON id = operation "
          + "WHERE id > 1 AND field = 'text'"
      ) == "64\n")
    #expect(try admin.run("doctor").status == 0)
  }
}
