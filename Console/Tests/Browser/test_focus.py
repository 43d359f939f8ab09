"""What stays in sight while a page is scrolled covers nothing that has the focus (WCAG 2.4.11)."""

import pytest
from playwright.sync_api import expect

from console import Console

COVERED = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const box = focused.getBoundingClientRect();
  const bars = [...document.querySelectorAll('.bar, .notice.news, .trail')].filter((bar) => !bar.contains(focused)
    && getComputedStyle(bar).position === 'sticky');
  const covering = bars.find((bar) => {
    const other = bar.getBoundingClientRect();
    return Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1
      && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1;
  });
  const isOutside = box.bottom < 1 || box.top > innerHeight - 1;
  const name = focused.outerHTML.slice(0, 120);
  if (covering && !focused.closest('.spoken, .skip')) return `${covering.className} covers ${name}`;
  return isOutside && !focused.closest('.spoken, .skip') ? `out of sight: ${name}` : name;
}"""


def walk(person, key: str) -> list[str]:
    """Presses a key until the focus has been everywhere, and returns what was covered."""
    person.page.evaluate("document.activeElement.blur()")
    seen, complaints = 0, []
    for _ in range(400):
        person.page.keyboard.press(key)
        found = person.page.evaluate(COVERED)
        if found is None:
            if seen > 0:
                break
            continue
        seen += 1
        if not found.startswith("<"):
            complaints.append(found)
    assert seen > 20, "the page has many things that can have the focus"
    return complaints


@pytest.mark.parametrize(
    "width", [320, pytest.param(660, marks=pytest.mark.slow), pytest.param(1280, marks=pytest.mark.slow)])
@pytest.mark.parametrize("path", ["/codes/1402?from=/texts?language=ar", "/review?language=ar"])
def test_no_bar_covers_what_has_the_focus(registry, enter, language, path, width):
    layla = enter(language=language, width=width)
    layla.page.set_viewport_size({"width": width, "height": 600})
    layla.go(path)
    if "codes" in path:
        Console.admin(registry, "translation", "set", "1402", "ar", "رصيدك غير كافٍ")
        layla.page.evaluate("dispatchEvent(new Event('focus'))")
        expect(layla.page.locator(".news")).to_be_visible()
    complaints = walk(layla, "Tab") + walk(layla, "Shift+Tab")
    assert complaints == [], "\n".join(complaints)
