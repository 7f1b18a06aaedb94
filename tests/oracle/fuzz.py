"""The agreement of program and oracle at length: `make fuzz`. One seed gives the same cases."""

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count

import tryghed_dsl as td
from oracle.agreement import Tally, run
from oracle.cases import FORMS, STAGES, case
from oracle.draw import Draw

TABLES, MOMENTS = 16, 4
MOST_SHOWN, ROUND = 20, 40
# What takes the program long comes seldom, and with few tables.
SLOW = STAGES["compositions"] + STAGES["chance"]
QUICK = tuple(form for form in FORMS if form not in SLOW)


def one(seed: int) -> tuple[Counter[str], list[str]]:
    """One random spec with its tables, of a random form."""
    draw, tally = Draw(seed), Tally()
    slow = draw.chance(20)
    form = draw.choice(SLOW if slow else QUICK)
    made = case(draw, form, 3, 2) if slow else case(draw, form, TABLES, MOMENTS)
    try:
        run(made, tally)
    except td.SpecError as refused:
        tally.counts["refused"] += 1
        tally.disagreements.append(f"the program does not take the spec: {refused}")
    return tally.counts, [f"[{form}, seed {seed}]\n{each}" for each in tally.disagreements]


def results(first: int, cases: int) -> Iterator[tuple[Counter[str], list[str]]]:
    """What comes of one spec after the other, until so many cases were judged."""
    judged = 0
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for start in count(first, ROUND):
            for counts, told in pool.imap_unordered(one, range(start, start + ROUND)):
                yield counts, told
                judged += counts["cases"]
            if judged >= cases:
                return


def main() -> int:
    """Run, and say how many cases were judged and how many disagree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began, total, shown = time.monotonic(), Counter[str](), 0
    for counts, told in results(asked.seed * 1_000_000_000, asked.cases):
        total += counts
        for each in told[: MOST_SHOWN - shown]:
            sys.stdout.write(f"{each}\n\n")
            shown += 1
    seconds = time.monotonic() - began
    wrong = total["disagreements"] + total["refused"]
    sys.stdout.write(
        f"seed {asked.seed}: {total['cases']} cases, {wrong} disagreements; left out "
        f"{total['border']} on a border of rounding, {total['unsettled']} of no settled meaning; "
        f"{total['cases'] / seconds:.0f} cases a second\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
