"""Accepting texts of others, and taking operations back."""

import re

from playwright.sync_api import expect

from console import Console
from test_edit import stored


def test_several_texts_are_accepted_together_and_none_of_ones_own(registry, enter, language, script):
    for code in ("1402", "1403", "1404"):
        Console.admin(registry, "translation", "set", code, "zh-Hans", f"余额不足{code}")
    Console.admin(registry, "translation", "set", "1405", "zh-Hans", "自己写的", actor="layla")
    layla = enter(language=language, script=script)
    layla.go("/review?language=zh-Hans")
    expect(layla.page.locator("input[name=pick-1405-zh-Hans]")).to_have_count(0)
    for code in ("1402", "1404"):
        layla.press_on(layla.page.locator(f"input[name=pick-{code}-zh-Hans]"), "Space")
    layla.press_on(layla.page.locator("button[name=as][value=reviewed]"))
    layla.page.wait_for_url(re.compile("done="))
    expect(layla.notice).to_be_visible()
    if script:
        layla.has_focus(layla.notice)
    states = Console.admin(
        registry, "translation", "list", "--language", "zh-Hans", "--state", "reviewed", "--format", "tsv")
    assert [line.split("\t")[0] for line in states.splitlines()[-2:]] == ["1402", "1404"]


def test_one_box_ticks_all_texts_of_the_page_and_their_number_is_said(registry, enter, language):
    for code in ("1402", "1403"):
        Console.admin(registry, "translation", "set", code, "zh-Hans", f"余额不足{code}")
    layla = enter(language=language)
    layla.go("/review?language=zh-Hans")
    boxes = layla.page.locator("input[name^=pick-]")
    layla.press_on(layla.page.locator("input[data-all]"), "Space")
    expect(layla.page.locator("#picked")).to_contain_text(str(boxes.count()))
    assert all(box.is_checked() for box in boxes.all())
    layla.press_on(layla.page.locator("input[data-all]"), "Space")
    assert not any(box.is_checked() for box in boxes.all())


def test_an_undo_in_the_notice_can_be_redone_there(registry, enter, language, script):
    Console.admin(registry, "translation", "set", "1402", "ar", "الرصيد لا يكفي", actor="layla")
    layla = enter(language=language, script=script)
    layla.go("/codes/1402?done=2")
    layla.send(layla.notice.locator("button"))
    assert stored(registry, 1402, "ar") == "الرصيد غير كافٍ"
    redo = {"en": "Redo", "ar": "إعادة التعديل", "zh-Hans": "重做"}[language]
    expect(layla.notice.locator("button")).to_have_text(redo)
    layla.send(layla.notice.locator("button"))
    assert stored(registry, 1402, "ar") == "الرصيد لا يكفي"


def test_a_text_that_changed_meanwhile_is_shown_again_and_nothing_is_accepted(registry, enter, script):
    Console.admin(registry, "translation", "set", "1402", "ar", "رصيدك غير كافٍ")
    layla = enter(script=script)
    layla.go("/review?language=ar")
    Console.admin(registry, "translation", "set", "1402", "ar", "الرصيد لا يكفي")
    layla.press_on(layla.page.locator("input[name=pick-1402-ar]"), "Space")
    layla.press_on(layla.page.locator("button[name=as][value=reviewed]"))
    expect(layla.page.locator("[role=alert]")).to_be_visible()
    expect(layla.page.locator("main")).to_contain_text("الرصيد لا يكفي")
    if script:
        layla.has_focus(layla.page.locator("[role=alert]"))
    assert "reviewed" not in Console.admin(registry, "translation", "list", "--code", "1402", "--format", "tsv")


def test_an_old_operation_is_undone_after_its_preview_and_later_texts_stay(registry, enter, language, script):
    old = "1500\tar\tفشل رفع ملف\n1501\tar\tالملف تالف\n"
    Console.admin(registry, "translation", "import", "-", "--on-conflict", "overwrite", text=old)
    Console.admin(registry, "translation", "set", "1501", "ar", "الملف غير مطابق")
    layla = enter(language=language, script=script)
    layla.go("/operations/2")
    main = layla.page.locator("main")
    expect(main).to_contain_text("ملف")
    expect(main).to_contain_text("الملف غير مطابق")
    layla.write(layla.page.locator("#note"), "خطأ")
    layla.press_on(layla.page.locator("form[action='/operations/2/undo'] button"))
    layla.page.wait_for_url(re.compile("done=4"))
    expect(layla.notice).to_be_visible()
    assert stored(registry, 1500, "ar") == "فشل رفع الملف"
    assert stored(registry, 1501, "ar") == "الملف غير مطابق"
