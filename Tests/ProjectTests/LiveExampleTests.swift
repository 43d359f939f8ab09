import Foundation
import RegistryTestSupport
import Testing

/// Runs the examples that take a new release into use while they answer.
@Suite(.serialized) struct LiveExampleTests {
  /// The commands that build an example in a folder and run it, and a program that reads from many threads while
  /// releases are swapped.
  struct Example: CustomTestStringConvertible {
    let language: String
    let needs: String
    var build: [String] = []
    let call: String
    let storm: String
    var testDescription: String { language }
  }

  static let examples = Command.package + "/Examples"
  static let all = [
    Example(
      language: "Python", needs: "python3", call: "python3 '\(examples)/python/live.py'",
      storm: """
        import os, sys, threading
        sys.path.insert(0, sys.argv[1])
        import live

        messages = live.LiveMessages("current.db")
        done, mixed, reads = threading.Event(), [], [0] * 4

        def read(place):
            while not done.is_set():
                release = messages.current
                texts = {release.message(code, "ar").text for code in (1400, 1401, 1402)}
                reads[place] += 1
                if texts != {f"v{release.revision}"}:
                    mixed.append((release.revision, texts))

        threads = [threading.Thread(target=read, args=(place,)) for place in range(4)]
        for thread in threads: thread.start()
        swaps = 0
        for name in sys.argv[2:]:
            before = min(reads)
            while min(reads) < before + 50: pass
            os.symlink(f"dist/registry-{name}.db", "new.db")
            os.rename("new.db", "current.db")
            swaps += messages.check()
        done.set()
        for thread in threads: thread.join()
        print(swaps, len(mixed), str(min(reads) > 50 * swaps).lower())
        """),
    Example(
      language: "Go", needs: "go",
      build: ["go", "build", "-tags", "libsqlite3", "-o", "live", "\(examples)/go/live/live.go"], call: "./live",
      storm: """
        package main

        import (
        	"fmt"
        	"os"
        	"strings"
        	"sync"
        	"sync/atomic"
        	"testing"
        	"time"
        )

        func TestStorm(t *testing.T) {
        	live, err := follow("current.db", time.Hour, func(string) {})
        	if err != nil {
        		t.Fatal(err)
        	}
        	var mixed, reads atomic.Int64
        	var done atomic.Bool
        	var group sync.WaitGroup
        	for i := 0; i < 4; i++ {
        		group.Add(1)
        		go func() {
        			defer group.Done()
        			for !done.Load() {
        				release := live.Current()
        				for _, code := range []int64{1400, 1401, 1402} {
        					if release.messages[key{code, "ar"}].text != fmt.Sprintf("v%d", release.revision) {
        						mixed.Add(1)
        					}
        				}
        				reads.Add(1)
        			}
        		}()
        	}
        	swaps := 0
        	for _, name := range strings.Fields(os.Getenv("RELEASES")) {
        		for before := reads.Load(); reads.Load() < before+200; {
        			time.Sleep(time.Microsecond)
        		}
        		os.Symlink("dist/registry-"+name+".db", "new.db")
        		os.Rename("new.db", "current.db")
        		if live.check() {
        			swaps++
        		}
        	}
        	done.Store(true)
        	group.Wait()
        	fmt.Println(swaps, mixed.Load(), reads.Load() > int64(200*swaps))
        }
        """),
  ]

  /// Builds an example; the test is canceled when its language is not installed.
  static func build(_ example: Example, in folder: TemporaryFolder) throws {
    if !Command.exists(example.needs) { try Test.cancel("\(example.language) is not installed") }
    guard !example.build.isEmpty else { return }
    let build = try ExampleScript.run(example.build.map { "'\($0)'" }.joined(separator: " "), in: folder)
    try #require(build.status == 0, "\(build.error)")
  }

