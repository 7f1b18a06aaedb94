"""The nine targets in the Common Expression Language, by its bindings to a library in Rust."""

from collections.abc import Mapping

from cel import compile as compiled

from bench.nine import COUNTS, Own
from bench.peers.area_by_area import main, spelt

KEYS = [spelt(name) for name in COUNTS]
TOTAL = f"({' + '.join(KEYS)})"


def held(value: str, limit: str, needed: list[str]) -> str:
    missing = " || ".join(f"{key} == null" for key in needed)
    return (
        f"{missing} ? 'unknown' : {value} <= {limit} + 1e-9 ? 'pass' "
        f": {value} <= {limit} * 1.1 + 1e-9 ? 'warn' : 'fail'"
    )


RATIO = "((1.0 - (utryg - kbh) / (utryg_2016 - kbh_2016)) / 0.5)"
WAY = (
    "utryg == null || kbh == null || utryg_2016 == null || kbh_2016 == null ? 'unknown' "
    ": utryg - kbh <= 1e-9 ? 'pass' : utryg_2016 - kbh_2016 <= 1e-9 ? 'fail' "
    f": {RATIO} >= 0.95 - 1e-9 ? 'pass' : {RATIO} >= 0.6 - 1e-9 ? 'warn' : 'fail'"
)
TEXTS = {
    **{key: held(key, f"{key}_2015", [key, f"{key}_2015"]) for key in KEYS},
    "samlet": held(TOTAL, "263.0", KEYS),
    "aktiveringer": held("aktiveringer", "1.0", ["aktiveringer"]),
    "utryg": WAY,
    "narkotika": "'monitor'",
    "chikane": "'monitor'",
}
RULES = {key: compiled(text) for key, text in TEXTS.items()}


def judge(own: Own) -> Mapping[str, str]:
    """The verdicts of an area."""
    return {key: rule.execute(own) for key, rule in RULES.items()}


if __name__ == "__main__":
    main(judge)
