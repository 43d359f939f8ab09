"""The numbers and plural categories of every locale, ours beside those of ICU."""
import pathlib
import re
import subprocess
from decimal import Decimal

from icu4py.messageformat import MessageFormat

SOURCES = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources/MessageFormat/Languages"
NUMBERS = ["0", "1", "12", "123", "12345", "1234567", "123456789012", "-5", "-54321", "0.5", "-0.25", "12345.678"]
# Locales of CLDR 48 that ICU 78.3 does not carry, and fr-CH, whose group sign CLDR changed after 48.0.
ABSENT = {"bgn", "fr-CH", "ht", "jw", "lld", "ms-Arab-BN", "nr", "ss", "ts", "ve"}
CATEGORIES = "zero one two few many other".split()


def locales(name, array):
    """Returns the locales of a generated table."""
    source = (SOURCES / name).read_text(encoding="utf-8")
    part = source[source.index(f"static let {array}"):].split("\n  ]\n")[0]
    part = re.sub(r'"""\n(.*?)\n\s*"""', lambda match: '"' + re.sub(r"\s*\\\n\s*", " ", match[1].strip()) + '"', part,
                  flags=re.DOTALL)
    return [locale for row in re.findall(r'\(\s*"([^"]*)"', part) for locale in row.split()]


def ask(program, lines):
    """Returns the answers of format-message."""
    ours = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return ours.stdout.split("\n")[:-1]


def compare(program, plain):
    """Prints the differences, and returns their number and that of the comparisons."""
    cases = []
    for locale in locales("NumberData.swift", "latin"):
        if locale == "und" or locale in ABSENT:
            continue
        for style in ["", ",integer", ",percent"]:
            for number in NUMBERS:
                # DecimalFormat ignores the least number of digits with groups, which 1,200 % and ee would have.
                if style == ",percent" and number == "12" or locale == "ee":
                    continue
                cases.append((locale, f"{{n,number{style}}}", number, locale + "-u-nu-latn"))
    for array, kind in [("cardinal", "plural"), ("ordinal", "selectordinal")]:
        for locale in locales("PluralData.swift", array):
            # ICU has no rules for a locale whose parent is not a prefix, such as pt-AO. It takes those of pt.
            if locale.startswith("pt-") and locale != "pt-PT":
                continue
            large = ["999", "1000", "1001", "2000", "20000", "100000", "1000000", "5000000"]
            tenths = [f"{tenth // 10}.{tenth % 10}" for tenth in range(1, 200) if tenth % 10]
            for number in [*map(str, range(0, 250)), *large, *tenths]:
                cases.append((locale, kind, number, locale))
    known = {}
    lines = []
    for locale, pattern, number, _ in cases:
        if pattern.startswith("{"):
            lines.append(f"{locale}\t{pattern}\tn=#{number}")
            continue
        if (locale, pattern) not in known:
            tries = [f"{locale}\t{{n,{pattern},{word}{{}}other{{}}}}\tn=#0" for word in CATEGORIES[:5]]
            answers = ask(program, tries)
            known[locale, pattern] = [word for word, answer in zip(CATEGORIES, answers) if answer[0] == "="]
        forms = "".join(f"{word}{{{word}}}" for word in [*known[locale, pattern], "other"])
        lines.append(f"{locale}\t{{n,{pattern},{forms}}}\tn=#{number}")
    failures = 0
    for (locale, pattern, number, theirs), line, answer in zip(cases, lines, ask(program, lines)):
        if not pattern.startswith("{"):
            pattern = f"{{n,{pattern}," + "".join(f"{word}{{{word}}}" for word in CATEGORIES) + "}"
        value = int(number) if "." not in number else Decimal(number)
        expected = MessageFormat(pattern, theirs).format({"n": value})
        if plain(answer[1:], locale) != plain(expected, locale):
            failures += 1
            if failures <= 20:
                print(f"{line!r}\n  ours {answer!r}\n  ICU   {expected!r}")
    return failures, len(cases)
