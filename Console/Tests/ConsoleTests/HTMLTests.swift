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

  @Test func `a symbol is broken after an underscore`() {
    #expect(HTML.code("A_B_").markup == "<code dir=\"ltr\">A_<wbr>B_<wbr></code>")
    #expect(HTML.code("<_&").markup == "<code dir=\"ltr\">&lt;_<wbr>&amp;</code>")
  }

  @Test func `a note has the language of its first letter, and is isolated`() {
    let languages = Words.languages.map(\.language)
    for (note, tag) in [
      ("“Not” الرصيد", "en"), ("1. ليس الرصيد المتاح (balance)", "ar"), ("不是余额", "zh-Hans"), ("é", "en"),
    ] {
      #expect(languages.language(ofNote: note)?.tag.description == tag, "\(note)")
    }
    for note in ["", "123 …", "ελληνικά", "あ"] {
      #expect(languages.language(ofNote: note) == nil, "\(note)")
      #expect(HTML.note(note, languages).markup == "<bdi dir=\"auto\">\(note)</bdi>")
    }
    #expect(HTML.note("نص", languages, as: "q").markup == "<q lang=\"ar\" dir=\"rtl\">نص</q>")
    #expect(HTML.note("نص", [Words.english.language]).markup == "<bdi dir=\"auto\">نص</bdi>")
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
