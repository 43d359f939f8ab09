"""From what a customer saw to the code."""

import pytest
from playwright.sync_api import expect

from console import Console


@pytest.fixture
def balance(registry):
    Console.admin(
        registry, "code", "add", "1450", "--symbol", "BALANCE_TOO_LOW", "--category", "payment", "--text",
        "Your balance of {amount} riyals is insufficient")
    Console.admin(registry, "translation", "set", "1450", "ar", "رصيدك {amount} ريال غير كافٍ")
    Console.admin(registry, "translation", "set", "1450", "zh-Hans", "您的余额 {amount} 里亚尔不足")


def search(person, text: str) -> None:
    person.write(person.page.locator("#find"), text)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


@pytest.mark.parametrize(
    "seen",
    ["رصيدك 500 ريال غير كافٍ", "您的余额 500 里亚尔不足", "Your balance of 500 riyals is insufficient"],
    ids=["ar", "zh-Hans", "en"])
def test_a_message_with_its_amount_leads_to_the_code(balance, enter, language, script, seen):
    layla = enter(language=language, script=script)
    search(layla, seen)
    first = layla.page.locator("ol.plain > li").first
    expect(first).to_contain_text("500")
    expect(first.locator("code").nth(1)).to_have_text("amount")
    layla.press_on(first.locator("a").first)
    layla.page.wait_for_url("**/codes/1450*")
    expect(layla.field("ar")).to_have_value("رصيدك {amount} ريال غير كافٍ")


def test_a_number_or_a_symbol_goes_straight_to_its_page(enter, script):
    layla = enter(script=script)
    for text in ("1402", "insufficient_balance"):
        search(layla, text)
        layla.page.wait_for_url("**/codes/1402")


def test_nothing_found_says_so_and_keeps_what_was_typed(enter, language, script):
    layla = enter(language=language, script=script)
    search(layla, "qqqq")
    says = {"en": "No code", "ar": "لا يوجد رمز", "zh-Hans": "没有"}[language]
    expect(layla.page.locator("main")).to_contain_text(says)
    expect(layla.page.locator("#find")).to_have_value("qqqq")


def test_a_slash_goes_to_the_search_but_not_from_a_field(enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.page.keyboard.press("/")
    expect(layla.page.locator("#find")).to_be_focused()
    layla.reach(layla.field("zh-Hans"))
    layla.page.keyboard.press("End")
    layla.page.keyboard.type("/")
    expect(layla.field("zh-Hans")).to_have_value("余额不足/")


def test_the_key_of_the_slash_goes_to_the_search_on_an_arabic_keyboard(enter):
    layla = enter(language="ar")
    layla.go("/codes/1402")
    # The keyboard of the test is an English one, so the event is made as an Arabic one makes it.
    layla.page.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'ظ', code: 'Slash'}))")
    expect(layla.page.locator("#find")).to_be_focused()


def test_words_stay_words_in_the_field_of_the_search(enter, script):
    layla = enter(script=script)
    search(layla, "insuficient balanse 100%")
    expect(layla.page.locator("#find")).to_have_value("insuficient balanse 100%")
    expect(layla.page.locator("main")).to_contain_text("INSUFFICIENT_BALANCE")
