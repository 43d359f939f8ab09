"""The rows that search and check all texts."""
import functools
import sqlite3
import statistics
import time

import data
from measuring import Result, by_turns
from programs import ADMIN, OURS, findings, whole_process


@functools.cache
def queries(folder):
    """Returns a file with the first two thirds of texts from all over a snapshot, one on each line."""
    path = folder / "queries.txt"
    texts = [text for _, _, text in data.messages(folder)]
    chosen = texts[:: max(1, len(texts) // 1_000)]
    data.write_lines(path, ([text[: len(text) * 2 // 3]] for text in chosen))
    return path


@functools.cache
def searched(folder):
    return findings(OURS, "search", data.snapshot(folder), queries(folder))


@functools.cache
def full_text_index(folder):
    """Builds an index of trigrams in memory with SQLite's FTS5; returns it, and how long that took."""
    texts = [(text,) for _, _, text in data.messages(folder)]
    client = sqlite3.connect(":memory:")
    start = time.perf_counter_ns()
    client.execute("CREATE VIRTUAL TABLE message USING fts5 (text, tokenize = 'trigram')")
    client.executemany("INSERT INTO message (text) VALUES (?)", texts)
    return client, time.perf_counter_ns() - start


def full_text_search(folder):
    """Returns the median time in which FTS5 finds the texts that contain a query to the letter."""
    client, _ = full_text_index(folder)
    times = []
    for query in queries(folder).read_text(encoding="utf-8").splitlines():
        start = time.perf_counter_ns()
        client.execute("SELECT text FROM message (?) ORDER BY rank LIMIT 10",
                       ('"' + query.replace('"', '""') + '"',)).fetchall()
        times.append(time.perf_counter_ns() - start)
    return statistics.median(times)


def search(made, turns):
    return Result(*by_turns(lambda: findings(OURS, "search", data.snapshot(made.large), queries(made.large)),
                            lambda: {"nanoseconds": full_text_search(made.large)}, turns), "ns")


def search_build(made, turns):
    return Result(float(searched(made.large)["build"]), full_text_index(made.large)[1], "ns")


def search_row(name, unit):
    def measure(made, turns):
        return Result(float(searched(made.large)[name]), None, unit)
    return measure


def check(made, turns):
    taken = [float(findings(OURS, "check", made.large / "registry.db")["nanoseconds"]) for _ in range(turns)]
    return Result(statistics.median(taken), None, "ns")


def against_code_show(*arguments):
    """Returns a pair of functions that each run `admin` once: with these arguments, and as `code show`."""
    def side(made, command):
        return {"nanoseconds": whole_process([ADMIN, *command, "--db", made.seed / "registry.db"])}
    return (lambda made: side(made, arguments)), (lambda made: side(made, ["code", "show", "1402"]))


def admin_search(made, turns):
    ours, peer = against_code_show("search", "رصيد غير كاف")
    return Result(*by_turns(lambda: ours(made), lambda: peer(made), turns), "ns")


def admin_check(made, turns):
    """Measures how much longer `admin check` takes than `admin code show`."""
    ours, peer = against_code_show("check")
    longer, shorter = by_turns(lambda: ours(made), lambda: peer(made), turns)
    return Result(longer - shorter, None, "ns")
