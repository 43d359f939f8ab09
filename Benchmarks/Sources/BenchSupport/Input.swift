import Glibc

/// Returns the lines of a file without their line breaks.
public func lines(of path: String) throws -> [String] {
  guard let file = fopen(path, "r") else { throw BenchFailure("\(path) cannot be opened.") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
}

/// Returns the numbers in a file, which has one number on each line.
public func numbers(of path: String) throws -> [Int] { try lines(of: path).compactMap { Int($0) } }
