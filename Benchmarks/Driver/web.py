"""The rows that measure the console against Flask and Datasette with the same registry."""
import html
import itertools
import re
import resource
import statistics
import threading
import time
from contextlib import contextmanager

import data
import servers
from measuring import Result, Row, Target
from programs import Failure
from writing import scratch

LIST, CODE = "/texts", "/codes/1402"
DATASETTE_LIST, DATASETTE_CODE = "/registry/translation?_size=102&_sort=code", "/registry/translation?code=1402"
# How long a load lasts, in seconds, and how many requests are measured in a turn.
SECONDS, REQUESTS, SAVES = 3, 200, 40
DIGITS = "〇一二三四五六七八九"


@contextmanager
def both(made, peer=servers.flask):
    """Serves copies of the seed by the console and by a peer."""
    with scratch(made) as folder:
        for name in ("ours", "peer"):
            (folder / name).mkdir()
            data.fresh_copy(made.seed / "registry.db", folder / name / "registry.db")
        ours, other = folder / "ours" / "registry.db", folder / "peer" / "registry.db"
        with servers.console(ours) as ours, peer(other) as other:
            yield ours, other


def by_turns(turns, ours, peer):
    """Runs both alternately, after one run of each. Returns all values of each."""
    mine, other = [], []
    for turn in range(turns + 1):
        found, answer = ours(), peer()
        if turn:
            mine += found
            other += answer
    return mine, other


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def require_same_texts(ours, peer, paths):
    """Fails unless the page of the peer shows every text that our page shows."""
    pages = [server.browser().get(path)[1] for server, path in zip((ours, peer), paths)]
    shown = set(re.findall(r'<span lang="[^"]*" dir="[^"]*">([^<]+)</span></td></tr>', pages[0]))
    shown |= set(re.findall(r"</?textarea[^>]*>\n?([^<]+)</textarea>", pages[0]))
    other = html.unescape(pages[1])
    missing = [text for text in shown if html.unescape(text).strip() not in other]
    if len(shown) < 3 or missing:
        raise Failure(f"The pages show different texts: {len(shown)} are ours, and the peer lacks {missing[:3]}.")


def page_row(path, share):
    def measure(made, turns):
        with both(made) as (ours, peer):
            require_same_texts(ours, peer, (path, path))
            browsers, number = [server.browser() for server in (ours, peer)], itertools.count()
            # Each address is another one, so that no page is one that the console has kept.
            found = by_turns(turns, *(lambda browser=browser: [browser.first_byte(f"{path}?turn={next(number)}")
                                                               for _ in range(REQUESTS)] for browser in browsers))
            return Result(*(percentile(values, share) for values in found), "ns")
    return measure


class Saver:
    """A person who saves one text after another."""

    def __init__(self, server):
        self.browser, self.count, self.text, self.revision = server.browser(), 0, "余额不足", 1

    def save(self):
        self.count += 1
        text = "余额不足" + "".join(DIGITS[int(digit)] for digit in str(self.count))
        taken, location = self.browser.post(CODE, {
            "text-zh-Hans": text, "base-zh-Hans": self.text, "revision-zh-Hans": self.revision, "then": "stay"})
        self.text, self.revision = text, int(location.split("done=")[1])
        return taken


def save_row(share):
    def measure(made, turns):
        with both(made) as (ours, peer):
            savers = [Saver(server) for server in (ours, peer)]
            found = by_turns(turns, *(lambda saver=saver: [saver.save() for _ in range(SAVES)] for saver in savers))
            for server in (ours, peer):
                if savers[0].text not in server.browser().get(CODE)[1]:
                    raise Failure("A save is not there.")
            return Result(*(percentile(values, share) for values in found), "ns")
    return measure


def load_row(peer, paths, is_kept=True):
    def measure(made, turns):
        with both(made, peer) as (ours, other):
            require_same_texts(ours, other, paths)
            found = by_turns(turns, lambda: [servers.load(ours, paths[0], SECONDS, is_kept)[0]],
                             lambda: [servers.load(other, paths[1], SECONDS, is_kept)[0]])
            return Result(*map(statistics.median, found), "ns")
    return measure


def load_while_saving(made, turns):
    """Measures the 99th percentile under load while somebody saves five times a second."""
    def turn(server, saver):
        end = threading.Event()

        def save():
            while not end.wait(0.2):
                saver.save()

        thread = threading.Thread(target=save)
        thread.start()
        try:
            return [servers.load(server, CODE, SECONDS)[1]]
        finally:
            end.set()
            thread.join()

    with both(made) as pair:
        savers = [Saver(server) for server in pair]
        found = by_turns(turns, *(lambda server=server, saver=saver: turn(server, saver)
                                  for server, saver in zip(pair, savers)))
        return Result(*map(statistics.median, found), "ns")


def news(made, turns):
    with both(made) as (ours, _):
        found = [servers.load(ours, "/-/changes?after=1", SECONDS)[0] for _ in range(turns)]
        return Result(statistics.median(found), None, "ns")


def bytes_of_news(made, turns):
    with both(made) as (ours, _), servers.raw(ours, "/-/changes?after=1") as answer:
        return Result(len(answer.recv(65_536)), None, "B")


def weight_row(path):
    def measure(made, turns):
        with both(made) as pair:
            return Result(*(len(server.browser().get(path)[1].encode()) for server in pair), "B")
    return measure


