import Foundation
import RegistryTestSupport
import Testing

/// The files of a release: all of them or none, and never those of another release.
@Suite struct ReleaseFilesTests {
  private let admin: AdminFolder

  init() throws { admin = try AdminFolder() }

  private func create(_ release: String, _ arguments: String...) throws -> Command.Result {
    try admin.run(["snapshot", "create", "--release", release, "-o", "."] + arguments)
  }

  @Test(arguments: ["v1.manifest", "v1.MANIFEST"])
  func `a release whose companion would be the manifest of another one is refused`(name: String) throws {
    try #require(try create("v1", "--also", "json").status == 0)
    let manifest = try admin.bytes("registry-v1.manifest.json")
    try admin.expectRefusal(65, saying: "does not end with '.manifest'") { try create(name, "--also", "json") }
    #expect(try admin.bytes("registry-v1.manifest.json") == manifest)
  }

  @Test func `a manifest of another release is not replaced`() throws {
    try #require(try create("1.0").status == 0)
    try #require(try admin.shell("mv registry-1.0.manifest.json registry-2.0.manifest.json").status == 0)
    try admin.expectRefusal(3, saying: "registry-2.0.manifest.json is the manifest of the release 1.0") {
      try create("2.0")
    }
  }

  @Test func `a snapshot without its manifest is an unfinished release, which the next run replaces`() throws {
    try #require(try create("1.0").status == 0)
    let registry = try admin.bytes()
    _ = try admin.shell("rm registry-1.0.manifest.json")
    // As after a kill, the release is not recorded either.
    try admin.rewrite(["DELETE FROM release"])
    try #require(try admin.run("translation", "set", "1402", "ar", "نص آخر").status == 0)
    let again = try create("1.0")
    #expect(again.status == 0, "\(again.error)")
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db", "--require-manifest").status == 0)
    #expect(try admin.bytes() != registry)
  }

  @Test func `a finished release that is not recorded is not replaced by other content`() throws {
    try #require(try create("1.0").status == 0)
    try admin.rewrite(["DELETE FROM release"])
    try #require(try admin.run("translation", "set", "1402", "ar", "نص آخر").status == 0)
    try admin.expectRefusal(3, saying: "is the release 1.0 with other content") { try create("1.0") }
  }

  @Test(arguments: ["dist", "dist/", "./dist//"])
  func `the folder of a release is created in one that exists, and a dry run creates nothing`(path: String) throws {
    let create = ["snapshot", "create", "--release", "1.0", "-o", path]
    try #require(try admin.run(create + ["-n"]).status == 0)
    #expect(try admin.folder.names == ["registry.db"])
    try #require(try admin.run(create).status == 0)
    #expect(try admin.run("snapshot", "verify", "dist/registry-1.0.db", "--require-manifest").status == 0)
  }

  @Test func `a folder that was created for a release that failed is removed again`() throws {
    // A size limit, beyond which the snapshot cannot be written.
    let result = try admin.shell("(ulimit -f 20; admin snapshot create --release 1.0 -o dist); echo $?; ls")
    #expect(result.output == "8\nregistry.db\n", "\(result.error)")
    #expect(result.error.contains("Nothing was changed."))
  }

  @Test func `a missing companion is named, and a service does not need it`() throws {
    try #require(try create("1.0", "--also", "json,csv").status == 0)
    _ = try admin.shell("rm registry-1.0.csv")
    try admin.expectRefusal(2, saying: "registry-1.0.csv, which the manifest lists, is not beside") {
      try admin.run("snapshot", "verify", "registry-1.0.db")
    }
    // The same command makes the release whole again.
    #expect(try create("1.0", "--also", "json,csv").status == 0)
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db").status == 0)
  }

  @Test(arguments: ["json", "csv"])
  func `a companion with one other byte is found, although its size is the same`(format: String) throws {
    try #require(try create("1.0", "--also", "json,csv").status == 0)
    var bytes = try admin.bytes("registry-1.0.\(format)")
    bytes[bytes.count / 2] ^= 1
    try admin.write(bytes, to: "registry-1.0.\(format)")
    let verified = try admin.run("snapshot", "verify", "registry-1.0.db")
    #expect(verified.status == 2)
    #expect(verified.error.contains("registry-1.0.\(format)"), "\(verified.error)")
  }

