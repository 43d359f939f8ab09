import Testing

@testable import TextFolding

@Suite struct TextFoldingTests {
}
