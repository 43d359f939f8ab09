"""Formats the table for people or as Markdown."""
import datetime
import os
import platform
import re
import unicodedata

from programs import ROOT, Failure, run

HEADINGS = ["work", "ours", "peer", "ratio", "target", "reached?"]
SCALES = {"ns": [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1, "ns")], "B": [(1e6, "MB"), (1e3, "kB"), (1, "B")]}


def shown(value, unit):
    """Formats a value with three digits and a suitable unit."""
    if value is None:
        return "–"
    for size, name in SCALES.get(unit, []):
        if abs(value) >= size:
            scaled = value / size
            return f"{scaled:.0f} {name}" if scaled >= 100 else f"{scaled:.3g} {name}"
    return f"{value:.3g} {unit}".strip()


def cells(row, result):
    """Returns the cells of a row in the order of the headings."""
    peer = f"{shown(result.peer, result.unit)} ({row.peer})" if row.peer else "–"
    limit, kind = row.target.limit, row.target.kind
    value = f"≤ {shown(limit, result.unit)}" if result.unit else f"{limit:g}"
    targets = {"ratio": f"≤ {limit:g} ×", "faster": f"≥ {limit:g} × faster", "value": value, "none": "–"}
    target = targets[kind]
    if result.ours is None:
        return [row.work, "not there yet", peer, "–", target, "–"]
    ratio, is_reached = "–", result.ours <= limit
    if kind == "faster":
        times = result.peer / result.ours
        ratio, is_reached = f"{times:.2f} × faster", times >= limit
    elif kind in ("ratio", "none"):
        times = result.ours / result.peer
        ratio, is_reached = f"{times:.2f} ×", times <= limit
    reached = "–" if kind == "none" else "yes" if is_reached else "no"
    return [row.work, shown(result.ours, result.unit), peer, ratio, target, reached]


def width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def plain(lines):
    lines = [HEADINGS, *([cell.replace("`", "") for cell in line] for line in lines)]
    widths = [max(width(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(line, widths)).rstrip() for line in lines)


def markdown(lines):
    rules = ["---", "---:", "---:", "---:", "---:", "---"]
    return "\n".join("| " + " | ".join(line) + " |" for line in [HEADINGS, rules, *lines])


def machine():
    """Describes the machine and the software versions in one sentence."""
    processor = "unknown processor"
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        if found := re.search(r"^model name\s*:\s*(.*)$", file.read(), re.MULTILINE):
            processor = found[1]
    swift = re.search(r"Swift version (\S+)", run(["swift", "--version"]).decode())
    sqlite = run(["sqlite3", "--version"]).decode().split()[0]
    return (f"{processor}, {os.cpu_count()} cores; {datetime.date.today()}; Swift {swift[1] if swift else 'unknown'}, "
            f"SQLite {sqlite}, glibc {platform.libc_ver()[1]}.")


def write_docs(text):
    """Inserts the table between the markers of the page."""
    page = ROOT / "docs" / "performance.md"
    old = page.read_text(encoding="utf-8")
    new, count = re.subn(r"(?<=<!-- bench:begin -->\n).*?(?=<!-- bench:end -->)", lambda _: text + "\n", old,
                         flags=re.DOTALL)
    if count != 1:
        raise Failure(f"{page.name} needs one line '<!-- bench:begin -->' and one '<!-- bench:end -->'.")
    page.write_text(new, encoding="utf-8")
