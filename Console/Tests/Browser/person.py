"""A person at a browser, who uses the keyboard alone."""

import json

from urllib.parse import urlencode

from playwright.sync_api import Browser, BrowserContext, Locator, expect

from console import Console

LOCALES = {"en": "en-GB", "ar": "ar-SA", "zh-Hans": "zh-CN"}
WAIT = 60_000
"""How long a condition may take on a busy machine, in milliseconds."""

expect.set_options(timeout=WAIT)


def context_options(language: str, script: bool = True, width: int = 1280) -> dict:
    return dict(
        locale=LOCALES[language], java_script_enabled=script, reduced_motion="reduce",
        viewport={"width": width, "height": 800})


class Person:
    def __init__(self, context: BrowserContext, console: Console):
        context.set_default_timeout(WAIT)
        self.context = context
        self.console = console
        self.page = context.pages[0] if context.pages else context.new_page()
        self.complaints = []
        """What the browser reported: errors of scripts and of the policy, and requests to elsewhere."""
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)

    @classmethod
    def enter(
        cls, browser: Browser, console: Console, language: str = "en", script: bool = True, width: int = 1280
    ) -> "Person":
        """Opens a browser and signs in with the link of the console."""
        person = cls(browser.new_context(**context_options(language, script, width)), console)
        person.sign_in()
        return person

    def _heard(self, message) -> None:
        # A page with a status such as 409 is logged as a failed load by the browser.
        is_status = "status of 4" in message.text and "/-/assets/" not in message.location["url"]
        if message.type in ("error", "warning") and not is_status:
            self.complaints.append(message.text)

    def _asked(self, request) -> None:
        if not request.url.startswith((self.console.address, "data:")):
            self.complaints.append(f"a request to {request.url}")

    def sign_in(self) -> None:
        self.page.goto(self.console.link)
        self.send(self.page.locator("main button"))

    def go(self, path: str) -> None:
        self.page.goto(self.console.address + path)

    def post(self, path: str, fields: dict) -> None:
        """Opens a page that answers a form."""
        def send(route):
            route.continue_(
                method="POST", post_data=urlencode(fields),
                headers=route.request.headers | {"content-type": "application/x-www-form-urlencoded"})

        self.page.route(self.console.address + path, send, times=1)
        self.go(path)

    # The keyboard

    def reach(self, target: Locator) -> None:
        """Presses Tab until an element has the focus."""
        target.wait_for(state="attached")
        for _ in range(400):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}.")

    def press_on(self, target: Locator, key: str = "Enter") -> None:
        self.reach(target)
        self.page.keyboard.press(key)

    def send(self, button: Locator) -> None:
        """Presses a button, and waits for the page that answers."""
        self.reach(button)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def choose(self, radio: Locator) -> None:
        """Chooses a radio button: Tab reaches the group, and the arrows its buttons."""
        name = json.dumps(radio.get_attribute("name"))
        self.reach(self.page.locator(f"input[type=radio][name={name}]").first)
        self.page.keyboard.press("Space")
        for _ in range(10):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrows do not reach {radio}.")

    def write(self, field: Locator, text: str) -> None:
        """Replaces what is in a field."""
        self.reach(field)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)
        expect(field).to_have_value(text)

    # What the page shows

    def field(self, language: str) -> Locator:
        return self.page.locator(f"textarea[name=text-{language}]")

    @property
    def notice(self) -> Locator:
        return self.page.locator(".notice[role=status]")

    def has_focus(self, target: Locator) -> None:
        """Waits until an element, or one inside of it, has the focus."""
        handle = target.element_handle()
        self.page.wait_for_function("element => element.contains(document.activeElement)", arg=handle)

    def is_content(self) -> None:
        assert self.complaints == [], self.complaints
