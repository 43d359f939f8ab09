"""Removing a text, after a question, and bringing it back."""

from playwright.sync_api import expect

from test_edit import stored

TEXT = "الرصيد غير كافٍ"


def ask_to_remove(person) -> None:
    person.send(person.page.locator("button[formaction$='/texts/ar/remove']"))
    expect(person.page.locator("blockquote [lang=ar]")).to_have_text(TEXT)


def test_a_text_is_removed_after_a_question_and_the_notice_brings_it_back(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    ask_to_remove(layla)
    assert stored(registry, 1402, "ar") == TEXT, "the question removes nothing"
    layla.send(layla.page.locator("button[name=sure]"))
    expect(layla.notice).to_be_visible()
    if script:
        layla.has_focus(layla.notice)
    expect(layla.field("ar")).to_have_value("")
    expect(layla.page.locator("button[formaction*='/texts/ar/']")).to_have_count(0)
    layla.send(layla.notice.locator("button"))
    expect(layla.field("ar")).to_have_value(TEXT)
    assert stored(registry, 1402, "ar") == TEXT


def test_keeping_a_text_keeps_what_was_typed_elsewhere(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("zh-Hans"), "账户余额不足")
    layla.write(layla.page.locator("#note"), "更短")
    ask_to_remove(layla)
    layla.send(layla.page.locator("button[formaction$='/typed']"))
    expect(layla.field("ar")).to_have_value(TEXT)
    expect(layla.field("zh-Hans")).to_have_value("账户余额不足")
    expect(layla.page.locator("#note")).to_have_value("更短")
    assert stored(registry, 1402, "ar") == TEXT
    layla.write(layla.field("zh-Hans"), "余额不足")
    layla.write(layla.page.locator("#note"), "")
