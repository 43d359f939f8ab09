import Registry
import Testing

@testable import Console

@Suite struct HTMLTests {
  @Test func `an inserted text is escaped for elements and attributes`() {
    let text = "<script>\"'&"
    #expect(("<p title=\"\(text)\">\(text)</p>" as HTML).markup.count(of: "&lt;script&gt;&quot;&#39;&amp;") == 2)
    #expect(("\(HTML.code("<b>"))" as HTML).markup == "<code dir=\"ltr\">&lt;b&gt;</code>")
  }

  @Test func `a control character is shown, and kept in the value of a field`() {
    #expect(HTML(text: "a\u{202E}b\u{1B}").markup == "a\\u{202E}b\\u{1B}")
    #expect(HTML(exactly: "a\u{202E}b\r").markup == "a\u{202E}b&#13;")
    #expect(HTML(exactly: "\u{0}").markup == "\u{FFFD}")
  }

  @Test func `a text has the direction of its language, whatever it begins with`() {
    let html = HTML.text("OTP غير صحيح", in: Words.arabic.language)
    #expect(html.markup == "<span lang=\"ar\" dir=\"rtl\">OTP غير صحيح</span>")
  }
}

extension String {
  /// Returns how often a part is in the text.
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
