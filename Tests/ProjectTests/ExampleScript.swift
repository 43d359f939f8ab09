import RegistryTestSupport

/// Scripts that run the programs of `Examples/`.
enum ExampleScript {
  /// Runs a script of bash in which `admin` is the real binary. `say TEXT` waits until the example has said a text on
  /// standard error; `ask` sends a request and waits for the answer.
  static func run(_ script: String, in folder: TemporaryFolder) throws -> Command.Result {
    let functions = """
      set -u
      admin() { '\(try Command.products)/admin' "$@"; }
      wait_for() { for i in $(seq 600); do "$@" && return; sleep 0.05; done; echo "timed out: $*"; exit 9; }
      said() { grep -qF -- "$1" said; }
      say() { wait_for said "$1"; }
      answered() { [ "$(wc -l < answers)" -ge "$1" ]; }
      asked=0
      ask() { asked=$((asked + 1)); echo "$*" >&3; wait_for answered $asked; }
      switch() { ln -s "$1" new.db && mv -T new.db current.db; }

      """
    var command = Command("bash", ["-c", functions + script], in: folder.path)
    command.environment = ["GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": folder.file(".cache")]
    command.seconds = 300
    return try command.run()
  }

  /// Makes releases 1.0 and 2.0 with another Arabic text of 1402, and a key; `publish RELEASE` publishes to
  /// `store/objects`, `serve` starts a server of them and sets `url`, the address of the channel, which then follows.
  /// What runs in the background ends with the script; `$program` is `admin` for that, because `admin` is a function.
  static var channel: String {
    get throws {
      """
      trap 'kill $(jobs -p) 2>/dev/null' EXIT
      program='\(try Command.products)/admin'
      mkdir dist store
      admin init -q && admin snapshot create --release 1.0 -o dist -q
      admin translation set 1402 ar 'الرصيد لا يكفي' -q && admin snapshot create --release 2.0 -o dist -q
      ssh-keygen -q -t ed25519 -N '' -f key
      echo "production namespaces=\"status-code-registry\" $(cat key.pub)" > signers
      publish() {
        admin snapshot publish dist/registry-$1.db --channel production --to store/objects --key key --quiet
      }
      put() { cp $1 store/put && mv store/put store/objects/channels/production; }
      serve() {
        python3 -u '\(Command.package)/Tests/Publishing/objects.py' store > port & server=$!
        wait_for test -s port
        url=http://127.0.0.1:$(cat port)/channels/production
      }

      """
    }
  }
}
