import ArgumentParser
import Registry

/// Verifies a snapshot.
struct SnapshotVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute everything that a snapshot and its manifest promise.",
    discussion: """
      Size and SHA-256 against the manifest beside it, format, exact schema, integrity, references, content digest \
      and counts. Exits with 2 for a sound file that is not the manifest's, with 7 for a damaged or changed one.
      """)

  @Argument(help: "The snapshot.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @Option(help: "Its manifest; else the one beside it, where there is one.", completion: .file(extensions: ["json"]))
  var manifest: PathArgument?

  @Flag(help: "Refuse a snapshot without a manifest.")
  var requireManifest = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let verified = try SnapshotFile(
      verifying: file.path, manifest: manifest?.path, requiresManifest: requireManifest)
    let console = shared.console
    if !verified.hasManifest {
      console.note("There is no manifest beside it: only what the file says of itself was checked.")
    }
    let info = verified.info
    let rest = verified.facts(path: file.path)
    try console.print(
      WriteReport(
        sentence: "\(file.path) is release \(info.release), revision \(info.revision), unchanged.",
        values: [
          .cell("path", .string(file.path.description)), .cell("verdict", .string("ok")),
          .cell("release", .string(info.release)), .cell("revision", .integer(info.revision)),
        ] + (rest.values.map { .member($0.name, $0.value) } + rest.besides.map { .member($0.key, $0.value) })))
  }
}
