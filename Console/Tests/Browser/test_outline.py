"""What a screen reader says on the main pages: landmarks, headings, groups and names, in the order of reading."""

import re

import pytest

BEFORE = [
    'link "Skip to the content"', "banner:", 'link "Status codes"', "search:",
    'searchbox "Find a code, or what a customer saw"', 'button "Find"', "navigation", 'link "My work"', "main:",
]
AFTER = ["contentinfo:", 'button "English" [pressed]', 'button "العربية"', 'button "简体中文"', 'button "Sign out"']
QUESTION = ['group "If you changed the English text', "radio", "radio", "radio"]
"""Without a script this always stands below the English text; a script shows it once that text is changed."""
PAGES = {
    "/": [
        'heading "My work" [level=1]', 'heading "English" [level=2]', "link", 'heading "العربية" [level=2]',
        'heading "Recent changes" [level=2]', 'link "Operation 1"', 'heading "Last release" [level=2]',
    ],
    "/codes/1402": [
        'heading "1402 INSUFFICIENT_BALANCE" [level=1]',
        'group "English en"', 'textbox "Text in English": Insufficient balance', *QUESTION, 'group "العربية ar"',
        'textbox "Text in Arabic": الرصيد غير كافٍ',
        'group "简体中文 zh-Hans"', 'textbox "Text in Simplified Chinese": 余额不足', 'textbox "Why', 'button "Save"',
        'button "Save and next"',
    ],
    "/review?language=ar": [
        'heading "Review" [level=1]', 'combobox "Language"', 'button "Filter"', "table:", 'columnheader "Code"',
        'checkbox "Accept as reviewed 200 Arabic"', 'link "200"', 'button "Accept as reviewed"',
        'button "Accept as final"',
    ],
    "/operations/1": ['heading "Operation 1" [level=1]', 'heading "Undo" [level=2]'],
}


@pytest.mark.parametrize("path", PAGES)
def test_a_reader_of_the_screen_finds_the_parts_of_a_page_in_order(enter, script, path):
    layla = enter(script=script)
    layla.go(path)
    outline = re.sub("[\u2068\u2069]", "", layla.page.locator("body").aria_snapshot()).splitlines()
    lines = iter(outline)
    parts = [part for part in BEFORE + PAGES[path] + AFTER if not (script and part in QUESTION)]
    for part in parts:
        assert any(part in line for line in lines), f"{part} is not where it should be in:\n" + "\n".join(outline)
