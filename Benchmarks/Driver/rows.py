"""The rows of the table: what is measured, against which peer, and the goal."""
import functools
import hashlib
import sqlite3
import time

import data
import searching
import web
import writing
from measuring import Result, Row, Target, by_turns
from programs import COUNTER, OURS, PEERS, SWIFT_PEERS, findings, shell


def load(folder, *options):
    return findings(OURS, "load", data.snapshot(folder), folder / "codes.txt", *options)


def c_loop(folder):
    return findings(PEERS / "load_messages", data.snapshot(folder))


def load_row(*options):
    def measure(made, turns):
        return Result(*by_turns(lambda: load(made.large, *options), lambda: c_loop(made.large), turns), "ns")
    return measure


def load_against(name, file):
    def measure(made, turns):
        return Result(*by_turns(lambda: load(made.large),
                                lambda: findings(SWIFT_PEERS, name, made.large / file), turns), "ns")
    return measure


def first_message(made, turns):
    arguments = [data.snapshot(made.seed), 1402, "ar"]
    return Result(*by_turns(lambda: findings(OURS, "first", *arguments),
                            lambda: findings(PEERS / "first_message", *arguments), turns), "ns")


def lookup(folder, language, passes, environment=None):
    return findings(OURS, "lookup", data.snapshot(folder), language, folder / "keys.txt", passes,
                    environment=environment)


def gettext(made, folder, passes, environment=None):
    locale = {"LC_ALL": "ar_SA.UTF-8", "LANGUAGE": "ar", "LOCPATH": str(made.locale)}
    return findings(PEERS / "lookup_gettext", folder, "messages", folder / "keys.txt", passes,
                    environment=locale | (environment or {}))


def lookup_row(size, passes):
    def measure(made, turns):
        folder = getattr(made, size)
        return Result(*by_turns(lambda: lookup(folder, "ar", passes), lambda: gettext(made, folder, passes), turns),
                      "ns")
    return measure


def allocations(made, turns):
    counting = {"LD_PRELOAD": str(COUNTER)}
    return Result(*by_turns(lambda: lookup(made.small, "ar", 1, counting),
                            lambda: gettext(made, made.small, 1, counting), turns,
                            lambda found: float(found["allocations"])), "")


def fallback(made, turns):
    return Result(*by_turns(lambda: lookup(made.fallback, "ar-AE", 5), lambda: lookup(made.fallback, "ar", 5), turns),
                  "ns")


@functools.cache
def memory(folder):
    return findings(OURS, "memory", data.snapshot(folder), folder / "codes.txt")


def memory_row(name):
    def measure(made, turns):
        text = shell(data.snapshot(made.large), "SELECT sum(length(CAST(text AS BLOB))) FROM message")
        return Result(int(memory(made.large)[name]), int(text), "B")
    return measure


def growth_of_load(made, turns):
    def a_message(found):
        return int(found["nanoseconds"]) / int(found["messages"])
    return Result(*by_turns(lambda: load(made.huge), lambda: load(made.large), turns, a_message, False), "ns")


def growth_of_lookup(made, turns):
    return Result(*by_turns(lambda: lookup(made.huge, "ar", 2), lambda: lookup(made.large, "ar", 2), turns,
                            is_same_work=False), "ns")


def contract(view):
    """Measures reading all texts of one language through a view of the contract, with Python's client."""
    def read(folder):
        client = sqlite3.connect(f"file:{data.snapshot(folder)}?mode=ro&immutable=1", uri=True)
        start = time.perf_counter_ns()
        texts = client.execute(f"SELECT code, text FROM {view} WHERE language = 'ar' ORDER BY code").fetchall()
        taken = time.perf_counter_ns() - start
        client.close()
        return {"nanoseconds": taken, "fingerprint": hashlib.sha256(repr(texts).encode()).hexdigest()}
    return read


def contract_row(made, turns):
    view, table = contract("localized_message"), contract("message")
    return Result(*by_turns(lambda: view(made.small), lambda: table(made.small), turns), "ns")


PLURAL = ("{count, plural, zero {لم تُرفض أي دفعة} one {رُفضت دفعة واحدة} "
          "two {رُفضت دفعتان} few {رُفضت # دفعات} "
          "many {رُفضت # دفعة} other {رُفضت # دفعة}} بسبب {reason}.")


def format_row(made, turns):
    return Result(*by_turns(lambda: findings(OURS, "format", PLURAL, 100),
                            lambda: findings(PEERS / "format_icu", PLURAL, 100), turns), "ns")


