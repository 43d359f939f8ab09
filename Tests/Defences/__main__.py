"""Takes defences out of the program one at a time, and runs the test that must notice it; scripts/prove-defences."""
import argparse
import sys
import time

import copying
import listing
import running

# How the names of the lists begin that have a defence in each entry. All other lists have subtle faults.
DEFENCES = "defences"


def main():
    parser = argparse.ArgumentParser(prog="scripts/prove-defences", description=__doc__)
    parser.add_argument("--only", action="append", metavar="NAME", help="only this mutation, or all of a list")
    parser.add_argument("--list", action="store_true", help="print the mutations, and do nothing else")
    parser.add_argument("--check", action="store_true", help="check the lists, and do nothing else")
    options = parser.parse_args()
    mutations = listing.read()
    wrong = listing.faults(mutations)
    for line in wrong:
        print(f"error: {line}", file=sys.stderr)
    if wrong:
        sys.exit(1)
    chosen = [one for one in mutations if not options.only or {one.name, one.group} & set(options.only)]
    if not chosen:
        sys.exit("error: no mutation has such a name; --list prints all")
    if options.check:
        print(f"{len(mutations)} mutations: each text occurs once, and each test exists")
    elif options.list:
        for one in chosen:
            print(f"{one.group}: {one.name}\n    {one.defends}\n    {one.file}\n    {one.test}")
    else:
        sys.exit(prove(mutations, chosen))


def prove(mutations, chosen):
    """Returns 1 when a test fails without a mutation, or a mutation survives that is not explained."""
    started = time.monotonic()
    # All mutations are built, so that another choice needs no new build.
    copying.copy(mutations)
    for package in sorted({""} | {name for one in chosen for name in running.packages(one)}):
        running.build(package)
    print(f"copied and built: {time.monotonic() - started:.0f} s", file=sys.stderr)
    copying.switch(None)
    failed, skipped = running.first_run({one.test for one in chosen})
    for test in sorted(failed):
        print(f"error: fails with every defence in place: {test}", file=sys.stderr)
    if failed:
        return 1
    for one in chosen:
        if one.test in skipped:
            print(f"note: {one.name}: its test is skipped on this machine", file=sys.stderr)
    chosen = [one for one in chosen if one.test not in skipped]
    print(f"every test passes: {time.monotonic() - started:.0f} s", file=sys.stderr)
    survivors = []
    for one in chosen:
        begun = time.monotonic()
        copying.switch(one)
        caught = running.fails(one.test)
        seconds = time.monotonic() - begun
        if not caught:
            survivors.append(one)
        print(f"{'caught' if caught else 'MISSED'}  {seconds:5.1f} s  {one.group}: {one.name}", flush=True)
    copying.switch(None)
    for one in survivors:
        print(f"\nsurvives: {one.name}\n    {one.defends}\n    {one.survives or 'not explained'}")
    print()
    for kind, counted in [("defences", [one for one in chosen if one.group.startswith(DEFENCES)]),
                          ("subtle faults", [one for one in chosen if not one.group.startswith(DEFENCES)])]:
        if counted:
            caught = len([one for one in counted if one not in survivors])
            print(f"{kind}: {caught} of {len(counted)} caught ({100 * caught // len(counted)} %)")
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    return int(any(not one.survives for one in survivors))


main()
