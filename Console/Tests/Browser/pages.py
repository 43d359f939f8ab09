"""Every page of the console, and the registry that they are looked at with."""

import sqlite3
from pathlib import Path

from console import Console
from person import Person

TYPED = {"text-ar": "الرصيد لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1"}

PATHS = {
    "work": "/",
    "codes": "/codes",
    "codes-none": "/codes?state=retired",
    "code": "/codes/1402",
    "code-stale": "/codes/1403",
    "code-unfit": "/codes/1407",
    "code-missing": "/codes/1500",
    "code-arguments": "/codes/1450",
    "texts": "/texts?category=payment",
    "texts-none": "/texts?text=nothing+has+this",
    "review": "/review?language=ar",
    "review-none": "/review?language=en",
    "history": "/history",
    "history-none": "/history?language=en&actor=layla",
    "operation": "/operations/4",
    "operation-left-alone": "/operations/2",
    "operation-import": "/operations/1",
    "glossary": "/glossary",
    "checks": "/checks",
    "doctor": "/doctor",
    "help": "/help",
    "find": "/find?q=رصيدك 500 ريال غير كافٍ",
    "find-tied": "/find?q=OTP",
    "find-none": "/find?q=qqqq",
    "not-found": "/codes/9999999",
    "spent-link": "/once/spent",
}

POSTS = {
    "saved": ("/codes/1304", {"text-ar": "خطأ في الحساب البنكي", "base-ar": "x", "revision-ar": "1"}),
    "refused": ("/codes/1402", TYPED | {"text-ar": "الرصيد {"}),
    "impact": ("/codes/1304", {"text-en": "Blocked", "base-en": "Bank account error", "revision-en": "1"}),
    "conflict": ("/codes/1402", TYPED | {"note": "أقصر"}),
    "accept-nothing": ("/review", {"as": "reviewed"}),
}

VISITS = {
    "sign-in": lambda person: person.go("/codes/1402"),
    "sign-in-with-text": lambda person: person.post("/codes/1402", TYPED),
}
"""Pages for somebody who is not signed in."""

SIGNED_OUT = "signed-out"
NAMES = ["signing-in", *VISITS, *PATHS, *POSTS, SIGNED_OUT]
"""In the order in which one person can open them."""


def fill(registry: Path) -> None:
    """Makes a registry in which every page has something to show, with edits by two people."""

    def admin(*arguments: str, actor: str = "noura") -> None:
        Console.admin(registry, *arguments, actor=actor)

    admin("init")
    admin("translation", "set", "1402", "ar", "رصيدك غير كافٍ", "--note", "أوضح للدافع")
    admin("translation", "set", "1402", "ar", "رصيد حسابك غير كافٍ", "--note", "不是卡的余额")
    admin("translation", "set", "1402", "zh-Hans", "账户余额不足", "--note", "say whose balance it is")
    admin("translation", "set", "1403", "en", "This payment method is not supported", "--impact", "minor")
    admin("translation", "set", "1407", "en", "The currency is blocked", "--impact", "major", "--note", "new rule")
    admin("translation", "unset", "1500", "ar", "--yes", actor="layla")
    admin(
        "code", "add", "1450", "--symbol", "BALANCE_TOO_LOW", "--category", "payment", "--http-status", "402",
        "--retryable", "no", "--text", "Your balance of {amount} riyals is insufficient")
    admin("translation", "set", "1450", "ar", "رصيدك {amount} ريال غير كافٍ")
    admin("translation", "set", "1450", "zh-Hans", "您的余额 {amount} 里亚尔不足")
    admin(
        "code", "add", "1650", "--symbol", "TRIES_LEFT", "--category", "otp", "--text",
        "{count, plural, one {# try is left} other {# tries are left}}")
    admin("translation", "review", "1304", "1405", "--language", "ar", "--language", "zh-Hans", actor="noura")


def content(registry: Path) -> str:
    """Returns the texts of the registry and those that people type, which the interface shows as they are."""
    with sqlite3.connect(registry) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for table in tables for row in connection.execute(f'SELECT * FROM "{table}"')]
    typed = [value for _, fields in POSTS.values() for value in fields.values()]
    return "\n".join([value for row in rows for value in row if isinstance(value, str)] + typed)


def open_page(person: Person, name: str) -> None:
    """Opens a page for a person who is signed in."""
    if name in PATHS:
        person.go(PATHS[name])
    elif name in POSTS:
        person.post(*POSTS[name])
    else:
        person.go("/")
        person.press_on(person.page.locator("form[action='/sign-out'] button"))
        person.page.wait_for_url("**/sign-out")
