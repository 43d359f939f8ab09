"""What all tests share: the browser, a registry and its consoles, and which cases of a test are run."""

import os
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from console import Console
from person import Person

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--font-render-hinting=none"]
LANGUAGES = ["en", "ar", "zh-Hans"]


def pytest_addoption(parser):
    parser.addoption("--share", action="store_true", help="one case of each test")
    parser.addoption("--folder", default=".build/pictures", help="the folder for pictures of the pages")


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: not in the share")
    if config.getoption("share"):
        config.option.markexpr = "not slow"


def pytest_generate_tests(metafunc):
    """Runs a test that asks for a language in all of them, and one that asks for a script with and without it. The
    share is one of these cases, which differs from test to test."""
    names = [name for name in ("language", "script") if name in metafunc.fixturenames]
    if not names:
        return
    cases = [()]
    if "language" in names:
        cases = [case + (language,) for case in cases for language in LANGUAGES]
    if "script" in names:
        cases = [case + (script,) for case in cases for script in (True, False)]
    if metafunc.config.getoption("share"):
        cases = [cases[zlib.crc32(metafunc.function.__name__.encode()) % len(cases)]]
    names_of = {True: "with a script", False: "without a script"}
    ids = [", ".join(names_of.get(value, str(value)) for value in case) for case in cases]
    metafunc.parametrize(names, cases, ids=ids)


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture
def registry(tmp_path) -> Path:
    """A new registry."""
    path = tmp_path / "registry.db"
    Console.admin(path, "init")
    return path


@pytest.fixture
def start(registry):
    """Starts consoles that are stopped after the test."""
    consoles = []

    def start(person: str = "layla") -> Console:
        consoles.append(Console(registry, person))
        return consoles[-1]

    yield start
    for console in consoles:
        console.stop()


@pytest.fixture
def enter(browser, start):
    """Lets people in: each has a console and a browser."""
    people = []

    def enter(name: str = "layla", language: str = "en", script: bool = True, width: int = 1280) -> Person:
        people.append(Person.enter(browser, start(name), language, script, width))
        return people[-1]

    yield enter
    for person in people:
        person.context.close()
        person.is_content()


@pytest.fixture(scope="session")
def pictures(pytestconfig) -> Path:
    folder = Path(os.environ.get("INVOKED_IN", "."), pytestconfig.getoption("folder"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder
