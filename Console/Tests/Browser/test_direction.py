"""Arabic in fields and on pages: where each character, the caret and the full stop are."""

import pytest
from playwright.sync_api import expect

from console import Console
from test_edit import save

TEXTS = ["الرصيد غير كافٍ (OTP).", "{amount} ريال غير كافٍ.", "OTP غير صحيح."]

BOXES = """node => [...node.data].map((_, at) => {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  const box = range.getBoundingClientRect();
  return (box.left + box.right) / 2;
})"""


def boxes_in_field(person, selector: str) -> list[float]:
    """Returns where the characters of a field are. They are where scripts of a page do not see them."""
    session = person.context.new_cdp_session(person.page)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    field = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    described = session.send("DOM.describeNode", {"nodeId": field, "depth": -1, "pierce": True})["node"]
    text = described["shadowRoots"][0]["children"][0]["children"][0]
    node = session.send("DOM.resolveNode", {"backendNodeId": text["backendNodeId"]})["object"]["objectId"]
    called = session.send("Runtime.callFunctionOn", {
        "functionDeclaration": f"function() {{ return ({BOXES})(this) }}", "objectId": node, "returnByValue": True})
    return called["result"]["value"]


def is_right_to_left(text: str, boxes: list[float]) -> None:
    """The first character is the rightmost one and the full stop the leftmost, and brackets open at the right."""
    arabic = [box for character, box in zip(text, boxes) if "\u0620" <= character <= "\u064a"]
    assert boxes[text.index(".")] < min(arabic), "the full stop is at the left end"
    if "(" in text:
        assert boxes[text.index("(")] > boxes[text.index("O")] > boxes[text.index(")")]
    if not text[0] > "\u0600":
        assert boxes[0] > max(arabic), "what the text begins with is at the right end"


@pytest.mark.parametrize("text", TEXTS, ids=["brackets", "an argument first", "Latin first"])
def test_an_arabic_text_runs_from_right_to_left_whatever_it_begins_with(registry, enter, language, script, text):
    layla = enter(language=language, script=script)
    if "{amount}" in text:
        Console.admin(
            registry, "code", "add", "1450", "--symbol", "LOW", "--category", "payment", "--text", "{amount} is low")
    code = "1450" if "{amount}" in text else "1402"
    layla.go(f"/codes/{code}")
    layla.write(layla.field("ar"), text)
    is_right_to_left(text, boxes_in_field(layla, "textarea[name=text-ar]"))
    save(layla)
    expect(layla.notice).to_be_visible()
    layla.go("/texts?language=ar&category=payment")
    shown = layla.page.locator("td > [lang=ar]", has_text=text).first
    is_right_to_left(text, shown.evaluate(f"element => ({BOXES})(element.firstChild)"))


def test_the_left_arrow_goes_forward_in_arabic_and_back_in_chinese(enter, language):
    layla = enter(language=language)
    layla.go("/codes/1402")
    caret = "element => element.selectionStart"
    for tag, key in (("ar", "ArrowLeft"), ("zh-Hans", "ArrowRight")):
        layla.reach(layla.field(tag))
        layla.page.keyboard.press("Home")
        assert layla.field(tag).evaluate(caret) == 0
        layla.page.keyboard.press(key)
        assert layla.field(tag).evaluate(caret) == 1


def test_what_is_typed_at_the_end_of_an_arabic_text_appears_at_its_left(enter, language):
    layla = enter(language=language)
    layla.go("/codes/1402")
    layla.reach(layla.field("ar"))
    layla.page.keyboard.press("End")
    layla.page.keyboard.insert_text(" (OTP).")
    is_right_to_left("الرصيد غير كافٍ (OTP).", boxes_in_field(layla, "textarea[name=text-ar]"))
    layla.write(layla.field("ar"), "الرصيد غير كافٍ")
