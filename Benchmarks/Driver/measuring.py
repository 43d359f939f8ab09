"""How a row is measured: ours and the peer by turns, and the medians compared."""
import dataclasses
import statistics
from typing import Callable

from programs import Failure

# What both sides must agree on where both say it.
ANSWERS = ("messages", "fingerprint", "sum", "text")


@dataclasses.dataclass
class Target:
    """What a row must reach."""
    limit: float
    # How the limit is told: the ratio is at most that, ours is that many times faster, or ours alone is at most that.
    kind: str = "ratio"


@dataclasses.dataclass
class Result:
    """What a row came to; `ours` is None where the library cannot do it yet."""
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
    """Runs both by turns, each once more before to warm the page cache; gives the medians of what `value` takes."""
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
    """Two programs that do the same work must find the same."""
    for name in ANSWERS:
        if name in found and name in answer and found[name] != answer[name]:
            raise Failure(f"The answers differ: {name} is {found[name]} for us and {answer[name]} for the peer.")
