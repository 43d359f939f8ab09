import ArgumentParser
import Registry

/// Verifies a snapshot.
struct SnapshotVerify: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Recompute everything that a snapshot and its manifest promise.",
    discussion: """
      Size and SHA-256 against the manifest beside it, format, exact schema, integrity, references, content digest \
      and counts. Exits with 2 for a sound file that is not the manifest's, with 7 for a damaged or changed one. The \
      name of a recorded release, when there is no such file, replays it from the history and compares it with the \
      recorded digest.
      """)

  @Argument(help: "The snapshot, or the name of a release.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @Option(help: "Its manifest; else the one beside it, where there is one.", completion: .file(extensions: ["json"]))
  var manifest: PathArgument?

  @Flag(help: "Refuse a snapshot without a manifest.")
  var requireManifest = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let console = shared.console
    do {
      let verified = try SnapshotFile(
        verifying: file.path, manifest: manifest?.path, requiresManifest: requireManifest)
      if !verified.hasManifest {
        console.note("There is no manifest beside it: only what the file says of itself was checked.")
      }
      let info = verified.info
      try console.print(
        Self.report(
          "\(file.path) is release \(info.release), revision \(info.revision), unchanged.", path: file.path.description,
          release: info.release, revision: info.revision, verified.facts(path: file.path)))
    } catch let error as RegistryError where error.code == .fileNotFound && manifest == nil && !requireManifest {
      let release = try RecordedRelease(file.path.description, in: LazyRegistry(shared))
      let record = release.record
      try console.print(
        Self.report(
          "The history reproduces release \(record.name), revision \(record.revision). No file was examined.",
          path: nil,
          release: record.name, revision: record.revision, release.facts))
    }
  }

  private static func report(
    _ sentence: String, path: String?, release: String, revision: Int, _ facts: Facts
  ) -> WriteReport {
    WriteReport(
      sentence: sentence,
      values: [
        .cell("path", .init(path)), .cell("verdict", .string("ok")), .cell("release", .string(release)),
        .cell("revision", .integer(revision)),
      ] + (facts.values.map { .member($0.name, $0.value) } + facts.besides.map { .member($0.key, $0.value) }))
  }
}
