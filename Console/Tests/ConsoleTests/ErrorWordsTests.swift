import Foundation
import Registry
import Testing

@testable import Console

@Suite struct ErrorWordsTests {
  /// The codes of errors that no request to the console can cause. They get the general sentence.
  private static let others: Set<String> = [
    // Opening another file than a registry, which ends the program at its start, and reading snapshots.
    "not-a-registry", "not-a-snapshot", "divergent-schema", "unverified", "downgrade", "manifest-mismatch",
    // The file of the registry, about which `RegistryErrorText` says more.
    "busy", "file-replaced", "file-not-found", "migration-pending", "newer-schema", "corrupt", "interrupted-writer",
    "sidecar", "read-only", "disk-full", "not-durable",
    // Creating registries and releases.
    "file-exists", "release-exists", "release-not-found", "unfit",
    // Publishing releases and following them.
    "channel-changed", "invalid-pointer", "untrusted-pointer", "unreachable", "invalid-signers", "stale-channel",
    // Editing codes, categories and languages, importing, and filling in arguments.
    "invalid-symbol", "invalid-number", "invalid-key", "invalid-range", "invalid-rows", "missing-argument",
    "wrong-argument-kind",
    // What SQLite reports and nothing is known about.
    "failed",
  ]

  @Test func `every code of an error has a sentence, or cannot come from a request`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/RegistryCatalog/Values/RegistryError.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    let codes = source.matches(of: /Self\("([a-z-]+)"/).map { String($0.output.1) }
    #expect(codes.count > 40)
    // Two sentences are for parts of what a code means, and one is for all other codes.
    let known = Set(Words.english.errors.keys).subtracting(["empty-text", "source-arguments-differ", "other"])
    #expect(known.union(Self.others) == Set(codes))
    #expect(known.isDisjoint(with: Self.others))
  }

  /// Returns the error of a call.
  private func error(_ body: () throws(RegistryError) -> Void) throws -> RegistryError {
    do { try body() } catch { return error }
    throw CancellationError()
  }

  private func said(_ text: String, _ words: Words, source: String? = nil) throws -> String {
    let error = try error { () throws(RegistryError) in
      try TextRules.validateMessage(text, in: .arabic)
      if let source { try TextRules.validateArguments(of: text, asIn: source) }
    }
    return words.phrases(for: error, text: text, in: Words.arabic.language).map(\.text).joined(separator: " ")
  }

  @Test func `a refused text is answered with what is wrong in it`() throws {
    #expect(try said(" \u{200B} ", .english).hasPrefix("The text is empty"))
    #expect(try said("", .arabic).hasPrefix("النص فارغ"))
    #expect(try said("رمز \u{200F}OTP", .english).contains("right-to-left mark"))
    #expect(try said("a\u{1B}b", .simplifiedChinese).contains("看不见的字符"))
    #expect(try said(String(repeating: "ا", count: 4_001), .english).contains("4,000"))
    let pattern = try said("المبلغ {amount", .arabic)
    #expect(pattern.contains("8") && pattern.contains("المبلغ {amount"), "\(pattern)")
  }

  @Test func `arguments that differ are named`() throws {
    #expect(try said("{a} {b}", .english, source: "{a}").contains("{b}"))
    #expect(try said("{a}", .arabic, source: "{a} {b}") == "ينقص النص {b} الموجود في النص الأصلي. أضفه.")
    let both = try said("{a} {c}", .simplifiedChinese, source: "{a} {b}")
    #expect(both.contains("{b}") && both.contains("{c}"))
    #expect(try said("{a, number}", .english, source: "{a}").contains("in another way"))
  }

  @Test func `an error that nobody expected is answered with its code`() throws {
    let error = RegistryError.unreadable("reason")
    #expect(Words.arabic.phrases(for: error).first?.text.hasPrefix("حدث خطأ في القرص") == true)
  }
}
