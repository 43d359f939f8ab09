"""Measures a row: runs the library and the peer alternately, and compares the medians."""
import dataclasses
import statistics
from typing import Callable

from programs import Failure

# The results that must be equal when both sides report them.
ANSWERS = ("messages", "fingerprint", "sum", "text")


@dataclasses.dataclass
class Target:
    """The goal of a row."""
    limit: float
    # The kind of limit: the largest ratio, the smallest speedup, or the largest value of the library alone.
    kind: str = "ratio"


@dataclasses.dataclass
class Result:
    """The result of a row; `ours` is None when the library cannot do the work yet."""
    ours: float | None
    peer: float | None
    unit: str


@dataclasses.dataclass
class Row:
    """One line of the table. `measure` takes the data and a number of turns."""
    key: str
    work: str
    peer: str
    target: Target
    turns: int
    measure: Callable


def by_turns(ours, peer, turns, value=lambda found: float(found["nanoseconds"]), is_same_work=True):
    """Runs both alternately, after one run of each to warm the page cache. Returns the medians of `value`."""
    mine, other = [], []
    for turn in range(turns + 1 if turns > 1 else 1):
        found, answer = ours(), peer()
        if "unsupported" in found:
            return None, float(value(answer))
        if is_same_work:
            compare(found, answer)
        if turn or turns == 1:
            mine.append(value(found))
            other.append(value(answer))
    return statistics.median(mine), statistics.median(other)


def compare(found, answer):
    """Fails unless two programs that do the same work report the same results."""
    for name in ANSWERS:
        if name in found and name in answer and found[name] != answer[name]:
            raise Failure(f"The answers differ: {name} is {found[name]} for us and {answer[name]} for the peer.")
