"""The nine targets for rule-engine: two rules each, one for met and one for a near miss."""

from collections.abc import Mapping

from rule_engine import Rule

from bench.nine import COUNTS, Own
from bench.peers.area_by_area import main, spelt

KEYS = [spelt(name) for name in COUNTS]
HELD = {
    **{key: (key, f"{key}_2015", [key, f"{key}_2015"]) for key in KEYS},
    "samlet": (f"({' + '.join(KEYS)})", "263", KEYS),
    "aktiveringer": ("aktiveringer", "1", ["aktiveringer"]),
}
NEEDED = {
    **{key: needed for key, (_, _, needed) in HELD.items()},
    "utryg": ["utryg", "kbh", "utryg_2016", "kbh_2016"],
}
GAPS = "utryg - kbh <= 0 or (utryg_2016 - kbh_2016 > 0 and {ratio} >= {least})"
RATIO = "(1 - (utryg - kbh) / (utryg_2016 - kbh_2016)) / 0.5"
PAIRS = {
    **{key: (f"{v} <= {most}", f"{v} <= {most} * 1.1") for key, (v, most, _) in HELD.items()},
    "utryg": tuple(GAPS.format(ratio=RATIO, least=least) for least in ("0.95", "0.6")),
}
RULES = {key: tuple(Rule(text) for text in pair) for key, pair in PAIRS.items()}


def judge(own: Own) -> Mapping[str, str]:
    """The verdicts of an area."""
    found = {}
    for key, (met, near) in RULES.items():
        if any(own[needed] is None for needed in NEEDED[key]):
            found[key] = "unknown"
        else:
            found[key] = "pass" if met.matches(own) else "warn" if near.matches(own) else "fail"
    return found | {"narkotika": "monitor", "chikane": "monitor"}


if __name__ == "__main__":
    main(judge)
