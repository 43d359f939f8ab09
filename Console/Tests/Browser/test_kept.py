"""What was typed survives the end of a session, of the server, of the page and of the browser."""

import sqlite3

import pytest
from playwright.sync_api import expect

from conftest import ARGUMENTS
from console import Console
from person import Person, context_options
from test_edit import save, stored

TYPED = "الرصيد لا يكفي"
NOTE = "أقصر"


def reason(registry) -> str | None:
    """Returns the reason of the newest operation."""
    with sqlite3.connect(registry) as connection:
        return connection.execute("SELECT note FROM operation ORDER BY id DESC").fetchone()[0]


def type_and_lose_the_session(person, end) -> None:
    person.go("/codes/1402")
    person.write(person.field("ar"), TYPED)
    person.write(person.page.locator("#note"), NOTE)
    end()
    save(person)
    expect(person.field("ar")).to_have_value(TYPED)
    expect(person.page.locator("[name=note]")).to_have_value(NOTE)


def sign_in_and_store(person, link: str, registry) -> None:
    person.write(person.page.locator("#sign-in-link"), link)
    person.send(person.page.locator("main form button").last)
    expect(person.field("ar")).to_have_value(TYPED)
    expect(person.page.locator("#note")).to_have_value(NOTE)
    assert stored(registry, 1402, "ar") != TYPED, "signing in stores nothing"
    save(person)
    expect(person.notice).to_be_visible()
    assert stored(registry, 1402, "ar") == TYPED
    assert reason(registry) == NOTE


def test_a_text_survives_the_end_of_the_session(registry, enter, language, script):
    layla = enter(language=language, script=script)

    def sign_out_elsewhere():
        other = layla.context.new_page()
        other.goto(layla.console.address)
        other.locator("form[action='/sign-out'] button").press("Enter")
        other.wait_for_url("**/sign-out")
        other.close()

    type_and_lose_the_session(layla, sign_out_elsewhere)
    sign_in_and_store(layla, layla.console.ask_for_link(), registry)


def test_a_text_survives_a_restart_of_the_server(registry, enter, language, script):
    layla = enter(language=language, script=script)
    type_and_lose_the_session(layla, layla.console.restart)
    sign_in_and_store(layla, layla.console.link, registry)


def test_after_signing_out_a_link_that_is_pasted_signs_in(enter, language, script):
    layla = enter(language=language, script=script)
    layla.go("/")
    layla.send(layla.page.locator("form[action='/sign-out'] button"))
    field, button = layla.page.locator("#sign-in-link"), layla.page.locator("form[action='/sign-in'] button")
    layla.write(field, "1402")
    layla.send(button)
    expect(layla.page.locator("[role=alert]")).to_be_visible()
    if script:
        layla.has_focus(layla.page.locator("[role=alert]"))
    layla.write(field, layla.console.ask_for_link())
    layla.send(button)
    expect(layla.page.locator("form[action='/sign-out'] button")).to_be_visible()


def test_a_text_survives_while_the_server_is_away(registry, enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), TYPED)
    port = layla.console.address
    layla.console.stop()
    with layla.page.expect_event("requestfailed"):
        layla.press_on(layla.page.locator("button[name=then][value=stay]").last)
    layla.complaints.clear()
    layla.console.start(int(port.rsplit(":", 1)[1]))
    layla.sign_in()
    layla.go("/codes/1402")
    draft = layla.page.locator(".draft button")
    layla.press_on(draft)
    expect(layla.field("ar")).to_have_value(TYPED)
    save(layla)
    assert stored(registry, 1402, "ar") == TYPED
    layla.complaints.clear()


def test_leaving_a_page_with_a_changed_field_asks_first(enter):
    layla = enter()
    layla.go("/codes/1402")
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    layla.page.on("dialog", stay)
    link = layla.page.locator("nav a").first
    # Text that nobody changed asks nothing.
    layla.reach(layla.field("ar"))
    layla.page.reload()
    assert asked == []
    layla.write(layla.field("ar"), TYPED)
    layla.page.keyboard.press("Shift+Tab")
    link.focus()
    with layla.page.expect_event("dialog"):
        layla.page.keyboard.press("Enter")
    assert asked == ["beforeunload"]
    expect(layla.field("ar")).to_have_value(TYPED)
    layla.write(layla.field("ar"), "الرصيد غير كافٍ")


def leave_without_saving(person, path: str) -> None:
    person.page.once("dialog", lambda dialog: dialog.accept())
    person.go(path)


