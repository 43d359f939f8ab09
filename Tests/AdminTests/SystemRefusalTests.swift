import Foundation
import RegistryTestSupport
import Testing

/// Tests errors of system calls.
@Suite struct SystemRefusalTests {
  static let isRoot = getuid() == 0

  @Test func `a file-size limit is an error, not a kill`() throws {
    // The signal may already be ignored when the tests start. Standard error is a pipe, so that the limit does not
    // apply to it.
    let limited = "ulimit -f 4; env --default-signal=XFSZ '\(try Command.products)/admin'"
    let pipe = "2>&1 1>/dev/null | cat >&2; exit ${PIPESTATUS[0]}"
    let admin = try AdminFolder()
    try admin.expectRefusal(8, saying: "a quota or size limit is reached", "Nothing was changed.") {
      try admin.shell("\(limited) translation set 1402 ar x \(pipe)")
    }
    let json = try admin.shell("\(limited) translation set 1402 ar x --json \(pipe)")
    #expect(json.error.contains(#""code":"disk-full""#), "\(json.error)")
    let empty = try AdminFolder(isEmpty: true)
    try empty.expectRefusal(8, saying: "registry.db", "Nothing was changed.") {
      try empty.shell("\(limited) init \(pipe)")
    }
  }

  @Test(arguments: [
    ["init", "--db", "none/registry.db"], ["init", "-n", "--db", "none/registry.db"],
    ["snapshot", "create", "--release", "1", "-o", "none/new"],
    ["snapshot", "create", "--release", "1", "-o", "none/new/", "-n"],
  ])
  func `a missing folder is named as such, in a dry run too`(arguments: [String]) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(4, saying: "There is no folder none. Create the folder first.") { try admin.run(arguments) }
  }

  @Test(.enabled(if: isRoot, "only root may become another user"))
  func `a missing permission is named as one`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      chmod 755 . && chmod 600 registry.db
      program=$(mktemp) && cp '\(try Command.products)/admin' "$program" && chmod 755 "$program"
      trap 'rm -f "$program"' EXIT
      libraries=$(dirname "$(ldd "$program" | sed -n 's/.*libswiftCore.so => \\([^ ]*\\).*/\\1/p')")
      other() { setpriv --reuid 65534 --clear-groups env LD_LIBRARY_PATH="$libraries" "$program" "$@"; }
      other --version >/dev/null 2>&1 || exit 77
      other status; echo "$?"; other translation set 1402 ar x; echo "$?"
      """)
    if result.status == 77 { try Test.cancel("another user may not read this toolchain's libraries") }
    #expect(result.output == "8\n8\n", "\(result.output)\(result.error)")
    #expect(result.error.components(separatedBy: "No permission to open the registry").count == 3, "\(result.error)")
  }

  @Test(.enabled(if: isRoot, "only root may mount a small disk"))
  func `a full disk is exit code 8 and leaves no files`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      mkdir small && mount -t tmpfs -o size=300k none small || exit 77
      trap 'umount small' EXIT
      cp registry.db small/r.db && sum=$(md5sum < small/r.db)
      dd if=/dev/zero of=small/fill bs=1k 2>/dev/null
      admin translation set 1402 ar x --db small/r.db; echo "set $?"
      admin snapshot create --release 1 -o small --db small/r.db; echo "create $?"
      admin init --db small/n.db; echo "init $?"
      [ "$sum" = "$(md5sum < small/r.db)" ] && ls -A small
      """)
    if result.status == 77 { try Test.cancel("this container may not mount") }
    #expect(result.output == "set 8\ncreate 8\ninit 8\nfill\nr.db\n", "\(result.output)\(result.error)")
  }

  @Test(.enabled(if: isRoot, "only root may become another user"))
  func `in a read-only folder writing is exit code 8, and reading works and leaves no files`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      chmod 755 . && chmod 644 registry.db && mkdir out && chmod 755 out
      program=$(mktemp) && cp '\(try Command.products)/admin' "$program" && chmod 755 "$program"
      trap 'rm -f "$program"' EXIT
      other() { setpriv --reuid 65534 --clear-groups env LD_LIBRARY_PATH="$libraries" "$program" "$@"; }
      libraries=$(dirname "$(ldd "$program" | sed -n 's/.*libswiftCore.so => \\([^ ]*\\).*/\\1/p')")
      other --version >/dev/null 2>&1 || exit 77
      other status >/dev/null; echo "status $?"
      other translation set 1402 ar x; echo "set $?"
      other snapshot create --release 1 -o out -n >/dev/null; echo "dry run $?"
      other snapshot create --release 1 -o out; echo "create $?"
      other init --db new.db; echo "init $?"
      ls -A; ls -A out
      """)
    if result.status == 77 { try Test.cancel("another user may not read this toolchain's libraries") }
    #expect(
      result.output == "status 0\nset 8\ndry run 0\ncreate 8\ninit 8\nout\nregistry.db\n",
      "\(result.output)\(result.error)")
  }

  @Test func `output that cannot be written is exit code 8`() throws {
    let admin = try AdminFolder()
    for command in ["code list", "code show 1402 --json", "status"] {
      let result = try admin.shell("admin \(command) > /dev/full")
      #expect(result.status == 8)
      #expect(result.error.contains("The output could not be written: No space left on device."))
    }
  }

  @Test(.enabled(if: isRoot, "only root may become another user"))
  func `a user without a passwd entry is named by the user id`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      chmod 777 . && chmod 666 registry.db
      program=$(mktemp) && cp '\(try Command.products)/admin' "$program" && chmod 755 "$program"
      trap 'rm -f "$program"' EXIT
      libraries=$(dirname "$(ldd "$program" | sed -n 's/.*libswiftCore.so => \\([^ ]*\\).*/\\1/p')")
      unset REGISTRY_ACTOR
      setpriv --reuid 54321 --clear-groups env LD_LIBRARY_PATH="$libraries" "$program" translation set 1402 ar x
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(try admin.sql("SELECT actor FROM operation WHERE id = 2") == "uid 54321\n")
  }
}
