import Testing

@testable import Registry

/// Tests plans, which are computed from values without a file.
struct ReversalPlanTests {
  private let undo = Reversal(kind: .undo, root: 2)
  private let redo = Reversal(kind: .redo, root: 2)

  /// A row that operation 2 changed. The notation of `events` is that of `RowHistoryTests`: `2`, or `3u2` for its undo
  /// in operation 3.
  private func touched(
    _ row: RegistryRow, _ fields: [(name: String, before: FieldValue?, after: FieldValue?, current: FieldValue?)],
    events: String = "2", laterPart: Int? = nil, holdsCodes: Bool = false
  ) -> TouchedRow {
    TouchedRow(
      row: row,
      fields: fields.map { TouchedRow.Field(name: $0.name, before: $0.before, after: $0.after, current: $0.current) },
      history: RowHistory(RowHistoryTests.events(events)), laterPart: laterPart, holdsCodes: holdsCodes)
  }

  private func text(_ code: Int, events: String = "2", current: String = "new") -> TouchedRow {
    touched(.translation(code, .arabic), [("text", .text("old"), .text("new"), .text(current))], events: events)
  }

  @Test func `rows without later changes are written, row by row`() {
    let rows = [text(1402), text(1403)]
    let plan = ReversalPlan(undo, of: rows, source: .english)
    #expect(plan.groups == [[rows[0]], [rows[1]]])
    #expect(plan.conflicts.isEmpty && plan.kept.isEmpty)
  }

  @Test func `rows that refer to others are removed first and restored last`() {
    let rows = [
      text(1402, events: "2 3u2", current: "old"),
      touched(.statusCode(1402), [("symbol", .text("A"), .text("B"), .text("A"))], events: "2 3u2"),
    ]
    #expect(ReversalPlan(redo, of: rows, source: .english).groups == [[rows[1]], [rows[0]]])
  }

  @Test func `a row that already has its target values is not written`() {
    let plan = ReversalPlan(undo, of: [text(1402, events: "2 3u2", current: "old"), text(1403)], source: .english)
    #expect(plan.groups.map { $0.map(\.row) } == [[.translation(1403, .arabic)]])
  }

  @Test func `a row with a later change is a conflict that names the operation`() {
    let plan = ReversalPlan(undo, of: [text(1402, events: "2 5", current: "theirs"), text(1403)], source: .english)
    #expect(plan.conflicts.map(\.row.row) == [.translation(1402, .arabic)])
    #expect(plan.conflicts.map(\.reason) == [.changedSince(operation: 5)])
    #expect(plan.groups.count == 1, "the rest is done")
  }

  @Test func `a later change that was undone is no conflict`() {
    #expect(ReversalPlan(undo, of: [text(1402, events: "2 5 6u5")], source: .english).conflicts.isEmpty)
  }

  @Test func `a row with a value that no operation wrote is a conflict`() {
    let plan = ReversalPlan(undo, of: [text(1402, current: "e\u{301}")], source: .english)
    #expect(plan.conflicts.map(\.reason) == [.changedPastHistory])
    #expect(
      ReversalPlan(
        undo,
        of: [
          touched(.translation(1402, .arabic), [("text", .text("x"), .text("\u{E9}"), .text("e\u{301}"))])
        ], source: .english
      ).conflicts.count == 1, "values are compared by bytes")
  }

  @Test func `an added code keeps its source text and only becomes retired`() {
    let code = touched(
      .statusCode(1450),
      [("symbol", nil, .text("NEW"), .text("NEW")), ("state", nil, .text("active"), .text("deprecated"))])
    let source = touched(.translation(1450, .english), [("text", nil, .text("New"), .text("New"))])
    let other = touched(.translation(1450, .arabic), [("text", nil, .text("جديد"), .text("جديد"))])
    let plan = ReversalPlan(undo, of: [source, other, code], source: .english)
    #expect(plan.groups == [[other], [code]])
    #expect(code.target(.undo, in: ["symbol": .text("NEW")]) == ["symbol": .text("NEW"), "state": .text("retired")])
    #expect(code.target(.redo, in: [:]) == ["state": .text("active")])
    #expect(!code.isRemoved(by: .undo) && other.isRemoved(by: .undo))
  }

  @Test func `an added category is removed with its names as one group, and kept when it has codes`() {
    let category = touched(.category("k"), [("position", nil, .integer(9), .integer(9))])
    let name = touched(.categoryName("k", .english), [("name", nil, .text("K"), .text("K"))])
    #expect(ReversalPlan(undo, of: [category, name], source: .english).groups == [[category, name]])
    var held = category
    held.holdsCodes = true
    let plan = ReversalPlan(undo, of: [held, name], source: .english)
    #expect(plan.kept == ["k"])
    #expect(plan.groups.isEmpty && plan.conflicts.isEmpty)
  }

  @Test func `a later name of an added category is a conflict`() {
    let category = touched(.category("k"), [("position", nil, .integer(9), .integer(9))], laterPart: 7)
    let name = touched(.categoryName("k", .english), [("name", nil, .text("K"), .text("K"))])
    let plan = ReversalPlan(undo, of: [category, name], source: .english)
    #expect(plan.conflicts.map(\.reason) == [.changedSince(operation: 7)])
    #expect(plan.groups.isEmpty, "a group is written as a whole or not at all")
  }

  @Test func `a category that was only edited is one group without its names`() {
    let category = touched(.category("k"), [("position", .integer(8), .integer(9), .integer(9))], holdsCodes: true)
    let name = touched(.categoryName("k", .english), [("name", .text("J"), .text("K"), .text("K"))])
    #expect(ReversalPlan(undo, of: [category, name], source: .english).groups == [[category], [name]])
  }
}
