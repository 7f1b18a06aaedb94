"""Nine targets like those of the Amager agreement, their figures, and the same in plain Python.

Nothing here needs more than the standard library, so that programs in environments of their own
can use it.
"""

from collections.abc import Mapping
from typing import Any

INDICATORS = """\
indicator narkotika "N", count
indicator chikane   "C", count
indicator utryg "Utrygge", percent, lower is better
indicator samlet = indbrud + tyveri + vold + hærværk
benchmark kbh_avg = same indicator in kbh
"""
LINES = """\
utryg -> approach(kbh_avg, by=2020, close=100%)
monitor narkotika, chikane
"""
COUNTS = ("indbrud", "tyveri", "vold", "hærværk")
HELD = "".join(f"{name} <= baseline(2015), warn within 10%\n" for name in COUNTS)
# For one area, whose baselines the agreement states.
SPEC = f"""
agreement "Nine targets" {{ area amager; baseline 2016 }}
area kbh
area amager in kbh
indicator indbrud  "Indbrud",  count, lower is better, baseline 2015 = 48
indicator tyveri   "Tyveri",   count, lower is better, baseline 2015 = 128
indicator vold     "Vold",     count, lower is better, baseline 2015 = 66
indicator hærværk  "Hærværk",  count, lower is better, baseline 2015 = 21
indicator aktiveringer "A",    count, lower is better, baseline 2016 = 1
{INDICATORS}{HELD}
samlet  <= baseline(2015), warn within 10%
aktiveringer <= baseline(2016), warn within 10%
{LINES}"""
# For any area, each beside its own figures.
MANY = f"""
agreement "Nine targets in many areas" {{ baseline 2016 }}
area kbh
indicator indbrud  "Indbrud",  count, lower is better
indicator tyveri   "Tyveri",   count, lower is better
indicator vold     "Vold",     count, lower is better
indicator hærværk  "Hærværk",  count, lower is better
indicator aktiveringer "A",    count, lower is better
{INDICATORS}{HELD}
samlet <= 263, warn within 10%
aktiveringer <= 1, warn within 10%
{LINES}"""
TARGETS = (*COUNTS, "samlet", "aktiveringer", "utryg", "narkotika", "chikane")

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
RECORDS: list[dict[str, Any]] = [
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


Own = Mapping[str, float | None]
# What is needed of an area, as other programs call it: letters that all of them read.
SPELT = {"hærværk": "haervaerk"}
NEEDED = {
    **{(name, 2018): SPELT.get(name, name) for name in (*COUNTS, "aktiveringer", "utryg")},
    **{(name, 2018): name for name in ("narkotika", "chikane")},
    **{(name, 2015): f"{SPELT.get(name, name)}_2015" for name in COUNTS},
    ("utryg", 2016): "utryg_2016",
}


def plain_of(own: Own) -> dict[str, Row]:
    """The same for any area; `kbh` and `kbh_2016` are what it is compared with."""
    get = own.get
    spelt = [SPELT.get(name, name) for name in COUNTS]
    out = {
        name: held(get(key), get(f"{key}_2015")) for name, key in zip(COUNTS, spelt, strict=True)
    }
    counts = [get(key) for key in spelt]
    total = None if None in counts else sum(count for count in counts if count is not None)
    out["samlet"] = held(total, 263.0)
    out["aktiveringer"] = held(get("aktiveringer"), 1.0)
    out["utryg"] = way(get("utryg"), get("kbh"), get("utryg_2016"), get("kbh_2016"))
    for name in ("narkotika", "chikane"):
        out[name] = ("monitor", "monitored", get(name), None)
    return out


def amager() -> dict[str, float | None]:
    """The figures of the one area, so called."""
    own = {key: FIGURES.get((name, "amager", year)) for (name, year), key in NEEDED.items()}
    own |= {f"{SPELT.get(name, name)}_2015": limit for name, limit in LIMITS.items()}
    return {**own, "kbh": FIGURES["utryg", "kbh", 2018], "kbh_2016": FIGURES["utryg", "kbh", 2016]}
