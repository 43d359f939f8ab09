import Foundation
import RegistryTestSupport
import Testing

/// Runs the service in `Console/Examples/http-service` on a channel of releases.
@Suite struct HTTPServiceChannelTests {
  private static let needs = ["curl", "python3", "ssh-keygen"].allSatisfy(Command.exists)

  @Test(.enabled(if: needs, "curl, python3 and ssh-keygen are needed"))
  func `a service follows a channel, accepts no older pointer, and starts again without the network`() throws {
    let folder = try TemporaryFolder()
    let service = try ConsoleSite.built("http-service")
    let result = try ExampleScript.run(
      try ExampleScript.channel + """
        start() {
          rm -f address
          '\(service)' $url 0 --signers signers --cache cache --every 1 > address 2>> said & service=$!
          wait_for test -s address
        }
        title() {
          curl -sS --max-time 20 -H 'Accept-Language: ar' $(cat address)/payments/7 \
            | python3 -c 'import json, sys; print(json.load(sys.stdin)["title"])'
        }
        answers() { [ "$(title)" = "$1" ]; }
        publish 1.0; cp store/objects/channels/production old; serve
        start; title
        publish 2.0; wait_for answers 'الرصيد لا يكفي'
        cp store/objects/channels/production newest
        put old; say 'which is older than 2'; title
        put newest; say 'the channel has what is served'
        kill $service; wait $service; echo "exit $?"
        kill $server; wait $server
        start; title; curl -sS $(cat address)/healthz; echo
        kill $service; wait $service; echo "exit $?"
        """, in: folder)
    #expect(
      result.output.split(separator: "\n").map(String.init) == [
        "الرصيد غير كافٍ", "الرصيد لا يكفي", "exit 0", "الرصيد لا يكفي",
        #"{"languages":["en","ar","zh-Hans"],"release":"2.0","revision":2}"#, "exit 0",
      ], "\(result.error)\((try? String(contentsOfFile: folder.file("said"), encoding: .utf8)) ?? "")")
  }

  @Test func `wrong words are answered with the usage`() throws {
    let folder = try TemporaryFolder()
    let service = try ConsoleSite.built("http-service")
    for words in [[], ["x.db", "port"], ["http://127.0.0.1/channels/a"], ["http://127.0.0.1/channels/a", "--cache"]] {
      let result = try Command(service, words, in: folder.path).run()
      #expect(result.status != 0)
      #expect(result.error.contains("http-service URL [PORT] --signers FILE --cache DIR"), "\(result.error)")
    }
  }
}
