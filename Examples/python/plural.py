#!/usr/bin/python3
"""Formats the text of a code in every language of a registry file, with numbers and texts as its arguments.

Debian packages: python3, python3-icu (PyICU)
Run:             python3 plural.py FILE CODE NAME=VALUE...

A value of ASCII digits, such as count=3, is a number. Any other value is a text.
"""
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import icu


def value(text):
    """Returns a number, or a text between FSI and PDI, which keep it in its own direction."""
    return int(text) if re.fullmatch("-?[0-9]{1,15}", text) else f"\u2068{text}\u2069"


def format_message(pattern, language, values):
    # ASCII digits in every language: the digits that ICU takes for Arabic depend on its version.
    message = icu.MessageFormat(pattern, icu.Locale.forLanguageTag(language + "-u-nu-latn"))
    # format() takes numbers as doubles, which are exact up to 15 digits.
    return message.format(list(values), [icu.Formattable(item) for item in values.values()])


def main(path, code, *arguments):
    values = {name: value(text) for name, text in (argument.split("=", 1) for argument in arguments)}
    uri = Path(path).absolute().as_uri() + "?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=5)) as db:
        rows = db.execute(
            "SELECT text_language, text FROM localized_message WHERE code = ? GROUP BY text_language", (int(code),))
        for language, text in rows:
            print(f"{language}\t{format_message(text, language, values)}")


if __name__ == "__main__":
    is_usable = len(sys.argv) > 2 and re.fullmatch("[0-9]{1,18}", sys.argv[2])
    if not is_usable or not all("=" in argument for argument in sys.argv[3:]):
        sys.exit("usage: plural FILE CODE NAME=VALUE...")
    main(*sys.argv[1:])
