"""How fast a compiled judge is, beside the same comparisons written out in plain Python.

Prints ratios, which hold on other machines too; medians of several rounds.
"""

import statistics
import time
from collections.abc import Callable, Mapping
from typing import Any

import tryghed_dsl as td

SPEC = """
agreement "Nine targets" { area amager; baseline 2016 }
area kbh
area amager in kbh
indicator indbrud  "Indbrud",  count, lower is better, baseline 2015 = 48
indicator tyveri   "Tyveri",   count, lower is better, baseline 2015 = 128
indicator vold     "Vold",     count, lower is better, baseline 2015 = 66
indicator hærværk  "Hærværk",  count, lower is better, baseline 2015 = 21
indicator aktiveringer "A",    count, lower is better, baseline 2016 = 1
indicator narkotika "N", count
indicator chikane   "C", count
indicator utryg "Utrygge", percent, lower is better
indicator samlet = indbrud + tyveri + vold + hærværk
benchmark kbh_avg = same indicator in kbh
indbrud <= baseline(2015), warn within 10%
tyveri  <= baseline(2015), warn within 10%
vold    <= baseline(2015), warn within 10%
hærværk <= baseline(2015), warn within 10%
samlet  <= baseline(2015), warn within 10%
aktiveringer <= baseline(2016), warn within 10%
utryg -> approach(kbh_avg, by=2020, close=100%)
monitor narkotika, chikane
"""
Figures = Mapping[tuple[str, str, int | str], float | None]
VALUES = {"indbrud": 41, "tyveri": 119, "vold": 68, "hærværk": 22, "aktiveringer": 0}
FIGURES: Figures = {
    **{(name, "amager", 2018): float(value) for name, value in VALUES.items()},
    ("narkotika", "amager", 2018): 55.0,
    ("chikane", "amager", 2018): 44.0,
    ("utryg", "amager", 2016): 12.0,
    ("utryg", "amager", 2018): 11.0,
    ("utryg", "kbh", 2016): 6.0,
    ("utryg", "kbh", 2018): 8.0,
}
LIMITS = {"indbrud": 48.0, "tyveri": 128.0, "vold": 66.0, "hærværk": 21.0}
RECORDS = [
    {"indicator": indicator, "area": area, "period": period, "value": value}
    for (indicator, area, period), value in FIGURES.items()
]
Row = tuple[str, str, float | None, float | None]


def at_most(a: float, b: float) -> bool:
    return a <= b or a <= b + 1e-9 * max(1.0, abs(a), abs(b))


def held(value: float | None, limit: float | None) -> Row:
    if value is None or limit is None:
        return ("unknown", "missing-figure", value, limit)
    if at_most(value, limit):
        return ("pass", "met", value, limit)
    if at_most(value, limit + 0.1 * abs(limit)):
        return ("warn", "near-miss", value, limit)
    return ("fail", "missed", value, limit)


def way(x: float | None, ref: float | None, x0: float | None, ref0: float | None) -> Row:
    if x is None or ref is None or x0 is None or ref0 is None:
        return ("unknown", "missing-figure", x, ref)
    gap, start = x - ref, x0 - ref0
    if at_most(gap, 0.0):
        return ("pass", "reached", x, ref)
    if at_most(start, 0.0):
        return ("fail", "lost", x, ref)
    ratio = (1 - gap / start) / 0.5
    if at_most(0.95, ratio):
        return ("pass", "on-track", x, ref)
    if at_most(0.6, ratio):
        return ("warn", "behind", x, ref)
    return ("fail", "moving-away" if not at_most(0.0, ratio) else "insufficient", x, ref)


def plain(figures: Figures) -> dict[str, Row]:
    """The nine targets as a programmer would write them for this agreement alone."""
    get = figures.get
    out = {name: held(get((name, "amager", 2018)), limit) for name, limit in LIMITS.items()}
    counts = [get((name, "amager", 2018)) for name in LIMITS]
    total = None if None in counts else sum(count for count in counts if count is not None)
    out["samlet"] = held(total, 263.0)
    out["aktiveringer"] = held(get(("aktiveringer", "amager", 2018)), 1.0)
    out["utryg"] = way(
        get(("utryg", "amager", 2018)),
        get(("utryg", "kbh", 2018)),
        get(("utryg", "amager", 2016)),
        get(("utryg", "kbh", 2016)),
    )
    for name in ("narkotika", "chikane"):
        out[name] = ("monitor", "monitored", get((name, "amager", 2018)), None)
    return out


def judged(judge: td.Judge, figures: Figures | list[dict[str, Any]]) -> dict[str, Row]:
    """The same from a compiled judge: verdict, reason, value and limit of each target."""
    return {t.id: (t.verdict, t.reason, t.value, t.limit) for t in judge(figures)}


def once(work: Callable[[], object], rounds: int = 1_000) -> float:
    start = time.perf_counter()
    for _ in range(rounds):
        work()
    return (time.perf_counter() - start) / rounds


def judged_again() -> None:
    judge = td.compile(td.loads(SPEC), 2018)
    assert judged(judge, FIGURES) == judged(judge, RECORDS) == plain(FIGURES), "all say the same"
    works: dict[str, Callable[[], object]] = {
        "plain Python, by hand": lambda: plain(FIGURES),
        "compiled judge, verdicts": lambda: judge(FIGURES),
        "with reason, value and limit": lambda: judged(judge, FIGURES),
        "the same on records": lambda: judged(judge, RECORDS),
    }
    rounds = [[once(work) for work in works.values()] for _ in range(15)]
    print("nine targets, judged again on a mapping of figures (medians of fifteen rounds)")
    for place, name in enumerate(works):
        median = statistics.median(times[place] for times in rounds)
        ratio = statistics.median(times[place] / times[0] for times in rounds)
        print(f"  {name:30} {median * 1e6:6.1f} µs {ratio:6.2f} times")


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
