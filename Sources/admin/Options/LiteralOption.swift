import ArgumentParser

/// The option of commands that take texts from a file.
struct LiteralOption: ParsableArguments {
  @Flag(help: "The texts of the file are no patterns: show braces and doubled apostrophes as they are.")
  var literal = false
}
