"""Pointers that followers accept, and pointers with each rule of docs/publishing.md broken."""
import dataclasses

from sshkeys import Key, armor


@dataclasses.dataclass
class Case:
    name: str
    data: bytes
    is_valid: bool


class Pointers:
    """Makes pointers to releases.

    `releases` has the values of each release that its files give: the JSON of `admin`, by name.
    """

    def __init__(self, releases):
        self.releases, self.serial = releases, 0
        self.key, self.p256, self.token = Key(), Key("p256"), Key("token")
        self.stranger, self.staging, self.other_use, self.dated, self.excluded = (Key() for _ in range(5))
        self.signers = (
            "# The keys of the test.\n\n"
            + self.key.line("production", 'namespaces="status-code-registry"') + self.p256.line("prod*,test")
            + self.token.line("*") + self.staging.line("staging") + self.other_use.line(options='namespaces="git,file"')
            + self.dated.line(options='valid-after="20260601Z",valid-before="20260701120000Z"')
            + self.excluded.line("*,!prod*"))
        self.cases = []

    def members(self, of="1.0", **changes):
        """The members of a pointer as texts of JSON; None removes one."""
        self.serial += "serial" not in changes
        values = {"channel": '"production"', "issued_at": '"2026-11-28T12:00:00Z"', "format": "1",
                  "serial": str(self.serial), **self.releases[of], **changes}
        return {key: value for key, value in values.items() if value is not None}

    def text(self, of="1.0", **changes):
        return self.form(sorted(self.members(of, **changes).items()))

    @staticmethod
    def form(members):
        return ("{\n" + ",\n".join(f'  "{key}": {value}' for key, value in members) + "\n}\n").encode()

    def add(self, name, data, is_valid):
        self.cases.append(Case(name, data, is_valid))

    def signed(self, name, text, is_valid=False, by=None, **how):
        """Adds a text with a valid signature."""
        self.add(name, text + (by or self.key).sign(text, **how), is_valid)

    def member(self, name, is_valid=False, **changes):
        """Adds a pointer with other members and a valid signature."""
        self.signed(name, self.text(**changes), is_valid)

    def all(self):
        self.valid()
        self.of_form()
        self.of_members()
        self.of_signatures()
        self.of_order()
        return self.cases

    def valid(self):
        self.member("a release", True)
        self.member("another release", True, of="1.1")
        self.member("a + in the name of a release", True, of="1.2+build.7")
        self.member("back to an older one", True, rollback_reason='"1.1 is wrong"')
        self.member("a reason in many languages", True, rollback_reason='"العودة 返回 😀 \uffff\u2028 é, \'{}[]:"')
        self.member("expired", True, expires_at='"2026-01-01T00:00:00Z"')
        self.member("expires", True, expires_at='"2999-12-31T23:59:59Z"')
        self.member("unknown keys", True, a='""', b_1="0", zz="999999999999999", expires="1")
        self.member("a key of 64 letters", True, **{"a" * 64: "1"})
        self.member("500 bytes", True, note='"' + "é" * 250 + '"')
        self.member("a comma at the end of a text", True, note='"a,"')
        self.member("the first year", True, issued_at='"2000-01-01T00:00:00Z"')
        self.member("the last year", True, issued_at='"9999-12-31T23:59:59Z"')
        self.member("29 February", True, issued_at='"2028-02-29T00:00:00Z"')
        self.add("16,384 bytes", self.of_size(16_384), True)
        self.signed("a key for ECDSA", self.text(), True, self.p256)
        for name, key, how in (("the other solution of ECDSA", self.p256, {"high": True}),
                               ("ECDSA with zeros in front", self.p256, {"padded": True}),
                               ("SHA-256", self.key, {"digest": "sha256"}),
                               ("a security token", self.token, {})):
            self.signed(name, self.text(), True, key, **how)
        text = self.text(of="1.1")
        good, bad = self.key.sign(text), self.stranger.sign(text)
        self.add("an unknown key first", text + bad + good, True)
        text = self.text()
        good, bad = self.key.sign(text), self.stranger.sign(text)
        self.add("an unknown key last", text + good + bad, True)
        text = self.text()
        self.add("four signatures", text + bad * 3 + self.key.sign(text), True)
        text = self.text()
        later = armor(b"SSHSIG and what comes later")
        self.add("a signature of another kind too", text + later + self.key.sign(text), True)
        text = self.text()
        self.signed("the first second of a key", self.text(issued_at='"2026-06-01T00:00:00Z"'), True, self.dated)
        self.signed("the last second of a key", self.text(issued_at='"2026-07-01T12:00:00Z"'), True, self.dated)
        text = self.text()
        self.signed("a pointer", text, True)
        self.signed("the same pointer again", text, True)
        self.signed("the same pointer with another signature", text, True, self.p256)

    def of_size(self, size):
        """A pointer that is so large as an object, by members that a follower ignores."""
        self.serial += 1
        members = {f"pad{n:02}": '"' + "x" * 450 + '"' for n in range(34)}
        data = b""
        while len(data) != size:
            members["pad33"] = '"' + "x" * (len(members["pad33"]) - 2 + (size - len(data) if data else 0)) + '"'
            text = self.text(serial=str(self.serial), **members)
            data = text + self.key.sign(text)
        return data

    def of_form(self):
        """The JSON does not have the form."""
        for name, change in {
            "CRLF": lambda text: text.replace(b"\n", b"\r\n"),
            "one CR": lambda text: text.replace(b",\n", b",\r\n", 1),
            "no comma": lambda text: text.replace(b",\n", b"\n", 1),
            "two commas": lambda text: text.replace(b",\n", b",,\n", 1),
            "a comma at the end": lambda text: text.replace(b"\n}", b",\n}"),
            "three spaces": lambda text: text.replace(b"  \"", b"   \"", 1),
            "one space": lambda text: text.replace(b"  \"", b" \"", 1),
            "a tab": lambda text: text.replace(b"  \"", b"\t\"", 1),
            "no space after a colon": lambda text: text.replace(b": ", b":", 1),
            "two spaces after a colon": lambda text: text.replace(b": ", b":  ", 1),
            "a space before a comma": lambda text: text.replace(b",\n", b" ,\n", 1),
            "a space at the end of a line": lambda text: text.replace(b",\n", b", \n", 1),
            "an empty line": lambda text: text.replace(b",\n", b",\n\n", 1),
            "an empty line before": lambda text: b"\n" + text,
            "an empty line after": lambda text: text + b"\n",
            "a mark of UTF-8 before": lambda text: b"\xef\xbb\xbf" + text,
            "one line": lambda text: text.replace(b"\n", b"") + b"\n",
            "no line break at the end": lambda text: text[:-1],
            "no brace at the end": lambda text: text[:-2],
            "two objects": lambda text: text + text,
            "a list": lambda text: b"[\n" + text[2:-2] + b"]\n",
            "no members": lambda text: b"{\n}\n",
            "empty": lambda text: b"",
            "a comment": lambda text: text.replace(b"{\n", b"{\n  // note\n"),
            "no quotation marks": lambda text: text.replace(b'"format"', b"format"),
            "other quotation marks": lambda text: text.replace(b'"format"', b"'format'"),
            "a NUL in a line": lambda text: text.replace(b"  \"format", b"  \0\"format"),
            "a NUL at the end": lambda text: text + b"\0",
        }.items():
            self.signed(name, change(self.text()))
        members = sorted(self.members().items())
        self.signed("not in order", self.form(members[1:] + members[:1]))
        self.signed("two equal members", self.form(members[:1] + members))
        text = self.form(members)
        self.signed("two serial numbers", text.replace(b'  "serial"', b'  "serial": 3,\n  "serial"'))
        for key in ("Key", "1key", "_key", "a-key", "a" * 65, "", "kéy", "a key", "key\\u0031"):
            self.member(f"the key {key[:12]!r}", **{key: "1"})
        for value in ("012", "00", "1.0", "1e3", "-1", "-0", "+1", "0x1", "1000000000000000", "9" * 5_000, "true",
                      "null", "NaN", "",
                      "[]", '["a"]', "{}", "1 ", "a", '"a', 'a"', '"a"b"', '"\\u0041"', '"\\""', '"\\\\"',
                      '"\t"', '"\x7f"', '"\0"', '"\x1f"'):
            self.member(f"the value {value[:12]!r}", a=value)
        for name, value in {"500 letters in 501 bytes": b"x" * 499 + "é".encode(), "a cut letter": b"\xc3",
                            "a lone byte of a letter": b"\x80", "a longer form": b"\xc0\xaf",
                            "a surrogate": b"\xed\xa0\x80",
                            "beyond Unicode": b"\xf4\x90\x80\x80", "five bytes": b"\xf8\x88\x80\x80\x80",
                            "Latin-1": "é".encode("latin-1"), "251 letters of two bytes": "é".encode() * 251}.items():
            self.signed(name, self.text(a='"MARK"').replace(b"MARK", value))

    def of_members(self):
        """A member is missing or has an impossible value."""
        for key, value in sorted(self.members().items()):
            self.member(f"no {key}", **{key: None})
            self.member(f"{key} of the other type", **{key: value.strip('"') if value[0] == '"' else f'"{value}"'})
        digest, manifest = (self.releases["1.0"][key].strip('"') for key in ("file_sha256", "manifest_sha256"))
        for key, values in {
            "channel": ['"staging"', '"Production"', '""', '"production "'],
            "content_digest": [f'"{"0" * 64}"', f'"sha256:{"A" * 64}"', f'"sha256:{"0" * 64}"', f'"sha512:{"0" * 64}"'],
            "contract": ["0", "2"],
            "expires_at": ['"2026-13-01T00:00:00Z"', "1", '""', '"tomorrow"', '"2027-02-29T00:00:00Z"'],
            "file_sha256": [f'"{digest.upper()}"', f'"{digest[1:]}"', f'"{"0" * 64}"', f'"{manifest}"'],
            "format": ["0", "2"],
            "issued_at": [f'"{time}"' for time in (
                "2026-11-28T12:00:00+00:00", "2026-11-28T12:00:00", "2026-11-28T12:00:00z", "2026-11-28t12:00:00Z",
                "2026-11-28 12:00:00Z", "2026-11-28T12:00:00.5Z", "2026-02-30T12:00:00Z", "2026-11-28T24:00:00Z",
                "2026-11-28T12:60:00Z", "2026-06-30T23:59:60Z", "1999-12-31T23:59:59Z", "0000-01-01T00:00:00Z",
                "2026-00-10T12:00:00Z", "2026-10-00T12:00:00Z", "20261128T120000Z", "2026-11-28T12:00Z")],
            "manifest_sha256": [f'"{manifest.upper()}"', f'"{digest}"'],
            "manifest_size": ["0", "1048577", "1"],
            "release": ['""', '".1"', '"../1.0"', '"1 0"', f'"{"1" * 65}"', '"1.1"', '"9.9"', '"1٠"'],
            "revision": ["999"],
            "rollback_reason": ['""', "1"],
            "serial": ["0", "1000000000000000"],
            "size": ["0", "2147483648", "1"],
        }.items():
            for value in values:
                self.member(f"{key} {value[:28]}", **{key: value})

    def of_signatures(self):
        """The signatures are wrong."""
        def text():
            return self.text()
        self.add("no signature", text(), False)
        for name, key, how in (
            ("an unknown key", self.stranger, {}), ("a key for another channel", self.staging, {}),
            ("a key that is excluded", self.excluded, {}), ("a key for another namespace", self.other_use, {}),
            ("a key after its time", self.dated, {}), ("another namespace", self.key, {"namespace": b"git"}),
            ("version 0", self.key, {"version": 0}), ("version 2", self.key, {"version": 2}),
            ("reserved bytes", self.key, {"reserved": b"x"}),
            ("reserved bytes, signed", self.key, {"reserved": b"x", "signed_reserved": b"x"}),
            ("SHA-1", self.key, {"digest": "sha1"}), ("SHA-384", self.key, {"digest": "sha384"}),
            ("bytes after the signature", self.key, {"tail": b"x"}), ("a key of somebody else", self.stranger,
                                                                      {"key": self.key.blob}),
            ("63 bytes", self.key, {"cut": 1}), ("a token without a touch", self.token, {"touch": 0}),
            ("a token for a key", self.token, {"key": self.key.blob}), ("a key for a token", self.key,
                                                                        {"key": self.token.blob}),
        ):
            self.signed(name, text(), by=key, **how)
        self.signed("a second before the key", self.text(issued_at='"2026-05-31T23:59:59Z"'), by=self.dated)
        self.signed("a second after the key", self.text(issued_at='"2026-07-01T12:00:01Z"'), by=self.dated)
        one = text()
        self.add("the signature of another pointer", text() + self.key.sign(one), False)
        for name, change in {
            "CRLF in a signature": lambda data: data.replace(b"\n", b"\r\n"),
            "lines of 64": lambda data: armor(self.blob, 64), "lines of 76": lambda data: armor(self.blob, 76),
            "one line of Base64": lambda data: armor(self.blob, 9_999),
            "no padding": lambda data: data.replace(b"=", b""),
            "a space in Base64": lambda data: data[:60] + b" " + data[60:],
            "a character that is none of Base64": lambda data: data[:60] + b"-" + data[61:],
            "an empty line in Base64": lambda data: data.replace(b"\n-----END", b"\n\n-----END"),
            "no end": lambda data: data.replace(b"-----END SSH SIGNATURE-----\n", b""),
            "no line break at the end of all": lambda data: data[:-1],
            "a line after the end": lambda data: data + b"\n", "a word after the end": lambda data: data + b"end\n",
            "a NUL after the end": lambda data: data + b"\0",
            "two ends": lambda data: data + data[-28:], "small letters": lambda data: data.lower(),
            "another mark": lambda data: data.replace(b"SSH", b"PGP"),
            "no Base64": lambda data: armor(b""), "cut in the middle": lambda data: data[:150],
            "a space after the mark": lambda data: data.replace(b"SIGNATURE-----\n", b"SIGNATURE----- \n", 1),
            "an empty line before the signature": lambda data: b"\n" + data,
            "a cut blob": lambda data: armor(self.blob[:-1]),
            "five signatures": lambda data: data * 5,
            "a valid one after a damaged form": lambda data: armor(self.blob, 64) + data,
            "a damaged form after a valid one": lambda data: data + armor(self.blob, 64),
            "an empty one after a valid one": lambda data: data + armor(b""),
        }.items():
            body = text()
            self.blob = self.key.blob_of(body)
            self.add(name, body + change(armor(self.blob)), False)
        body, tail = text(), b"=="
        blob = self.key.blob_of(body)
        data = armor(blob)
        place = data.index(tail) - 1
        letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        other = letters[letters.index(data[place:place + 1]) + 1]
        self.add("another form of Base64", body + data[:place] + bytes([other]) + data[place + 1:], False)
        self.add("the signature before the pointer", data + body, False)
        self.add("larger than 16,384 bytes", self.of_size(16_385), False)
        for place in range(0, len(body + data), len(body + data) // 24):
            flipped = bytearray(body + data)
            flipped[place] ^= 1
            self.add(f"bit 0 of byte {place} flipped", bytes(flipped), False)

    def of_order(self):
        """The serial number does not rise."""
        before = self.text()
        self.signed("the newest", self.text(), True)
        self.signed("an older one", before)
        self.signed("its number with other JSON", self.text(serial=str(self.serial), rollback_reason='"x"'))
        self.signed("the first number", self.text(serial="1"))
        self.signed("a larger step", self.text(serial=str(self.serial + 1_000)), True)
        self.signed("a number between", self.text(serial=str(self.serial + 500)))
        self.signed("the last number", self.text(serial="999999999999999"), True)
        self.signed("nothing after the last number", self.text())
