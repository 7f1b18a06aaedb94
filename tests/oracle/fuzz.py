"""The agreement of program and oracle at length: `make fuzz`. One seed gives the same cases."""

import argparse
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import count

import tryghed_dsl as td
from oracle import by_query
from oracle.agreement import Tally, run
from oracle.cases import FORMS, case
from oracle.draw import Draw

PROCESSES = 2
TABLES, MOMENTS = 20, 3
QUERIED = 2
MOST_SHOWN, ROUND = 50, 40
VERDICTS = ("pass", "warn", "fail", "unknown", "pending")


def one(seed: int, engine: str = "local") -> tuple[Counter[str], list[str]]:
    """One random spec with its tables; the forms take turns."""
    form, tally = tuple(FORMS)[seed % len(FORMS)], Tally()
    try:
        if engine == "local":
            run(case(Draw(seed), form, TABLES, MOMENTS), tally)
        else:
            by_query.run(case(Draw(seed), form, QUERIED, 1), tally, engine)
    except td.SpecError as refused:
        tally.counts["refused"] += 1
        tally.disagreements.append(f"the program does not take the spec: {refused}")
    except Exception as error:
        error.add_note(f"[{form}, seed {seed}]")
        raise
    return tally.counts, [f"[{form}, seed {seed}]\n{each}" for each in tally.disagreements]


def results(
    first: int, cases: int, engine: str = "local"
) -> Iterator[tuple[Counter[str], list[str]]]:
    """What comes of one spec after the other, until so many cases were judged."""
    judged = 0
    with multiprocessing.Pool(PROCESSES) as pool:
        for start in count(first, ROUND):
            for counts, told in pool.imap_unordered(
                partial(one, engine=engine), range(start, start + ROUND)
            ):
                yield counts, told
                judged += counts["cases"]
            if judged >= cases:
                return


def main() -> int:
    """Run, and say how many cases were judged and how many disagree."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", default="local")
    asked = parser.parse_args()
    began, total, shown = time.monotonic(), Counter[str](), 0
    for counts, told in results(asked.seed * 1_000_000_000, asked.cases, asked.engine):
        total += counts
        for each in told[: MOST_SHOWN - shown]:
            sys.stdout.write(f"{each}\n\n")
            sys.stdout.flush()
            shown += 1
    sys.stdout.writelines(f"{line}\n" for line in _ending(total, asked.seed, began))
    return 1 if total["disagreements"] + total["refused"] else 0


def _ending(total: Counter[str], seed: int, began: float) -> Iterator[str]:
    """The shares of the verdicts, and the numbers."""
    compared = total["cases"] - total["border"] - total["unsettled"]
    for verdict in VERDICTS:
        reasons = {key: n for key, n in total.items() if key.startswith(f"{verdict} ")}
        named = ", ".join(
            f"{key.split()[1]} {n}" for key, n in sorted(reasons.items(), key=lambda each: -each[1])
        )
        yield f"{verdict:8}{sum(reasons.values()) / max(1, compared):6.1%}  {named}"
    seconds = time.monotonic() - began
    yield (
        f"left out: {total['border']} on a border of rounding, {total['unsettled']} of no "
        f"settled meaning; {total['cases'] / seconds:.0f} cases a second"
    )
    wrong = total["disagreements"] + total["refused"]
    not_asked = f", {total['not asked']} not asked" if total["not asked"] else ""
    yield f"seed {seed}: {total['cases']} cases, {wrong} disagreements{not_asked}"


if __name__ == "__main__":
    sys.exit(main())