def test_a_draft_does_not_overwrite_what_a_colleague_has_stored_since(registry, enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), TYPED)
    leave_without_saving(layla, "/codes")
    Console.admin(registry, "translation", "set", "1402", "ar", "رصيدك غير كافٍ")
    layla.go("/codes/1402")
    layla.press_on(layla.page.locator(".draft button"))
    expect(layla.field("ar")).to_have_value(TYPED)
    save(layla)
    expect(layla.page.locator("main")).to_contain_text("noura")
    assert stored(registry, 1402, "ar") == "رصيدك غير كافٍ"
    expect(layla.field("ar")).to_have_value(TYPED)
    save(layla)
    expect(layla.notice).to_be_visible()
    assert stored(registry, 1402, "ar") == TYPED


def test_a_draft_is_offered_to_the_person_who_typed_it_alone(enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), TYPED)
    leave_without_saving(layla, "/codes")
    for person, count in (("noura", 0), ("layla", 1)):
        layla.console.person = person
        layla.console.restart()
        layla.sign_in()
        layla.go("/codes/1402")
        expect(layla.page.locator(".draft")).to_have_count(count)


def test_a_reason_is_offered_again_until_it_is_stored(registry, enter, language):
    layla = enter(language=language)
    note, draft = layla.page.locator("#note"), layla.page.locator(".draft")
    layla.go("/codes/1402")
    layla.write(note, NOTE)
    leave_without_saving(layla, "/codes")
    layla.go("/codes/1402")
    expect(note).to_have_value("")
    expect(draft).to_contain_text(NOTE)
    layla.press_on(draft.locator("button"))
    expect(note).to_have_value(NOTE)
    expect(note).to_be_focused()
    expect(draft).to_have_count(0)
    layla.write(layla.field("ar"), TYPED)
    save(layla)
    assert reason(registry) == NOTE
    layla.go("/codes/1402")
    expect(draft).to_have_count(0)


@pytest.mark.parametrize("action", ["review", "remove"])
def test_a_reason_that_a_button_beside_a_text_has_used_is_offered_no_more(registry, enter, action):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.page.locator("#note"), NOTE)
    layla.send(layla.page.locator(f"button[formaction$='/texts/ar/{action}']"))
    if action == "remove":
        layla.send(layla.page.locator("button[name=sure]"))
    expect(layla.notice).to_be_visible()
    assert reason(registry) == NOTE
    layla.go("/codes/1402")
    expect(layla.field("ar")).to_be_attached()
    expect(layla.page.locator(".draft")).to_have_count(0)


def test_the_draft_of_a_refused_text_outlives_other_saves(registry, enter):
    layla = enter()
    layla.go("/codes/1402")
    layla.write(layla.field("ar"), "الرصيد {")
    save(layla)
    expect(layla.field("ar")).to_have_attribute("aria-invalid", "true")
    leave_without_saving(layla, "/codes/1403")
    layla.press_on(layla.page.locator("button[formaction$='/texts/ar/review']"))
    expect(layla.notice).to_be_visible()
    layla.go("/codes/1402")
    expect(layla.page.locator(".draft")).to_contain_text("الرصيد {")


def test_after_a_crash_of_the_browser_the_draft_is_offered(playwright, registry, start, tmp_path, language):
    profile = tmp_path / "profile"

    def browse():
        return playwright.chromium.launch_persistent_context(
            profile, executable_path="/usr/bin/chromium", args=ARGUMENTS, **context_options(language))

    context = browse()
    layla = Person(context, start())
    layla.sign_in()
    layla.go("/codes/1402")
    layla.write(layla.page.locator("#note"), NOTE)
    layla.write(layla.field("ar"), TYPED)
    # Chromium writes what pages keep to the disk some seconds later. A crash loses only what was typed since.
    files = profile / "Default" / "Local Storage" / "leveldb"
    for _ in range(600):
        log = b"".join(file.read_bytes() for file in files.glob("*.log"))
        if all(typed.encode("utf-16-le") in log for typed in (TYPED, NOTE)):
            break
        layla.page.wait_for_timeout(100)
    crash(context)
    context = browse()
    layla = Person(context, layla.console)
    layla.console.ask_for_link()
    layla.sign_in()
    layla.go("/codes/1402")
    expect(layla.field("ar")).to_have_value("الرصيد غير كافٍ")
    for text, field in ((TYPED, layla.field("ar")), (NOTE, layla.page.locator("#note"))):
        layla.press_on(layla.page.locator(".draft", has_text=text).locator("button"))
        expect(field).to_have_value(text)
        expect(field).to_be_focused()
    save(layla)
    assert stored(registry, 1402, "ar") == TYPED
    assert reason(registry) == NOTE
    layla.go("/codes/1402")
    expect(layla.page.locator(".draft")).to_have_count(0)
    context.close()
    layla.is_content()


def crash(context) -> None:
    closed = []
    context.on("close", lambda _: closed.append(True))
    try:
        context.new_cdp_session(context.pages[0]).send("Browser.crash")
    except Exception:  # The answer never comes.
        pass
    while not closed:
        try:
            context.pages[0].wait_for_timeout(50)
        except Exception:
            break
