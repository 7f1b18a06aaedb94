"""How fast a compiled judge is, beside the same comparisons by hand and in rule engines.

Prints ratios, which hold on other machines too; medians of several rounds. A peer runs in a
process of its own and is asked in turn with the rest.
"""

import statistics
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import tryghed_dsl as td
from bench.environments import python_for
from bench.nine import FIGURES, RECORDS, SPEC, Figures, Row, plain
from bench.timing import TESTS

# Each with its environment and its words.
PEERS = {
    "zen-engine, verdicts": ("zen", ("by_zen", "verdicts", "warm")),
    "zen-engine, with reasons": ("zen", ("by_zen", "reasons", "warm")),
    "rule-engine, verdicts": ("rule_engine", ("by_rule_engine", "warm")),
    "CEL, verdicts": ("cel", ("by_cel", "warm")),
}
ROUNDS = 15


def judged(judge: td.Judge, figures: Figures | list[dict[str, Any]]) -> dict[str, Row]:
    """The same from a compiled judge: verdict, reason, value and limit of each target."""
    return {t.id: (t.verdict, t.reason, t.value, t.limit) for t in judge(figures)}


def once(work: Callable[[], object], rounds: int = 1_000) -> float:
    """Seconds of one."""
    start = time.perf_counter()
    for _ in range(rounds):
        work()
    return (time.perf_counter() - start) / rounds


@contextmanager
def peer(environment: str, words: tuple[str, ...]) -> Iterator[Callable[[int], float] | None]:
    """Asks a peer for so many rounds; None where it cannot be had."""
    python = python_for(environment)
    if python is None:
        yield None
        return
    module, *more = words
    process = subprocess.Popen(
        [python, "-m", f"bench.peers.{module}", *more],
        cwd=TESTS,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    asking, telling = process.stdin, process.stdout
    assert asking is not None
    assert telling is not None

    def asked(rounds: int) -> float:
        asking.write(f"{rounds}\n")
        asking.flush()
        return float(telling.readline())

    try:
        asked(10)  # a round to warm up
        yield asked
    finally:
        asking.close()
        process.wait()
        telling.close()


def beside(works: dict[str, Callable[[int], float]], rounds: int) -> None:
    """Print medians, and ratios beside the first."""
    found = [[work(rounds) for work in works.values()] for _ in range(ROUNDS)]
    for place, name in enumerate(works):
        median = statistics.median(times[place] for times in found)
        ratio = statistics.median(times[place] / times[0] for times in found)
        print(f"  {name:30} {median * 1e6:7.1f} µs {ratio:6.2f} times")


def judged_again() -> None:
    judge = td.compile(td.loads(SPEC), 2018)
    assert judged(judge, FIGURES) == judged(judge, RECORDS) == plain(FIGURES), "all say the same"
    print(f"nine targets, judged again on a mapping of figures (medians of {ROUNDS} rounds)")
    works: dict[str, Callable[[int], float]] = {
        "plain Python, by hand": lambda rounds: once(lambda: plain(FIGURES), rounds),
        "compiled judge, verdicts": lambda rounds: once(lambda: judge(FIGURES), rounds),
        "with reason, value and limit": lambda rounds: once(lambda: judged(judge, FIGURES), rounds),
        "the same on records": lambda rounds: once(lambda: judged(judge, RECORDS), rounds),
    }
    beside(works, 1_000)
    own = {"with reason, value and limit": works["with reason, value and limit"]}
    print("the same beside rule engines, on figures laid out for them")
    for name, (environment, words) in PEERS.items():
        with peer(environment, words) as asked:
            if asked is not None:
                beside({**own, name: asked}, 200)


def judged_once() -> None:
    spec = td.loads(SPEC)
    works: dict[str, Callable[[], object]] = {
        "compiling a judge": lambda: td.compile(spec, 2018),
        "and judging a first time": lambda: td.compile(spec, 2018)(FIGURES),
        "evaluating records once": lambda: td.evaluate(spec, RECORDS, 2018),
    }
    print("the same, once (medians of fifty)")
    for name, work in works.items():
        median = statistics.median(once(work, 1) for _ in range(50))
        print(f"  {name:30} {median * 1e3:6.2f} ms")


def main() -> None:
    judged_again()
    judged_once()


if __name__ == "__main__":
    main()
