"""What waits holds nobody else up: a locked registry, a long import, bodies that do not come, many connections.

waiting.py PROGRAMS FOLDER
"""
import contextlib
import sqlite3
import sys
import threading
import time

from console import HOST, Console, raw


def in_background(work, count):
    """Starts threads, and returns them with the list of their results."""
    results = []
    threads = [threading.Thread(target=lambda number=number: results.append(work(number))) for number in range(count)]
    for thread in threads:
        thread.start()
    return threads, results


@contextlib.contextmanager
def lock(console, kind):
    with contextlib.closing(sqlite3.connect(console.database, isolation_level=None)) as database:
        database.execute(f"BEGIN {kind}")
        yield
        database.execute("ROLLBACK")


def health(console):
    browser = console.browser("nobody")
    for _ in range(50):
        assert browser.get("/-/health")[0] == 200


def locked_registry(console):
    """While nobody can read the registry, what needs no registry is answered at once, and the rest afterwards."""
    reader = console.browser("noura")
    time.sleep(0.2)  # A page is kept when the registry was not written just before.
    assert reader.get("/texts")[0] == reader.get("/-/changes?after=1")[0] - 4 == 200
    with lock(console, "EXCLUSIVE"):
        threads, results = in_background(lambda number: console.browser("layla").get("/codes")[0], 16)
        health(console)
        for path, status in [("/texts", 200), ("/-/changes?after=1", 204)]:
            assert reader.get(path)[0] == status, "a page that was kept takes no lock"
        assert not results, "the pages were answered although the registry is locked"
    for thread in threads:
        thread.join()
    assert results == [200] * 16, results


def long_import(console):
    """While another program writes, pages are answered and saves wait; then they say so, with the text kept."""
    form = {"text-ar": "رصيدك لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1"}
    with lock(console, "IMMEDIATE"):
        threads, results = in_background(lambda number: console.browser("layla").post("/codes/1402", form), 12)
        browser = console.browser("noura")
        for path in ["/", "/codes", "/codes/1402", "/find?q=1402x", "/-/changes?after=1"] * 4:
            assert browser.get(path)[0] in (200, 204), path
        assert not results, "a save did not wait for the other writer"
        for thread in threads:
            thread.join()
    for status, fields, page in results:
        assert status == 503 and fields["Retry-After"] == "5", status
        assert "رصيدك لا يكفي</textarea>" in page
    assert console.browser("layla").post("/codes/1402", form)[0] == 303


def slow_clients(console):
    """Two hundred connections whose bodies and header fields do not come hold nobody up."""
    head = (f"POST /codes/1402 HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: layla\r\nOrigin: https://{HOST}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n")
    parts = [b"", b"GET /co", head.encode(), head.encode() + b"\r\ntext-ar=x"]
    connections = [raw(console.port, parts[number % len(parts)]) for number in range(200)]
    health(console)
    assert console.browser("layla").get("/codes")[0] == 200
    for connection in connections:
        connection.close()


def large_bodies(console):
    """A body that is too large is refused, whether it tells its length or not, and changes nothing."""
    head = (f"POST /codes/1402 HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: layla\r\nOrigin: https://{HOST}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n").encode()
    chunk = b"10000\r\n" + b"x" * 65_536 + b"\r\n"
    for rest in [b"Content-Length: 400000\r\n\r\ntext-ar=" + b"x" * 350_000,
                 b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 6]:
        with raw(console.port, head + rest) as connection:
            answer = connection.recv(65_536).decode()
            assert " 413 " in answer.split("\r\n")[0] and "Content-Security-Policy" in answer, answer[:200]
    with raw(console.port, f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-A: {'x' * 40_000}\r\n\r\n".encode()) as connection:
        assert b" 200 " not in connection.recv(65_536)
    health(console)


def main():
    console = Console(*sys.argv[1:])
    try:
        for test in [locked_registry, long_import, slow_clients, large_bodies]:
            test(console)
            print(f"{test.__name__}: fine")
        console.stop()
    finally:
        console.process.kill()


main()
