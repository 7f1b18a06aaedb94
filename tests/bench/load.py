"""How long a large spec takes to check and lower, beside its parsing.

Prints ratios, which hold on other machines too; the best of several rounds.
"""

import gc
import sys
import time
from itertools import pairwise

from tryghed_dsl.check.checker import check
from tryghed_dsl.core.lower.program import lower
from tryghed_dsl.core.setting import Setting
from tryghed_dsl.domain.period import year
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.source import Source

TARGETS = 10_000
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


def main() -> None:
    targets = int(sys.argv[1]) if len(sys.argv) > 1 else TARGETS
    pairs = (PAIR.format(n=number) for number in range(1, targets // 2 + 1))
    source = Source("many.tryghed", HEAD + "".join(pairs))
    gc.disable()  # its pauses fall on whichever step they meet
    rounds = [once(source) for _ in range(ROUNDS)]
    parsing, checking, lowering = (min(times) for times in zip(*rounds, strict=True))
    print(f"{targets} targets, each step beside parsing, {parsing:.2f} s here:")
    print(f"  checking               {checking / parsing:.2f}")
    print(f"  lowering               {lowering / parsing:.2f}")
    print(f"  checking and lowering  {(checking + lowering) / parsing:.2f}")


if __name__ == "__main__":
    main()
