import Foundation
import PackagePlugin

/// Generates a Swift source file from `migrations/*.sql` and `seed.sql`, for the target that applies the plugin.
///
/// The plugin itself checks nothing. `embed-sql` checks the file names and texts, so that an error fails the build and
/// not the planning of it.
@main
struct EmbedSQL: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let migrations = root.appending(path: "migrations")
    let files = try FileManager.default.contentsOfDirectory(at: migrations, includingPropertiesForKeys: nil)
      .filter { !$0.lastPathComponent.hasPrefix(".") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    let seed = root.appending(path: "seed.sql")
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSQL.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(files.count) migrations and the seed",
        executable: try context.tool(named: "embed-sql").url,
        arguments: [output.path(percentEncoded: false), seed.path(percentEncoded: false)]
          + files.map { $0.path(percentEncoded: false) },
        inputFiles: files + [seed],
        outputFiles: [output]
      )
    ]
  }
}
