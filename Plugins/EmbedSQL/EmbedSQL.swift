import Foundation
import PackagePlugin

/// Turns the top-level `migrations/*.sql` and `seed.sql` into one Swift source file of the target it is applied to.
/// What is wrong with a name or a number is said by `embed-sql`, so that it fails the build and not only the plan.
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
