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

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let verified = try SnapshotFile(verifying: file.path, manifest: manifest?.path)
    let console = shared.console
    if !verified.hasManifest {
      console.note("There is no manifest beside it: only what the file says of itself was checked.")
    }
    var members = JSON.snapshot(verified, path: file.path)
    members["verdict"] = .string("ok")
    try console.print(
      "\(file.path) is release \(verified.info.release), revision \(verified.info.revision), unchanged.",
      row: [file.path.description, "ok", verified.info.release, "\(verified.info.revision)"], json: .object(members))
  }
}
