import Registry
import Testing

struct RedoneAdditionTests {
  @Test(arguments: [StatusCode.State.active, .deprecated])
  func `a redo gives an added code the state that it was added with`(state: StatusCode.State) throws {
    let registry = try RegistryFixture()
    let code = StatusCode(number: 1450, symbol: "ADDED", category: "payment", state: state)
    try registry.edit { (editor) throws(RegistryError) in try editor.addCode(code, text: "Added") }
    try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1450") }.code.state == .retired)
    try registry.edit { (editor) throws(RegistryError) in try editor.redo() }
    #expect(try registry.open(.reading).read { try $0.details(ofCode: "1450") }.code == code)
  }
}
