// Reads patterns from standard input and writes what they format to, for the comparison with ICU: Tests/Messages.
//
// A line has the locale, the pattern and the arguments, separated by tabs: `count=#3` is a number, `name=~text` a text.
// The answer is `=` and the text, or `!` and the error. A pattern that cannot be parsed begins with `?`.
import MessageFormat

while let line = readLine() {
  let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
  var values: [String: MessageValue] = [:]
  for field in fields.dropFirst(2) {
    guard let equals = field.firstIndex(of: "=") else { continue }
    let value = field[equals...].dropFirst()
    let rest = String(value.dropFirst())
    if value.hasPrefix("#"), let number = MessageNumber(rest) {
      values[String(field[..<equals])] = .number(number)
    } else {
      values[String(field[..<equals])] = .text(rest)
    }
  }
  do {
    let pattern = try MessagePattern(String(fields[1]), locale: String(fields[0]))
    do {
      let text = try pattern.format(values)
      print("=\(text)")
    } catch {
      print("!\(error.message)")
    }
  } catch {
    print("?\(error.message)")
  }
}
