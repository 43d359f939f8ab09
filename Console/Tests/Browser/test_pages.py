"""Every page in every language, width and colour scheme."""

from pathlib import Path

import axe_playwright_python
import html5lib
import pytest

from console import Console
from conftest import LANGUAGES
from pages import NAMES, VISITS, content, fill, open_page
from person import Person, context_options

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
RULES = (Path(__file__).parent / "rules.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
VIEWS = [(width, scheme) for width in (320, 768, 1280) for scheme in ("light", "dark")]




class Readers:
    """One person for each language of the interface, so that a page needs no new browser."""

    def __init__(self, browser, registry: Path):
        self.browser, self.registry = browser, registry
        self.known = content(registry)
        self.people: dict[str, Person] = {}

    def open(self, language: str, name: str) -> Person:
        """Opens a page in a language."""
        if language not in self.people:
            console = Console(self.registry, "layla")
            self.people[language] = Person(self.browser.new_context(**context_options(language)), console)
            if name == "signing-in":
                self.people[language].page.goto(console.link)
                return self.people[language]
        person = self.people[language]
        if name in VISITS:
            visitor = Person(self.browser.new_context(**context_options(language)), person.console)
            VISITS[name](visitor)
            return visitor
        if not person.context.cookies():
            person.sign_in()
        open_page(person, name)
        return person

    def close(self) -> None:
        for person in self.people.values():
            person.context.close()
            person.console.stop()


@pytest.fixture(scope="module")
def readers(browser, tmp_path_factory):
    registry = tmp_path_factory.mktemp("pages") / "registry.db"
    fill(registry)
    readers = Readers(browser, registry)
    yield readers
    readers.close()


def number_of_case(language: str, name: str) -> int:
    return LANGUAGES.index(language) + NAMES.index(name)


def pytest_generate_tests(metafunc):
    """The share is each page in one language, width and colour scheme, which differ from page to page."""
    cases = [(language, name) for language in LANGUAGES for name in NAMES]
    if metafunc.config.getoption("share"):
        cases = [case for case in cases if number_of_case(*case) % len(LANGUAGES) == 0]
    metafunc.parametrize(("in_language", "name"), cases, ids=["-".join(case) for case in cases])


def test_a_page_is_accessible_and_whole(in_language, name, readers, pictures, pytestconfig):
    person = readers.open(in_language, name)
    page, complaints = person.page, []
    try:
        html5lib.HTMLParser(strict=True).parse(page.content())
    except html5lib.html5parser.ParseError as error:
        complaints.append(f"is not well-formed HTML: {error}")
    page.evaluate(AXE)
    views = VIEWS
    if pytestconfig.getoption("share"):
        views = [VIEWS[number_of_case(in_language, name) // len(LANGUAGES) % len(VIEWS)]]
    for width, scheme in views:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=pictures / f"{name}-{in_language}-{width}-{scheme}.png", full_page=True)
        found = page.evaluate(RULES, {"known": readers.known, "language": in_language})
        result = page.evaluate("tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })", TAGS)
        for violation in result["violations"]:
            places = [f"{node['html'][:160]} {node['failureSummary']}" for node in violation["nodes"][:3]]
            found.append(f"{violation['id']}: {violation['help']}: {' '.join(' '.join(places).split())}")
        complaints += [f"{width} {scheme}: {complaint}" for complaint in found]
    complaints += person.complaints
    person.complaints.clear()
    if name in VISITS:
        person.context.close()
    if complaints:
        pytest.fail("\n".join(dict.fromkeys(complaints)), pytrace=False)
