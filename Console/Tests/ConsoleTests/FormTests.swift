import NIOCore
import Registry
import Testing

@testable import Console

@Suite struct FormTests {
  private func form(_ text: String) throws -> Form { try Form(ByteBuffer(string: text)) }

  @Test func `fields are decoded as strict UTF-8`() throws {
    let form = try form("a=x+y%2B&text-ar=%D8%B1%D8%B5%D9%8A%D8%AF&empty=")
    #expect(form["a"] == "x y+")
    #expect(form["text-ar"] == "رصيد")
    #expect(form["empty"] == "")
    #expect(form["other"] == nil)
  }

  @Test(arguments: ["a=%F", "a=%GG", "a=%FF", "a=%C3%28", "a=1&a=2", "a=%ED%A0%80"])
  func `a form that is malformed or says something twice is refused`(text: String) {
    #expect(throws: (any Error).self) { try form(text) }
  }

  @Test func `the texts of a code are read with what they were made from`() throws {
    let typed = CodeForm(
      try form("text-ar=a%0D%0Ab%0D%0A&base-ar=a&revision-ar=4&text-en=x&base-en=y&impact=minor&note=+"))
    #expect(typed.fields.map(\.language) == ["ar", "en"])
    #expect(typed.fields.first?.typed == "a b")
    #expect(typed.fields.first?.revision == 4)
    #expect(typed.fields.map(\.isEdit) == [true, true])
    #expect(typed.impact == .minor)
    #expect(CodeForm(try form("text-en=x&base-en=x")).fields.first?.isEdit == false)
    let composed = try form("text-ar=%D8%A2&base-ar=%D8%A7%D9%93")
    #expect(CodeForm(composed).fields.first?.isEdit == true, "a letter composed in another way is another text")
  }
}
