"""Measures every row of docs/performance.md against its peer, and prints one table; scripts/bench runs it."""
import argparse
import sys

import programs
import servers
import table
from data import SIZES, Data
from rows import rows


def main():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--tiny", action="store_true", help="all rows once with little data, to see that they work")
    parser.add_argument("--only", action="append", metavar="TEXT", help="only rows with TEXT in their name")
    parser.add_argument("--turns", type=int, metavar="N", help="N turns for every row")
    parser.add_argument("--list", action="store_true", help="print the names of the rows and do nothing")
    parser.add_argument("--no-build", action="store_true", help="take the programs as they were built last")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown, with the machine's name")
    parser.add_argument("--write-docs", action="store_true", help="also put it into docs/performance.md")
    options = parser.parse_args()
    chosen = [row for row in rows(SIZES[options.tiny])
              if not options.only or any(text.lower() in f"{row.key} {row.work}".lower() for text in options.only)]
    if options.list:
        print("\n".join(f"{row.key:24}{row.work}" for row in chosen))
        return
    if options.tiny:
        # A release build of the console takes minutes, and its tests have started it already.
        print("Leaving the rows of the console out: --tiny builds no web server", file=sys.stderr)
        chosen = [row for row in chosen if not row.key.startswith("console")]
    if options.write_docs and (options.tiny or options.only):
        parser.error("--write-docs writes the whole table: it goes with neither --tiny nor --only")
    if not options.no_build:
        print("Building admin, the benchmark and its peers", file=sys.stderr)
        programs.build(options.tiny)
        if any(row.key.startswith("console") for row in chosen):
            print("Building the console and its peers", file=sys.stderr)
            servers.build()
    elif not options.tiny and not programs.are_release():
        parser.error("there is no release build, or --tiny was built since then: leave out --no-build")
    made = Data(options.tiny)
    lines = []
    for row in chosen:
        print(f"Measuring {row.key}", file=sys.stderr)
        turns = options.turns or (1 if options.tiny else row.turns)
        lines.append(table.cells(row, row.measure(made, turns)))
    marked = f"{table.markdown(lines)}\n\n{table.machine()}"
    print(marked if options.markdown else table.plain(lines))
    if options.write_docs:
        table.write_docs(marked)


try:
    main()
except (programs.Failure, OSError) as failure:
    sys.exit(f"error: {failure}")