  @Test(arguments: ["registry-1.0.db", "registry-1.0.json", "registry-1.0.manifest.json"])
  func `a file of a terabyte that takes no space is not read into memory`(name: String) throws {
    try #require(try create("1.0", "--also", "json").status == 0)
    try #require(try admin.shell("truncate -s 1T \(name)").status == 0)
    let verified = try admin.shell("ulimit -v 3000000; admin snapshot verify registry-1.0.db", seconds: 20)
    #expect([2, 7].contains(verified.status), "\(verified.error)")
    #expect(verified.error.hasPrefix("error: "))
    // A destination that is not the release is replaced, so the same command mends it.
    let created = try admin.shell(
      "ulimit -v 3000000; admin snapshot create --release 1.0 -o . --also json", seconds: 20)
    #expect(created.status == 0, "\(created.error)")
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db", "--require-manifest").status == 0)
  }

  @Test func `a manifest that states a terabyte for a companion of that size is refused`() throws {
    try #require(try create("1.0", "--also", "json").status == 0)
    let made = try admin.shell(
      """
      truncate -s 1T registry-1.0.json
      sed -i '/"also"/,/}/ s/"size" : [0-9]*/"size" : 1099511627776/' registry-1.0.manifest.json
      """)
    try #require(made.status == 0)
    let result = try admin.shell("ulimit -v 3000000; admin snapshot verify registry-1.0.db", seconds: 20)
    #expect(result.status == 2)
    #expect(result.error.contains("registry-1.0.json beside"))
  }

  @Test func `a manifest names files beside it only`() throws {
    try #require(try create("1.0", "--also", "json").status == 0)
    let made = try admin.shell(
      "mkdir d; cp registry-1.0.* d; sed -i 's|\"registry-1.0.json\"|\"../registry-1.0.json\"|' d/*.manifest.json")
    try #require(made.status == 0)
    try admin.expectRefusal(7, saying: "'../registry-1.0.json', which is not the name of a file beside it") {
      try admin.run("snapshot", "verify", "d/registry-1.0.db")
    }
  }

  @Test func `bytes after the end are found without a manifest, and a required manifest must be there`() throws {
    try #require(try create("1.0").status == 0)
    _ = try admin.shell("rm registry-1.0.manifest.json")
    #expect(try admin.run("snapshot", "verify", "registry-1.0.db").status == 0)
    try admin.expectRefusal(7, saying: "There is no manifest beside") {
      try admin.run("snapshot", "verify", "registry-1.0.db", "--require-manifest")
    }
    _ = try admin.shell("printf x >> registry-1.0.db")
    try admin.expectRefusal(7, saying: "is damaged: it has", "its header states") {
      try admin.run("snapshot", "verify", "registry-1.0.db")
    }
  }

  @Test(.enabled(if: SystemRefusalTests.isRoot, "only root may mount a small disk"))
  func `whatever space is free, a release is there whole or not at all, and its name stays usable`() throws {
    let result = try admin.shell(
      """
      mkdir small && mount -t tmpfs -o size=1m none small || exit 77
      trap 'umount small' EXIT
      for pages in $(seq 0 90); do
        rm -rf small/*; head -c $(( (256 - pages) * 4096 )) /dev/zero > small/fill 2>/dev/null
        cp registry.db r.db
        admin snapshot create --release 1 -o small --also json,csv --db r.db > out 2> err; status=$?
        rm -f small/fill
        if [ $status = 0 ]; then
          admin snapshot verify small/registry-1.db --require-manifest -q || echo "$pages: not whole"
        else
          [ $status = 8 ] || echo "$pages: exit $status"
          grep -q 'Nothing was changed' err || echo "$pages: $(cat err)"
          [ -z "$(ls -A small)" ] || echo "$pages: left $(ls -A small)"
          cmp -s registry.db r.db || echo "$pages: the registry changed"
          admin translation set 1402 ar x --db r.db > out
          admin snapshot create --release 1 -o small --db r.db > out || echo "$pages: the name is lost"
        fi
        echo "$status" >> statuses
      done
      sort statuses | uniq -c | awk '{ print $2 }'
      """, seconds: 120)
    if result.status == 77 { try Test.cancel("this container may not mount") }
    // Both outcomes occurred, and nothing else was printed.
    #expect(result.output == "0\n8\n", "\(result.output)\(result.error)")
  }

  @Test(.enabled(if: SystemRefusalTests.isRoot, "only root may mount a small disk"))
  func `a release that cannot be recorded because the disk of the registry is full leaves no files`() throws {
    let result = try admin.shell(
      """
      mkdir small out && mount -t tmpfs -o size=600k none small || exit 77
      trap 'umount small' EXIT
      cp registry.db small/r.db
      dd if=/dev/zero of=small/fill bs=1k 2>/dev/null
      admin snapshot create --release 1 -o out --db small/r.db; echo "$?"
      ls -A out
      rm small/fill; admin snapshot list --db small/r.db
      """)
    if result.status == 77 { try Test.cancel("this container may not mount") }
    #expect(result.output == "8\n", "\(result.output)\(result.error)")
    #expect(result.error.contains("Nothing was changed."))
  }
}
