"""Injects faults into every command that changes files, and prints what was found; scripts/faults runs it."""
import argparse
import concurrent.futures
import errno
import os
import sys
import time

import sweeps
from losses import Losses
from commands import CASES, READS
from running import Runner

ERRORS = [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG]


def main():
    parser = argparse.ArgumentParser(prog="scripts/faults", description=__doc__)
    parser.add_argument("admin")
    parser.add_argument("--share", action="store_true", help="a bounded share")
    parser.add_argument("--only", action="append", metavar="TEXT", help="only commands with TEXT in their name")
    parser.add_argument("--sweep", action="append", choices=["kill", "errno", "read", "power"])
    options = parser.parse_args()
    runner = Runner(options.admin)
    failures = 0
    try:
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for name, cases in (("kill", CASES), ("errno", CASES), ("read", READS + CASES), ("power", CASES)):
                if options.sweep and name not in options.sweep:
                    continue
                for case in cases:
                    if options.only and not any(text == case.name for text in options.only):
                        continue
                    if options.share and not case.is_shared:
                        continue
                    started = time.monotonic()
                    subject = sweeps.Subject(runner, case)
                    if name == "power":
                        losses = Losses(subject, pool, 3 if options.share else 8)
                        for label, line in losses.run():
                            failures += 1
                            print(f"FAIL {name} | {case.name} | {label} | {line}", flush=True)
                        print(f"{name:6} {case.name:42} {losses.generated:6} states, {losses.opened} differ "
                              f"{time.monotonic() - started:6.1f} s", flush=True)
                        continue
                    jobs = plan(name, subject)
                    results = list(pool.map(lambda job: job[1](), jobs))
                    for (label, _), wrong in zip(jobs, results):
                        for line in wrong:
                            failures += 1
                            print(f"FAIL {name} | {case.name} | {label} | {line}", flush=True)
                    print(f"{name:6} {case.name:42} {len(jobs):6} runs {time.monotonic() - started:6.1f} s", flush=True)
    finally:
        runner.close()
    print(f"failures: {failures}")
    sys.exit(1 if failures else 0)


def plan(name, subject):
    calls = subject.calls
    def label(number):
        call = calls[number - 1] if number <= len(calls) else None
        return f"call {number} " + (f"{call.name} {os.path.basename(call.second or call.path)}" if call else "none")
    if name == "kill":
        jobs = [(f"{label(n)} kill", lambda n=n: sweeps.kill(subject, n, "kill")) for n in range(1, len(calls) + 2)]
        jobs += [(f"{label(n)} tear", lambda n=n: sweeps.kill(subject, n, "tear"))
                 for n in range(1, len(calls) + 1) if calls[n - 1].name == "write" and calls[n - 1].size > 16]
        return jobs
    if name == "errno":
        return [(f"{label(n)} {errno.errorcode[e]} {'from then on' if p else 'once'}",
                 lambda n=n, e=e, p=p: sweeps.fail(subject, n, e, p))
                for n in range(1, len(calls) + 1) for e in ERRORS for p in (False, True)] + [
                    (f"{label(n)} short", lambda n=n: sweeps.shorten(subject, n))
                    for n in range(1, len(calls) + 1) if calls[n - 1].name == "write" and calls[n - 1].size > 1]
    reads = subject.reads
    return [(f"read {n} {os.path.basename(reads[n - 1].path)} at {reads[n - 1].offset} {'from then on' if p else 'once'}",
             lambda n=n, p=p: sweeps.fail_reading(subject, n, p)) for n in range(1, len(reads) + 1) for p in (False, True)]


main()
