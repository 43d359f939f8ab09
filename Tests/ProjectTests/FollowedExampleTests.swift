import Foundation
import RegistryTestSupport
import Testing

/// Runs the programs of `Examples/` beside `admin snapshot follow`, and what starts it in `Examples/follow`.
@Suite(.serialized) struct FollowedExampleTests {
  private static let needs = ["python3", "ssh-keygen"].allSatisfy(Command.exists)
  private static let files = Command.package + "/Examples/follow"

  @Test(.enabled(if: needs, "python3 and ssh-keygen are needed"), arguments: LiveExampleTests.all)
  func `an example takes over the releases that a follower keeps`(example: LiveExampleTests.Example) throws {
    let folder = try TemporaryFolder()
    try LiveExampleTests.build(example, in: folder)
    let result = try ExampleScript.run(
      try ExampleScript.channel + """
        mkfifo requests && touch answers said
        publish 1.0
        $program snapshot follow store/objects/channels/production --every 1s -o cache --signers signers \
          > follower 2>&1 &
        follower=$!
        wait_for test -e cache/current.db
        \(example.call) cache/current.db 0.05 < requests > answers 2> said &
        exec 3> requests
        ask '1402 ar'
        publish 2.0; say 'release 2.0, revision 2, is in use'; ask '1402 ar'
        exec 3>&-; wait $!; echo "exit $?"
        kill $follower
        cut -f 1,5 answers
        """, in: folder)
    #expect(result.output == "exit 0\n1402\tالرصيد غير كافٍ\n1402\tالرصيد لا يكفي\n", "\(result.error)")
  }

  @Test(.enabled(if: Command.exists("systemd-analyze"), "systemd-analyze is not installed"))
  func `systemd accepts the units`() throws {
    let folder = try TemporaryFolder()
    let result = try ExampleScript.run(
      """
      for unit in registry-follow payments; do
        sed -E 's#/usr/bin/(admin|payments)#/bin/true#' '\(Self.files)'/$unit.service > $unit.service
      done
      systemd-analyze verify --man=no ./registry-follow.service ./payments.service; echo "exit $?"
      sed -i 's/^Restart=.*/Restart=perhaps/' payments.service
      systemd-analyze verify --man=no ./payments.service 2>&1 | grep -c perhaps
      """, in: folder)
    #expect(result.output == "exit 0\n1\n", "\(result.error)")
    #expect(result.error.isEmpty, "\(result.error)")
  }

  /// Checks what a cluster would, as far as that is possible without one, and prints the command of the side-car.
  private static let manifest = """
    import shlex, sys, yaml

    keys, deployment = yaml.safe_load_all(open(sys.argv[1], encoding="utf-8"))
    assert (keys["apiVersion"], keys["kind"]) == ("v1", "ConfigMap")
    assert (deployment["apiVersion"], deployment["kind"]) == ("apps/v1", "Deployment")
    template = deployment["spec"]["template"]
    labels = deployment["spec"]["selector"]["matchLabels"]
    assert labels.items() <= template["metadata"]["labels"].items()
    pod = template["spec"]
    volumes = {volume["name"]: volume for volume in pod["volumes"]}
    assert "emptyDir" in volumes["registry"]
    assert volumes["signers"]["configMap"]["name"] == keys["metadata"]["name"]
    [follow], [service] = pod["initContainers"], pod["containers"]
    for container in follow, service:
        assert container["image"] and container["securityContext"]["readOnlyRootFilesystem"]
        for mount in container["volumeMounts"]:
            assert mount["name"] in volumes and "subPath" not in mount
    mounts = {mount["name"]: mount for mount in follow["volumeMounts"]}
    arguments = dict(word.split("=") for word in follow["args"][1:])
    assert arguments["--output"] == mounts["registry"]["mountPath"] and not mounts["registry"].get("readOnly")
    folder, name = arguments["--signers"].rsplit("/", 1)
    assert folder == mounts["signers"]["mountPath"] and name in keys["data"]
    assert service["volumeMounts"] == [{**mounts["registry"], "readOnly": True}]
    link = arguments["--output"] + "/current.db"
    assert service["args"] == [link] and follow["restartPolicy"] == "Always"
    for probe in "startupProbe", "readinessProbe":
        assert follow[probe]["exec"]["command"] == ["test", "-e", link]
    print(shlex.join(follow["command"] + follow["args"]))
    """

  /// systemd and the kubelet give folders and the file of keys as links.
  @Test(.enabled(if: needs, "python3 and ssh-keygen are needed"))
  func `the commands of the unit and of the manifest follow a channel`() throws {
    if (try? Command("python3", ["-c", "import yaml"], in: "/").run().status) != 0 {
      try Test.cancel("PyYAML (python3-yaml) is not installed")
    }
    let folder = try TemporaryFolder()
    try Data(Self.manifest.utf8).write(to: URL(filePath: folder.file("manifest.py")))
    let result = try ExampleScript.run(
      try ExampleScript.channel + """
        here() {
          sed -E -e "s#^(/usr/bin/)?admin #$program #; s#https://[^ ]*/channels/production#$url#" \\
            -e "s#/etc/registry/#keys/#" \\
            -e 's#[$][{]STATE_DIRECTORY[}]#state#; s#=/registry$#=registry#; s#60s#1s#'
        }
        unit() { sed -n "s/^$1=-*//p" '\(Self.files)/registry-follow.service' | here; }
        has() { [ "$(readlink -f $1/current.db | sed 's#.*/##')" = registry-$2.db ]; }
        publish 1.0; serve
        mkdir keys private private/state registry; ln -s private/state state
        mkdir keys/data; mv signers keys/data; ln -s data/signers keys/signers
        eval "$(unit ExecStartPre)" && has state 1.0 && echo first
        eval "$(unit ExecStart) & follower=\\$!"
        eval "$(python3 manifest.py '\(Self.files)/deployment.yaml' | here) & other=\\$!"
        wait_for has registry 1.0
        publish 2.0; wait_for has state 2.0 && wait_for has registry 2.0 && echo second
        kill $follower $other $server
        """, in: folder)
    #expect(result.output.hasPrefix("state/current.db\t1.0\t") && result.output.contains("\nfirst\n"))
    #expect(result.output.hasSuffix("\nsecond\n"), "\(result.error)")
  }
}
