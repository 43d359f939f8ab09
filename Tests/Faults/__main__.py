"""Injects faults into every command that changes files, and prints what was found; scripts/faults runs it."""
import argparse
import collections
import concurrent.futures
import itertools
import os
import sys
import time

import completeness
import disks
import sweeps
from commands import CASES, READS
from losses import losses
from running import Runner
from subject import Subject

# The states with a random part, at each call, in a power loss.
SAMPLES = {False: 8, True: 2}
# The share takes every third run, and so on. 13 has no divisor in common with the 8 errors at each call.
STRIDE = {"kills": 3, "errors": 13, "reads": 5}
STRIDE_OF_LOSSES = 5


class Report:
    """Counts the runs of each kind, and prints what is wrong."""

    def __init__(self):
        self.runs, self.known, self.failures = collections.Counter(), collections.Counter(), 0

    def add(self, kind, case, label, wrong, known=()):
        self.runs[kind] += 1
        self.known[kind] += bool(known)
        for line in wrong:
            self.failures += 1
            print(f"FAIL {kind} | {case.name} | {label} | {line}", flush=True)

    def end(self, started):
        for kind, runs in self.runs.items():
            print(f"{kind}: {runs}, of these {self.known[kind]} at a known limit" if self.known[kind]
                  else f"{kind}: {runs}")
        print(f"failures: {self.failures}")
        print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    parser.add_argument("admin", help="the program")
    parser.add_argument("--share", action="store_true", help="a bounded share, the same in every run")
    parser.add_argument("--only", action="append", metavar="NAME", help="only the command of this name in commands.py")
    parser.add_argument("--power", action="store_true", help="only the states that a power loss may leave")
    options = parser.parse_args()
    report, started = Report(), time.monotonic()
    runner = Runner(options.admin)
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for case, changes in [*[(case, True) for case in CASES], *[(case, False) for case in READS]]:
                if options.only and case.name not in options.only or options.share and not case.is_shared:
                    continue
                if options.power and not changes:
                    continue
                begun = time.monotonic()
                examine(runner, pool, case, changes, options, report)
                print(f"{case.name}: {time.monotonic() - begun:.1f} s", file=sys.stderr, flush=True)
    finally:
        runner.close()
    report.end(started)
    sys.exit(report.failures > 0)


def examine(runner, pool, case, changes, options, report):
    """Runs everything for one command, or its power losses."""
    subject, is_share = Subject(runner, case), options.share
    kinds = {"reads": sweeps.failed_reads(subject)}
    if changes:
        kinds = {"kills": sweeps.kills(subject), "errors": sweeps.errors(subject), **kinds,
                 "power losses": losses(subject, SAMPLES[is_share], STRIDE_OF_LOSSES if is_share else 1)}
    if options.power:
        kinds = {"power losses": kinds["power losses"]}
    for kind, runs in kinds.items():
        runs = itertools.islice(runs, 0, None, STRIDE.get(kind, 1) if is_share else 1)
        # In batches, because the states of a power loss take memory.
        while batch := list(itertools.islice(runs, 64)):
            for (label, _), (wrong, known) in zip(batch, pool.map(lambda run: run[1](), batch)):
                report.add(kind, case, label, wrong, known)
    if changes and not options.power:
        if completeness.is_possible():
            report.add("traces", case, "strace", completeness.differences(subject))
        step = 16 if is_share else 1
        refuse("full disks", lambda: disks.full_disks(subject, step), case, report)
        refuse("size limits", lambda: disks.size_limits(subject, step), case, report)
        refuse("read-only mounts", lambda: disks.read_only_mount(subject), case, report)
        refuse("another user", lambda: disks.another_user(subject), case, report)


def refuse(kind, body, case, report):
    try:
        runs, wrong = body()
    except disks.NotPossible as reason:
        print(f"note: {kind}: not tested: {reason} is not possible here", file=sys.stderr)
        return
    report.runs[kind] += runs
    for label, line in wrong:
        report.failures += 1
        print(f"FAIL {kind} | {case.name} | {label} | {line}", flush=True)


main()