def format_allocations(made, turns):
    counting = {"LD_PRELOAD": str(COUNTER)}
    found = findings(OURS, "format", PLURAL, 1, environment=counting)
    return Result(float(found["allocations"]), 1.0, "")


def rows(sizes):
    """Returns all rows for data of these sizes."""
    small, large, huge = (f"{sizes[name]:,}" for name in ("small", "large", "huge"))
    messages = f"{3 * sizes['large']:,}"
    loads = f"load a snapshot of {messages} messages"
    return [
        Row("load-unverified", f"{loads}, unverified", "C loop over `sqlite3_step`", Target(1.3), 15,
            load_row("unverified")),
        Row("load-verified", f"{loads}, verified", "the same C loop, which verifies nothing", Target(1.8), 15,
            load_row()),
        Row("load-grdb", f"{loads}, verified", "GRDB `fetchAll` of records", Target(3, "faster"), 9,
            load_against("grdb", "registry-1.0.db")),
        Row("load-json", f"{loads}, verified", "`JSONDecoder`, the same messages", Target(6, "faster"), 9,
            load_against("json", "messages.json")),
        Row("first-message", "load the seed's snapshot, verified, to the first text",
            "C: open and one prepared query", Target(2.5), 60, first_message),
        Row("lookup-small", f"look a message up, {small} codes", "glibc `dgettext`", Target(4, "faster"), 15,
            lookup_row("small", 5)),
        Row("lookup-allocations", "blocks asked of malloc, a lookup", "glibc `dgettext`", Target(0, "value"), 1,
            allocations),
        Row("lookup-large", f"look a message up, {large} codes", "glibc `dgettext`", Target(8, "faster"), 9,
            lookup_row("large", 2)),
        Row("lookup-fallback", f"look up through three fallbacks, {small} codes", "our exact lookup", Target(2), 15,
            fallback),
        Row("format", "format an Arabic plural with six forms", "ICU4C, parsed before", Target(2_000, "value"), 15,
            format_row),
        Row("format-allocations", "blocks asked of malloc, a formatted text", "its result", Target(1, "value"), 1,
            format_allocations),
        Row("memory", f"heap held by a catalog of {messages} messages", "bytes of text", Target(1.6), 1,
            memory_row("heap")),
        Row("memory-asked", "the same, when each message was asked for once", "bytes of text", Target(1.6), 1,
            memory_row("heap_when_asked")),
        Row("memory-resident", "the same, resident pages that loading added (a note)", "bytes of text",
            Target(0, "none"), 1, memory_row("resident")),
        Row("growth-load", f"load {huge} codes, verified, a message", f"ours with {large} codes", Target(1.2), 3,
            growth_of_load),
        Row("growth-lookup", f"look a message up, {huge} codes", f"ours with {large} codes", Target(1.2), 5,
            growth_of_lookup),
        Row("contract", f"read one language through `localized_message` from Python, {small} codes",
            "the same from `message`", Target(2), 60, contract_row),
        Row("search", f"search for two thirds of a text, {messages} messages",
            "FTS5 with trigrams, where every letter must be right", Target(1), 3, searching.search),
        Row("search-p99", "the slowest search of a hundred", "", Target(10e6, "value"), 1,
            searching.search_row("p99", "ns")),
        Row("search-build", f"build the index of a search, {messages} messages", "FTS5 with trigrams, in memory",
            Target(1), 1, searching.search_build),
        Row("search-memory", "heap held by that index", "", Target(150e6, "value"), 1,
            searching.search_row("heap", "B")),
        Row("check", f"check {messages} texts with the glossary of the seed", "", Target(3e9, "value"), 3,
            searching.check),
        Row("admin-search", "`admin search`, the seed, whole process", "`admin code show`", Target(1.5), 60,
            searching.admin_search),
        Row("admin-check", "`admin check` of the seed, longer than `admin code show`", "", Target(30e6, "value"), 60,
            searching.admin_check),
        Row("code-show", "`admin code show 1402`, whole process", "`sqlite3` shell, the same rows", Target(2.5), 60,
            writing.code_show),
        Row("snapshot", f"`admin snapshot create`, {messages} messages, whole process",
            "`sqlite3` shell, `VACUUM INTO`", Target(4), 5, writing.snapshot_create),
        Row("import", f"`admin translation set --from`, {messages} texts in one operation",
            "`sqlite3` shell, `.import` into a bare table", Target(6), 3, writing.translation_set),
        *web.rows(sizes),
    ]
