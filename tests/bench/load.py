"""How long a large spec takes to check and lower beside its parsing, and how that grows.

Prints ratios, which hold on other machines too; the best of several rounds.
"""

import gc
import sys
import time
from itertools import pairwise

import tryghed_dsl as td
from tryghed_dsl.check.checker import check
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import year
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.source import Source

TARGETS = 10_000
FEW, MANY = 10_000, 100_000
ROUNDS = 3
HEAD = """\
agreement "Many" { area amager; baseline 2016; valid 2017..2020 }
area kbh
area amager in kbh
benchmark kbh_avg = same indicator in kbh
"""
# As many limits as trajectories, each of an indicator of its own.
PAIR = """\
indicator i{n} "I {n}", count, lower is better, baseline 2015 = {n}
limit_{n}: i{n} <= baseline(2015), warn within 5%
way_{n}: i{n} -> approach(kbh_avg, by=2020, close=50%)
"""


def once(source: Source) -> tuple[float, float, float]:
    """Seconds of parsing, checking and lowering."""
    moments = [time.process_time()]
    file, _ = parse(source)
    moments.append(time.process_time())
    spec, found = check(source, file)
    assert spec is not None, found
    moments.append(time.process_time())
    lower(spec, Setting(year(2018), "amager"))
    moments.append(time.process_time())
    parsing, checking, lowering = (after - before for before, after in pairwise(moments))
    return parsing, checking, lowering


def text_of(pairs: int) -> str:
    return HEAD + "".join(PAIR.format(n=number) for number in range(1, pairs + 1))


def loading(statements: int) -> float:
    """Seconds in which a spec of so many statements is loaded as its users do."""
    text = text_of(statements // PAIR.count("\n"))
    gc.collect()
    start = time.process_time()
    spec = td.loads(text)
    taken = time.process_time() - start
    assert spec.targets
    return taken


def growth() -> None:
    few = min(loading(FEW) for _ in range(ROUNDS))
    many = min(loading(MANY) for _ in range(ROUNDS))
    print(f"{MANY:,} statements are parsed and checked, the collector as users have it:")
    print(f"  beside {FEW:,}, {few:.2f} s here  {many / few:.1f} times; {MANY / FEW:.0f} is linear")


def main() -> None:
    targets = int(sys.argv[1]) if len(sys.argv) > 1 else TARGETS
    growth()
    source = Source("many.tryghed", text_of(targets // 2))
    gc.disable()  # its pauses fall on whichever step they meet
    rounds = [once(source) for _ in range(ROUNDS)]
    parsing, checking, lowering = (min(times) for times in zip(*rounds, strict=True))
    print(f"{targets} targets, each step beside parsing, {parsing:.2f} s here:")
    print(f"  checking               {checking / parsing:.2f}")
    print(f"  lowering               {lowering / parsing:.2f}")
    print(f"  checking and lowering  {(checking + lowering) / parsing:.2f}")


if __name__ == "__main__":
    main()