  @Test(arguments: all)
  func `an example takes a new release into use, and keeps the old one instead of a bad or an older file`(
    example: Example
  ) throws {
    let folder = try TemporaryFolder()
    try Self.build(example, in: folder)
    let result = try ExampleScript.run(
      """
      mkdir dist && mkfifo requests && touch answers said
      admin init -q && admin snapshot create --release 1.0 -o dist -q
      admin translation set 1402 ar 'الرصيد لا يكفي' -q && admin snapshot create --release 2.0 -o dist -q
      admin translation set 1402 ar 'لا يوجد رصيد' -q && admin snapshot create --release 3.0 -o dist -q
      cp dist/registry-3.0.db good.db
      ln -s dist/registry-1.0.db current.db
      \(example.call) current.db 0.05 < requests > answers 2> said &
      exec 3> requests
      ask '1402 ar'; ask '99 en'; ask '1402 xx'; ask 'nonsense'
      switch dist/registry-2.0.db; say 'release 2.0, revision 2, is in use'; ask '1402 ar'
      # One byte of a text is another.
      LC_ALL=C sed -i 's/Insufficient balance/Insufficient balancE/' dist/registry-3.0.db
      switch dist/registry-3.0.db; say 'registry-3.0.db: not the file of its manifest'; ask '1402 ar'
      switch dist/registry-1.0.db; say 'revision 1 is older than 2, which is in use'; ask '1402 ar'
      mkfifo fifo.db; cp dist/registry-3.0.manifest.json fifo.manifest.json
      switch fifo.db; say 'not a regular file'; ask '1402 ar'
      switch missing.db; say 'o such file or directory'; ask '1402 ar'
      mkdir new; cp good.db new/registry-3.0.db; switch new/registry-3.0.db; say 'new/registry-3.0.manifest.json'
      # The manifest arrives after its snapshot.
      cp dist/registry-3.0.manifest.json new; say 'release 3.0, revision 3, is in use'; ask '1402 ar'
      exec 3>&-; wait $!; echo "exit $?"
      cat answers; grep -c 'keeping release 2.0' said
      """, in: folder)
    let old = "1402\tINSUFFICIENT_BALANCE\tar\trtl\tالرصيد لا يكفي"
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        "exit 0", "1402\tINSUFFICIENT_BALANCE\tar\trtl\tالرصيد غير كافٍ", "99\t-\t-\t-\tunknown status code",
        "1402\t-\t-\t-\tunknown status code", "nonsense\t-\t-\t-\tunknown status code", old, old, old, old, old,
        "1402\tINSUFFICIENT_BALANCE\tar\trtl\tلا يوجد رصيد", "5",
      ], "\(result.error)")
  }

  @Test(arguments: all)
  func `an example does not start with a release that it cannot verify`(example: Example) throws {
    let folder = try TemporaryFolder()
    try Self.build(example, in: folder)
    let result = try ExampleScript.run(
      """
      mkdir dist; admin init -q && admin snapshot create --release 1.0 -o dist -q; cd dist
      \(example.call.replacing("./", with: "../")) registry-2.0.db; echo "exit $?"
      cp registry-1.0.db other.db; \(example.call.replacing("./", with: "../")) other.db; echo "exit $?"
      cp registry-1.0.manifest.json other.manifest.json
      \(example.call.replacing("./", with: "../")) other.db; echo "exit $?"
      \(example.call.replacing("./", with: "../")) ../registry.db; echo "exit $?"
      \(example.call.replacing("./", with: "../")); echo "exit $?"
      \(example.call.replacing("./", with: "../")) registry-1.0.db x; echo "exit $?"
      """, in: folder)
    #expect(result.output == "exit 1\nexit 1\nexit 1\nexit 1\nexit 64\nexit 64\n")
    let lines = result.error.split(separator: "\n")
    #expect(lines.count == 6 && lines.allSatisfy { $0.hasPrefix("live: ") }, "\(result.error)")
  }

  @Test(arguments: all)
  func `readers in many threads see the old release or the new one, never a mixture`(example: Example) throws {
    let folder = try TemporaryFolder()
    if !Command.exists(example.needs) { try Test.cancel("\(example.language) is not installed") }
    let isGo = example.language == "Go"
    try Data(example.storm.utf8).write(to: URL(filePath: folder.file(isGo ? "live_test.go" : "storm.py")))
    let result = try ExampleScript.run(
      """
      mkdir dist; admin init -q
      for release in $(seq 2 21); do
        for code in 1400 1401 1402; do printf "$code\\tar\\tv$release\\n"; done | admin translation import - -q
        admin snapshot create --release $release -o dist -q
      done
      ln -s dist/registry-2.db current.db
      \(isGo
        ? """
          cp '\(Self.examples)/go/live/live.go' .
          RELEASES="$(seq 3 21)" go test -race -v -tags libsqlite3 live.go live_test.go | grep true
          """
        : "python3 -B storm.py '\(Self.examples)/python' $(seq 3 21)")
      """, in: folder)
    #expect(result.output == "19 0 true\n", "\(result.error)")
  }
}
