#!/usr/bin/python3
"""Answers from a released snapshot, and takes a new release into use while it answers (contract 1).

Debian packages: python3 (3.11 or newer)
Run:             python3 live.py FILE [SECONDS]

FILE is the path that changes, such as a link to the newest release. It is looked at every SECONDS seconds, 5 by
default. Each line of standard input is a request: a code, a space, and a language of the file. The answer is one line:
CODE SYMBOL TEXT_LANGUAGE DIRECTION TEXT, separated by tabs. What happens to the file is said on standard error.

A service copies LiveMessages. Create it after a fork, in each worker process: threads do not survive a fork.

Exit status: 0 done, 1 the first release cannot be used, 64 usage.
"""
import hashlib
import json
import os
import re
import sqlite3
import stat
import sys
import threading
from contextlib import closing
from typing import NamedTuple

SNAPSHOT_ID = 0x53435253  # 'SCRS'
FORMAT = "1"
MANIFEST_LIMIT = 1 << 20


class Refused(Exception):
    """The file is not a release that may be used."""


class Message(NamedTuple):
    symbol: str
    text: str
    text_language: str
    direction: str


class Release:
    """The content of one release. It never changes, so that threads need no lock to read it."""

    def __init__(self, name, revision, digest, messages):
        self.name, self.revision, self.digest, self.messages = name, revision, digest, messages

    def message(self, code, language):
        """Returns the message; None for a code that is retired, or newer than this release."""
        return self.messages.get((code, language))


def read(path, limit):
    """Returns the bytes of a regular file. A FIFO is not waited for, and no more than the limit is read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Refused(f"{path}: not a regular file")
            with open(descriptor, "rb", closefd=False) as file:
                content = file.read(limit + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from error
    if len(content) > limit:
        raise Refused(f"{path}: larger than it may be")
    return content


def files(path):
    """Returns the release's own file, where a link leads, and its manifest, which is beside that file."""
    file = os.path.realpath(path)
    return file, re.sub(r"\.db\Z", "", file) + ".manifest.json"


def verified(path):
    """Returns the bytes of the snapshot, which are exactly those that its manifest promises, and the manifest."""
    file, beside = files(path)
    try:
        manifest = json.loads(read(beside, MANIFEST_LIMIT))
        name, size, digest = manifest["file"], manifest["size"], manifest["file_sha256"]
        if not isinstance(size, int) or size < 0:
            raise ValueError(size)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Refused(f"{beside}: not a manifest") from error
    content = read(file, size)
    if name != os.path.basename(file) or len(content) != size or hashlib.sha256(content).hexdigest() != digest:
        raise Refused(f"{file}: not the file of its manifest")
    return content, manifest


def load(path):
    """Returns the release at the path.

    SQLite reads the verified bytes in memory. So nobody can change them between the check and the use, and no lock and
    no write access is needed.
    """
    content, manifest = verified(path)
    try:
        with closing(sqlite3.connect(":memory:")) as db:
            db.deserialize(content)
            if db.execute("PRAGMA application_id").fetchone()[0] != SNAPSHOT_ID:
                raise Refused(f"{path}: not a released snapshot")
            info = dict(db.execute("SELECT key, value FROM registry_info"))
            if info.get("format") != FORMAT:
                raise Refused(f"{path}: this program reads format {FORMAT}, not {info.get('format')}")
            if (info["release"], int(info["revision"])) != (manifest["release"], manifest["revision"]):
                raise Refused(f"{path}: not the release of its manifest")
            messages = {
                (code, language): Message(*rest)
                for code, language, *rest in db.execute(
                    "SELECT code, language, symbol, text, text_language, direction FROM localized_message")}
    except (sqlite3.Error, KeyError, ValueError) as error:
        raise Refused(f"{path}: {error}") from error
    return Release(info["release"], int(info["revision"]), info["content_digest"], messages)


class LiveMessages:
    """The newest release at a path.

    Read `current` once at the start of a request, and use that release until the end of the request.
    """

    def __init__(self, path, report=lambda line: None):
        self.path, self.report = path, report
        self._seen, self._refusal = None, None
        self._lock = threading.Lock()  # for check() alone; reading `current` needs no lock
        before = self._identity()
        self.current = load(path)
        self._seen = before

    def _identity(self):
        """What changes when a file is replaced or written to. The manifest may arrive after its snapshot."""
        found = []
        for file in files(self.path):
            try:
                now = os.stat(file)
                found.append((file, now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns))
            except OSError:
                found.append((file, None))
        return found

    def check(self):
        """Takes a new release into use; returns whether there was one. When it is refused, the old one stays."""
        with self._lock:
            identity = self._identity()  # before the file is read, so that a later change is found at the next check
            if identity == self._seen:
                return False
            try:
                new, old = load(self.path), self.current
                if new.revision < old.revision:
                    raise Refused(f"{self.path}: revision {new.revision} is older than {old.revision}, which is in use")
            except Refused as refusal:
                # The file is read again at the next check: its disk may have been the reason.
                self._seen = None
                if str(refusal) != self._refusal:
                    self._refusal = str(refusal)
                    self.report(f"keeping release {self.current.name}: {refusal}")
                return False
            self._seen, self._refusal = identity, None
            if (new.name, new.revision, new.digest) == (old.name, old.revision, old.digest):
                return False
            self.current = new  # one assignment: a request sees the old release or the new one, never a mixture
            self.report(f"release {new.name}, revision {new.revision}, is in use")
            return True

    def follow(self, seconds=5):
        """Checks regularly, in a thread that ends with the process; returns a function that stops it."""
        stopped = threading.Event()

        def run():
            while not stopped.wait(seconds):
                try:
                    self.check()
                except Exception as error:  # such as a full memory: it must not end the thread
                    self.report(f"keeping release {self.current.name}: {error!r}")

        threading.Thread(target=run, name="live-messages", daemon=True).start()
        return stopped.set


def report(line):
    # A path may contain a newline. Each report stays on one line.
    print("live: " + re.sub(r"[\x00-\x1f\x7f]", "?", line), file=sys.stderr, flush=True)


def main(arguments):
    if len(arguments) not in (1, 2) or not all(re.fullmatch(r"[0-9]+(\.[0-9]+)?", word) for word in arguments[1:]):
        report("usage: live.py FILE [SECONDS]")
        return 64
    try:
        live = LiveMessages(arguments[0], report)
    except Refused as refusal:
        report(str(refusal))
        return 1
    live.follow(float(arguments[1]) if len(arguments) == 2 else 5)
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # in every locale
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for line in sys.stdin:
        release = live.current  # once for each request
        code, _, language = line.rstrip("\n").partition(" ")
        found = release.message(int(code), language) if re.fullmatch("[0-9]{1,18}", code) else None
        symbol, text, text_language, direction = found or ("-", "unknown status code", "-", "-")
        print(code, symbol, text_language, direction, text, sep="\t", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
