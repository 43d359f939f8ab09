"""Compares MessageFormat with ICU: random patterns in ten languages are accepted, refused and formatted alike.

    python3 Tests/Messages PROGRAM [--patterns N] [--seed S]

PROGRAM is the built format-message. Needs icu4py, which carries ICU 78. What differs on purpose is listed in
`differences` and in docs/messages.md, and is counted. Any other difference is printed, and the exit code is 1.
"""
import argparse
import collections
import decimal
import re
import subprocess
import sys

from icu4py.messageformat import MessageFormat

import locales
from patterns import Generator, LOCALES

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("--patterns", type=int, default=100_000)
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()


def icu(locale, pattern, arguments):
    """Returns what ICU makes of a pattern: ("=", text), or ("?", error)."""
    values = {name: decimal.Decimal(value) if isinstance(value, str) and kind == "#" else value
              for name, (kind, value) in arguments.items()}
    values = {name: int(value) if isinstance(value, decimal.Decimal) and value == int(value) and "." not in str(value)
              else value for name, value in values.items()}
    try:
        return "=", MessageFormat(pattern, locale).format(values)
    except Exception as error:
        return "?", str(error)


def plain(text, locale):
    """Removes isolates and direction marks, which both insert around values, at different places.

    Where CLDR groups digits from five on, DecimalFormat does so from four on; Intl.NumberFormat and we do as CLDR says.
    """
    ignored = "\u2068\u2069\u200e\u200f\u061c" + ("\u00a0" if locale in ("pl", "lv") else "")
    return "".join(letter for letter in text if letter not in ignored)


def is_missing(own, arguments):
    """Whether an error names only arguments that were not given. ICU leaves their names in the text."""
    names = re.findall(r"\{(\w+)\}", own)
    return own.startswith("The text needs") and " as " not in own and not set(names) & set(arguments)


# What we refuse and ICU accepts, by a part of our message.
differences = {
    "an unterminated quote": "ICU ends a quote at the end of the text",
    "a form twice": "ICU takes the first of two equal forms",
    "which the language": "ICU accepts forms that a language never uses",
    "which is not a plural form": "ICU accepts forms that a language never uses",
    "an unmatched '}'": "ICU takes a stray brace as text",
    "'#' in a select": "ICU takes # in a select inside a plural as text",
    "both as a number and as a select": "ICU refuses the value when it formats",
    "more than 8 plurals": "ICU nests deeper",
    "without an argument name": "ICU accepts numbers and other letters as names",
    "not supported": "ICU has more types and styles",
    "an offset that is not": "ICU accepts offsets with a fraction",
    "'=' without a number": "ICU accepts infinity",
}

generator = Generator(options.seed)
cases = [generator.case() for _ in range(options.patterns)]
lines = []
for locale, pattern, arguments in cases:
    fields = [f"{name}={kind}{value}" for name, (kind, value) in arguments.items()]
    lines.append("\t".join([locale, pattern, *fields]))
ours = subprocess.run([options.program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
answers = ours.stdout.split("\n")[:-1]
assert len(answers) == len(cases), (len(answers), len(cases))

counts = collections.Counter()
failures = 0
for (locale, pattern, arguments), answer in zip(cases, answers):
    kind, theirs = icu(locale, pattern, arguments)
    mark, own = answer[0], answer[1:]
    if mark == "=" and kind == "=" and plain(own, locale) == plain(theirs, locale):
        counts["formatted alike"] += 1
    elif mark != "=" and kind == "?":
        counts["refused by both"] += 1
    elif mark == "!" and is_missing(own, arguments):
        counts["on purpose: ICU leaves arguments without a value in the text"] += 1
    elif mark == "?" and (reason := next((text for part, text in differences.items() if part in own), None)):
        counts[f"on purpose: {reason}"] += 1
    else:
        failures += 1
        if failures <= 40:
            print(f"{locale} {pattern!r} {arguments}\n  ours {mark}{own!r}\n  ICU  {kind}{theirs!r}")
for text, count in sorted(counts.items()):
    print(f"{count:8} {text}")
differing, compared = locales.compare(options.program, plain)
print(f"{differing:8} different of {compared} numbers and plural forms of all locales")
print(f"{failures:8} unexplained of {len(cases)} (seed {options.seed}, {len(LOCALES)} languages)")
sys.exit(1 if failures or differing else 0)
