import ArgumentParser
import Registry

/// The options of commands that write a file of separated values.
struct ExportOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file, which ends in .csv or .tsv; '-' is standard output.", valueName: "file"))
  var output: PathArgument

  @Option(name: .customLong("as"), help: "The format: csv or tsv; else what the name of the file ends in, else tsv.")
  var format: DelimitedFormat?

  @Flag(help: "Begin with a byte order mark, which some spreadsheets need to read UTF-8.")
  var bom = false

  @Flag(help: "Replace the file if it exists.")
  var force = false

  func validate() throws {
    if chosenFormat == nil {
      throw ValidationError("The name of the file ends in neither .csv nor .tsv; choose with --as.")
    }
  }

  private var isStandardOutput: Bool { output.path.bytes == Array("-".utf8) }

  private var chosenFormat: DelimitedFormat? {
    format ?? (isStandardOutput ? .tsv : DelimitedFormat.allCases.first { output.path.bytes.suffix(4) == $0.suffix })
  }

  /// Writes the rows, the first of which names the columns, and reports how many things they are about.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - noun: A word for one of the things.
  ///   - count: The number of things.
  ///   - shared: Says how to print the report.
  func write(_ rows: [[String]], of noun: String, count: Int, in shared: SharedOptions) throws {
    let text = (bom ? "\u{FEFF}" : "") + rows.map((chosenFormat ?? .tsv).line).joined()
    if isStandardOutput { return try shared.console.printFile(text) }
    do throws(RegistryError) {
      try WholeFile.write(Array(text.utf8), to: output.path, replacesFile: force)
    } catch {
      let isKept = error.code == .fileExists && !force
      throw CommandFailure(error, hint: isKept ? "Choose another name, or replace it with --force." : nil)
    }
    try shared.console.print(
      WriteReport(
        sentence: "\(output.path) written: \(counted(count, noun)).",
        values: [.cell("path", .string(output.path.description)), .cell("\(noun)s", .integer(count))]))
  }
}

extension DelimitedFormat: ExpressibleByArgument {
  /// The end of the name of a file.
  fileprivate var suffix: ArraySlice<UInt8> { Array(".\(rawValue)".utf8)[...] }
}
