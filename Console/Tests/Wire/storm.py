"""Many people save texts at once while `admin` writes too, and the console is killed now and then: nothing that was
acknowledged is lost, and `admin doctor` finds nothing.

storm.py PROGRAMS FOLDER [--writers N] [--saves N] [--kills N]
"""
import argparse
import contextlib
import http.client
import random
import re
import sqlite3
import threading
import time

from console import Console

CODES = ["1400", "1401", "1402", "1403", "1404", "1405", "1406", "1407"]
DIGITS = "〇一二三四五六七八九"


def text(writer, save):
    """Returns a text that nobody else writes."""
    return "余额不足" + "".join(DIGITS[int(digit)] for digit in f"{writer:02}{save:05}")


def value(page, name):
    return re.search(f'name="{name}" value="([^"]*)"', page)[1]


class Writer(threading.Thread):
    """A person who saves texts, each from the revision that was seen last, and again after a conflict."""

    def __init__(self, storm, number):
        super().__init__()
        self.storm, self.number, self.stored, self.conflicts, self.failure = storm, number, [], 0, None
        self.save = 0

    def run(self):
        while self.save < self.storm.saves:
            try:
                self.work(self.storm.console.browser(f"writer {self.number}"))
            except (OSError, http.client.HTTPException) as error:
                # The console was killed. What was not acknowledged is saved again.
                if not self.storm.kills:
                    self.failure = error
                    return
                time.sleep(0.05)
            except Exception as error:  # The main thread reports it.
                self.failure = error
                return

    def page(self, browser, code):
        while True:
            status, _, page = browser.get(f"/codes/{code}")
            if status == 200:
                return page
            # A writer is committing, or was killed and its journal is rolled back.
            assert status == 503, (status, page)

    def work(self, browser):
        while self.save < self.storm.saves:
            code = CODES[(self.number + self.save) % len(CODES)]
            page = self.page(browser, code)
            mine = text(self.number, self.save)
            while True:
                status, fields, page = browser.post(f"/codes/{code}", {
                    "text-zh-Hans": mine, "base-zh-Hans": value(page, "base-zh-Hans"),
                    "revision-zh-Hans": value(page, "revision-zh-Hans"), "then": "stay"})
                if status == 303:
                    break
                if status == 503:
                    page = self.page(browser, code)
                    continue
                assert status == 409, (status, page)
                self.conflicts += 1
            done = fields["Location"].split("done=")[1]
            # After a kill, the text may have been stored without an acknowledgement.
            if done != "same":
                self.stored.append((int(done), code, mine))
            self.save += 1


class Storm:
    def __init__(self, options):
        self.saves, self.kills = options.saves, options.kills
        self.console = Console(options.programs, options.folder)
        self.writers = [Writer(self, number) for number in range(options.writers)]
        self.written = 0

    def run(self):
        for writer in self.writers:
            writer.start()
        kills = self.kills
        while any(writer.is_alive() for writer in self.writers):
            self.console.admin("translation", "set", "1500", "zh-Hans", text(99, self.written), "--actor", "cli")
            self.written += 1
            if kills and random.random() < 0.2:
                kills -= 1
                self.console.kill()
                self.console.start()
            self.kills = self.kills and max(kills, 1)
        for writer in self.writers:
            writer.join()
            if writer.failure:
                raise writer.failure
        self.console.stop()
        self.verify()

    def verify(self):
        with contextlib.closing(sqlite3.connect(self.console.database)) as database:
            known = set(database.execute(
                "SELECT operation, code, after FROM change WHERE field = 'text' AND language = 'zh-Hans'"))
        acknowledged = [stored for writer in self.writers for stored in writer.stored]
        lost = [stored for stored in acknowledged if (stored[0], int(stored[1]), stored[2]) not in known]
        typed = {text for _, _, text in known}
        lost += [mine for writer in self.writers for save in range(self.saves)
                 if (mine := text(writer.number, save)) not in typed]
        lost += [mine for save in range(self.written) if (mine := text(99, save)) not in typed]
        assert not lost, lost[:5]
        self.console.admin("doctor")
        conflicts = sum(writer.conflicts for writer in self.writers)
        print(f"{len(acknowledged)} saves, {self.written} by admin, {conflicts} conflicts, 0 lost")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs")
    parser.add_argument("folder")
    parser.add_argument("--writers", type=int, default=16)
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--kills", type=int, default=0)
    storm = Storm(parser.parse_args())
    try:
        start = time.monotonic()
        storm.run()
        print(f"{time.monotonic() - start:.1f} s")
    finally:
        storm.saves = 0
        storm.console.process.kill()


main()