def asset_row(ending):
    def measure(made, turns):
        with both(made) as (ours, _):
            browser = ours.browser()
            path = re.search(rf'"(/-/assets/[^"]*\.{ending})"', browser.get("/")[1])[1]
            return Result(len(browser.get(path)[1].encode()), None, "B")
    return measure


def start(made, turns):
    found = ([], [])
    for _ in range(turns):
        with both(made) as pair:
            for values, server in zip(found, pair):
                values.append(server.start)
    return Result(*map(statistics.median, found), "ns")


def memory(made, turns):
    with both(made) as pair:
        for server in pair:
            server.browser().get(CODE)
        time.sleep(1)
        return Result(*(server.resident() for server in pair), "B")


def memory_of_connections(made, turns):
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4_096, most), most))
    with both(made) as (ours, _):
        browsers = [ours.browser() for _ in range(1_000)]
        for browser in browsers:
            browser.get("/-/health")
        found = ours.resident()
        for browser in browsers:
            browser.connection.close()
        return Result(found, None, "B")


def large(path, is_after_edit=False):
    """Measures a page of the large registry, and also while the search is made again after an edit."""
    def measure(made, turns):
        with scratch(made) as folder:
            database = data.fresh_copy(made.large / "registry.db", folder / "registry.db")
            with servers.console(database) as ours:
                browser, number = ours.browser(), itertools.count()
                # The first answer waits for the index.
                browser.first_byte(path)
                saver, found = Saver(ours), []
                for _ in range(turns):
                    if is_after_edit:
                        saver.save()
                    found += [browser.first_byte(f"{path}&turn={next(number)}") for _ in range(3)]
                return Result(max(found) if is_after_edit else statistics.median(found), None, "ns")
    return measure


def rows(sizes):
    """Returns the rows of the console."""
    ms, codes = 1e6, f"{sizes['large']:,}"
    flask = "Flask, the same page"
    search = "/find?q=" + "%E4%BD%99%E9%A2%9D%E4%B8%8D%E8%B6%B3"
    return [
        Row("console-list", "list of texts, first byte, median", flask, Target(3 * ms, "value"), 5,
            page_row(LIST, 0.5)),
        Row("console-list-99", "list of texts, first byte, p99", flask, Target(20 * ms, "value"), 5,
            page_row(LIST, 0.99)),
        Row("console-code", "page of a code, first byte, median", flask, Target(2 * ms, "value"), 5,
            page_row(CODE, 0.5)),
        Row("console-code-99", "page of a code, first byte, p99", flask, Target(10 * ms, "value"), 5,
            page_row(CODE, 0.99)),
        Row("console-save", "save of a text, median", "Flask, with its row of history", Target(15 * ms, "value"), 5,
            save_row(0.5)),
        Row("console-save-99", "save of a text, p99", "Flask, with its row of history", Target(60 * ms, "value"), 5,
            save_row(0.99)),
        Row("console-load", "page of a code, 32 connections, a request", flask, Target(10, "faster"), 3,
            load_row(servers.flask, (CODE, CODE))),
        Row("console-load-made", "the same, each page made anew", flask, Target(0, "none"), 3,
            load_row(servers.flask, (CODE, CODE), is_kept=False)),
        Row("console-load-datasette", "page of a code, 32 connections, a request", "Datasette, its texts",
            Target(30, "faster"), 3, load_row(servers.datasette, (CODE, DATASETTE_CODE))),
        Row("console-list-datasette", "list of texts, 32 connections, a request", "Datasette, the same texts",
            Target(30, "faster"), 3, load_row(servers.datasette, (LIST, DATASETTE_LIST))),
        Row("console-load-saving", "page of a code under load, p99, 5 saves/s", flask, Target(50 * ms, "value"), 3,
            load_while_saving),
        Row("console-changes", "`/-/changes`, nothing new, 32 connections, a request", "", Target(0.2 * ms, "value"),
            3, news),
        Row("console-changes-bytes", "its answer, all bytes", "", Target(300, "value"), 1, bytes_of_news),
        Row("console-list-bytes", "list of texts, bytes", flask, Target(60_000, "value"), 1, weight_row(LIST)),
        Row("console-code-bytes", "page of a code, bytes", flask, Target(20_000, "value"), 1, weight_row(CODE)),
        Row("console-css-bytes", "style, bytes", "", Target(16_384, "value"), 1, asset_row("css")),
        Row("console-js-bytes", "script, bytes", "", Target(12_288, "value"), 1, asset_row("js")),
        Row("console-start", "start of the console to its first page", "Flask", Target(300 * ms, "value"), 9, start),
        Row("console-memory", "resident memory, idle", "Flask", Target(60e6, "value"), 1, memory),
        Row("console-memory-1000", "resident memory, 1,000 idle connections", "", Target(120e6, "value"), 1,
            memory_of_connections),
        Row("console-find-large", f"search, {codes} codes, median", "", Target(100 * ms, "value"), 9, large(search)),
        Row("console-find-edited", f"search after an edit, {codes} codes, the slowest", "",
            Target(300 * ms, "value"), 5, large(search, is_after_edit=True)),
        Row("console-codes-large", f"list of codes, {codes} codes, median", "", Target(100 * ms, "value"), 9,
            large("/codes?state=active")),
    ]
