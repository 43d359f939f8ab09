"""Random patterns: mostly correct ones from the grammar, and some with a mistake."""
import random

LOCALES = ["en", "ar", "zh", "fr", "ru", "pl", "he", "hi", "lv", "cy"]
CATEGORIES = {
    "en": ["one"], "ar": ["zero", "one", "two", "few", "many"], "zh": [], "fr": ["one", "many"],
    "ru": ["one", "few", "many"], "pl": ["one", "few", "many"], "he": ["one", "two"], "hi": ["one"],
    "lv": ["zero", "one"], "cy": ["zero", "one", "two", "few", "many"],
}
ORDINALS = {"en": ["one", "two", "few"], "fr": ["one"], "hi": ["one", "two", "few", "many"],
            "cy": ["zero", "one", "two", "few", "many"]}
WORDS = ["file", "files", " ", "’s", "ملف", "ملفات", "个文件", "é", "'", "''", "it's", "'{'", "'}'", "'{x}'", "'#'", "#",
         "|", "%", "😀", "100", "\u00a0", "שלום", "—", "a'b", "'{a''b}'", ", ", "."]
NUMBERS = ["0", "1", "2", "3", "5", "7", "10", "11", "12", "21", "22", "100", "101", "102", "111", "999", "1000",
           "1001", "1234", "9999", "10000", "12345", "100000", "1000000", "2000000", "1234567", "123456789012", "-1",
           "-2", "-5", "-1234", "-1234567.5", "0.5", "1.5", "2.25", "0.125", "12.375", "1234.5", "99.999", "0.001",
           "-0.5"]
TEXTS = ["card", "wallet", "x", "", "بطاقة", "银行卡", "{x}", "'", "12.50 SAR", "other"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def case(self):
        """Returns a locale, a pattern, and arguments of the right kinds."""
        locale = self.random.choice(LOCALES)
        kinds = {}
        self.counted = []
        pattern = self.message(locale, kinds, 0, False)
        if self.random.random() < 0.25:
            pattern = self.damaged(pattern)
        arguments = {}
        for name in ["n", "m", "count", "s", "kind", "a", "b"]:
            is_number = kinds.get(name, self.random.choice("#~")) == "#"
            arguments[name] = ("#", self.random.choice(NUMBERS)) if is_number else ("~", self.random.choice(TEXTS))
        return locale, pattern, arguments

    def message(self, locale, kinds, depth, inside):
        parts = []
        for _ in range(self.random.choice([1, 1, 2, 3, 4])):
            choice = self.random.random()
            if choice < 0.5 or depth > 3:
                parts.append(self.random.choice(WORDS))
            else:
                parts.append(self.argument(locale, kinds, depth, inside))
        return "".join(parts)

    def argument(self, locale, kinds, depth, inside):
        space = lambda: self.random.choice(["", "", " ", "  ", "\u200f"])
        choice = self.random.random()
        if choice < 0.25:
            return "{" + space() + self.random.choice(["a", "b", "n", "s"]) + space() + "}"
        if choice < 0.45:
            name = self.random.choice(["n", "m", "count"])
            kinds[name] = "#"
            style = self.random.choice(["", "", ",integer", ", percent", ", integer "])
            # ICU chooses the form of a plural from the number as `other` writes it; we do from the number itself.
            if name in self.counted:
                style = ""
            return "{" + name + space() + "," + space() + "number" + space() + style + "}"
        if choice < 0.65:
            name = self.random.choice(["s", "kind"])
            kinds[name] = "~"
            forms = self.random.sample(["card", "wallet", "x", "بطاقة", "银行卡", "1"], self.random.choice([0, 1, 2]))
            return self.forms(locale, kinds, depth, name, self.random.choice(["select", "Select"]), forms, False, space)
        name = self.random.choice(["n", "m", "count"])
        kinds[name] = "#"
        kind = self.random.choice(["plural", "plural", "plural", "PLURAL", "selectordinal"])
        known = (ORDINALS if kind == "selectordinal" else CATEGORIES).get(locale, [])
        forms = self.random.sample(known, self.random.randint(0, len(known)))
        forms += self.random.sample(["=0", "=1", "=2", "=-1", "=1.5", "=1e3", "=+5"], self.random.choice([0, 0, 1, 2]))
        return self.forms(locale, kinds, depth, name, kind, forms, True, space)

    def forms(self, locale, kinds, depth, name, kind, forms, inside, space):
        forms = forms + ["other"]
        if self.random.random() < 0.3:
            self.random.shuffle(forms)
        offset = self.random.choice(["", "", "", "offset:1 ", "offset: 2 "]) if inside else ""
        self.counted.append(name)
        texts = [form + space() + "{" + self.message(locale, kinds, depth + 1, inside) + "}" for form in forms]
        self.counted.pop()
        return "{" + name + space() + "," + space() + kind + space() + "," + space() + offset + space().join(
            text + " " for text in texts) + "}"

    def damaged(self, pattern):
        """Returns the pattern with one character inserted, removed or replaced."""
        position = self.random.randint(0, len(pattern))
        letter = self.random.choice(
            ["{", "}", "'", ",", "#", "=", "x", " ", "other{}", "one{}", "offset:", "1", "few {y}"])
        return pattern[:position] + self.random.choice([letter, letter, ""]) + pattern[
            position + self.random.choice([0, 1]):]
