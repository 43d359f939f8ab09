"""Mending texts, and what every save says."""

import re

import pytest
from playwright.sync_api import expect

from console import Console


def save(person) -> None:
    person.send(person.page.locator("button[name=then][value=stay]").last)


def stored(registry, code: int, language: str) -> str:
    lines = Console.admin(registry, "translation", "list", "--code", str(code), "--language", language,
                          "--format", "tsv").splitlines()
    return lines[-1].split("\t")[-1]


def edits(registry, code: str) -> int:
    """Returns how many operations of layla have changed a code."""
    lines = Console.admin(registry, "history", code).splitlines()
    return len({line.split("\t")[0] for line in lines if "\tlayla\t" in line})


def test_an_arabic_text_is_mended_and_the_notice_undoes_it(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد لا يكفي")
    layla.write(layla.page.locator("#note"), "أوضح")
    save(layla)
    expect(layla.notice).to_be_visible()
    assert stored(registry, 1402, "ar") == "الرصيد لا يكفي"
    if script:
        layla.has_focus(layla.notice)
    layla.press_on(layla.notice.locator("button"))
    layla.page.wait_for_url(re.compile(r"done=3"))
    expect(layla.notice).to_be_visible()
    expect(layla.field("ar")).to_have_value("الرصيد غير كافٍ")
    assert stored(registry, 1402, "ar") == "الرصيد غير كافٍ"


def test_the_same_edit_twice_says_that_it_is_so_already(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    form = {"text-ar": "الرصيد لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1"}
    layla.write(layla.field("ar"), form["text-ar"])
    save(layla)
    layla.post("/codes/1402", form)
    expect(layla.notice).to_contain_text({"en": "already", "ar": "من قبل", "zh-Hans": "已"}[language])
    assert edits(registry, "1402") == 1


def test_two_presses_at_once_store_one_operation(registry, enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد لا يكفي")
    layla.reach(layla.page.locator("button[name=then][value=stay]").last)
    layla.page.evaluate("document.activeElement.click(); document.activeElement.click()")
    expect(layla.notice).to_be_visible()
    assert edits(registry, "1402") == 1


def test_save_and_next_goes_on_and_says_what_was_stored(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد لا يكفي")
    if script:
        layla.page.keyboard.press("Control+Enter")
    else:
        layla.press_on(layla.page.locator("button[name=then][value='1403']"))
    layla.page.wait_for_url(re.compile("/codes/1403"))
    expect(layla.notice).to_contain_text("1402")
    assert stored(registry, 1402, "ar") == "الرصيد لا يكفي"


def test_a_refused_text_stays_in_its_field_which_has_the_focus(registry, enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد {")
    save(layla)
    field = layla.field("ar")
    expect(field).to_have_value("الرصيد {")
    expect(field).to_have_attribute("aria-invalid", "true")
    message = layla.page.locator("#" + field.get_attribute("aria-describedby").split()[0])
    expect(message).not_to_be_empty()
    if script:
        expect(field).to_be_focused()
    assert stored(registry, 1402, "ar") == "الرصيد غير كافٍ"


@pytest.mark.parametrize("impact", ["typo", "minor", "major"])
def test_a_change_of_the_english_text_asks_what_it_means(registry, enter, language, script, impact):
    layla = enter(language=language, script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("en"), "The account was closed by its owner")
    save(layla)
    radio = layla.page.locator(f"input[name=impact][value={impact}]")
    expect(layla.page.locator("[role=alert]").first).to_be_visible()
    expect(layla.field("en")).to_have_value("The account was closed by its owner")
    if script:
        layla.has_focus(layla.page.locator("fieldset", has=radio).last)
    layla.choose(radio)
    save(layla)
    expect(layla.notice).to_be_visible()
    lines = Console.admin(registry, "translation", "list", "--stale", "--format", "tsv").splitlines()
    stale = sum(line.startswith("1402\t") for line in lines)
    assert stale == (0 if impact == "typo" else 2)


def test_the_question_about_the_english_text_waits_until_it_is_edited(enter):
    layla = enter()
    layla.go("/codes/1402")
    question = layla.page.locator("fieldset.impact")
    expect(question).to_be_hidden()
    layla.write(layla.field("en"), "Not enough balance")
    expect(question).to_be_visible()
    layla.write(layla.field("en"), "Insufficient balance")
    expect(question).to_be_hidden()


def test_a_button_about_a_stored_text_refuses_while_another_one_is_typed(registry, enter, script):
    Console.admin(registry, "translation", "set", "1402", "ar", "رصيدك غير كافٍ")
    layla = enter(script=script)
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد لا يكفي")
    layla.send(layla.page.locator("button[formaction$='/texts/ar/review']"))
    expect(layla.page.locator("[role=alert]").first).to_contain_text("not saved")
    expect(layla.field("ar")).to_have_value("الرصيد لا يكفي")
    assert stored(registry, 1402, "ar") == "رصيدك غير كافٍ"


def test_enter_in_a_text_neither_breaks_it_nor_submits_and_composing_goes_on(enter):
    layla = enter()
    layla.go("/codes/1402")
    field = layla.field("zh-Hans")
    layla.reach(field)
    layla.page.keyboard.press("End")
    layla.page.keyboard.press("Enter")
    keyboard = layla.context.new_cdp_session(layla.page)
    keyboard.send("Input.imeSetComposition", {"text": "zhang", "selectionStart": 5, "selectionEnd": 5})
    expect(field).to_have_value("余额不足zhang")
    # An input method has the Enter that ends a composition: the page sees it with isComposing.
    for modifiers in (0, 2):
        keyboard.send("Input.dispatchKeyEvent", {
            "type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13,
            "modifiers": modifiers})
    keyboard.send("Input.insertText", {"text": "账"})
    expect(field).to_have_value("余额不足账")
    assert layla.page.url.endswith("/codes/1402")
    expect(layla.notice).to_have_count(0)


def test_a_button_inserts_the_plural_that_the_translation_lacks(registry, enter, language):
    Console.admin(
        registry, "code", "add", "1650", "--symbol", "TRIES_LEFT", "--category", "otp", "--text",
        "{count, plural, one {# try is left} other {# tries are left}}")
    layla = enter(language=language)
    layla.go("/codes/1650")
    frame = "{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}"
    layla.press_on(layla.page.locator("button.insert", has_text=frame))
    expect(layla.field("ar")).to_have_value(frame)
    expect(layla.field("ar")).to_be_focused()
    expect(layla.page.locator("#preview-ar li")).to_have_count(6)
    layla.write(layla.field("ar"), "")


def test_the_checks_answer_while_somebody_types(enter, language):
    layla = enter(language=language)
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد {")
    found = layla.page.locator("#findings-ar")
    expect(found.locator(".error")).to_be_visible()
    assert found.get_attribute("role") == "status"
    layla.write(layla.field("ar"), "الرصيد لا يكفي")
    expect(found.locator(".error")).to_have_count(0)
    layla.write(layla.field("ar"), "الرصيد غير كافٍ")
