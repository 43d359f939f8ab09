"""Writes the pictures of docs/console.md: two pages in each language of the interface."""

import os
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from conftest import ARGUMENTS, LANGUAGES
from console import Console
from pages import fill, open_page
from person import Person, context_options

FOLDER = Path("docs/pictures")
SIZE = {"width": 1040, "height": 880}


def take(person: Person, name: str, language: str) -> None:
    path = FOLDER / f"{name}-{language}.png"
    height = min(SIZE["height"], person.page.evaluate("document.documentElement.scrollHeight"))
    person.page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": SIZE["width"], "height": height})
    # 64 colours are enough for a page of text, and make the file a third as large.
    Image.open(path).convert("RGB").quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path}: {path.stat().st_size} bytes")


def main() -> None:
    # A fixed time, so that the pictures do not change from day to day.
    os.environ["SOURCE_DATE_EPOCH"] = "1769860800"
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        registry = Path(folder, "registry.db")
        fill(registry)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for language in LANGUAGES:
            console = Console(registry, "layla")
            context = browser.new_context(**context_options(language) | {"viewport": SIZE})
            person = Person(context, console)
            person.sign_in()
            person.go("/codes/1403?from=/texts?category=payment")
            take(person, "code", language)
            open_page(person, "conflict")
            person.page.evaluate("document.activeElement.blur()")
            take(person, "conflict", language)
            context.close()
            console.stop()
        browser.close()


if __name__ == "__main__":
    main()
